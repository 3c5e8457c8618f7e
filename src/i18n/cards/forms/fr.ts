import type { FormWords } from "#i18n/cards/forms/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const formsFr: FormWords = {
  cancel: "Fermer",
  forCustomer: (customer) => `Pour ${customer}.`,
  owed: (customer, owed) =>
    owed.length === 0 ? `${customer} n'a rien en retard.` : `${customer} a ${say.amounts(owed)} à régler.`,
  privacyHint: "Lu par votre management et la comptabilité : rien sur la santé, aucun jugement sur une personne.",
  promise: {
    title: "Paiement promis",
    moveTitle: "Changer la promesse",
    submit: "Noter",
    due: "Pour quel jour ?",
    amount: "Quel montant ?",
    amountHint: (owed) => `Tout ce qui est à régler : ${say.money(owed)}.`,
    currency: "Dans quelle devise ?",
    comment: "Un commentaire ?",
    longHint: "Au-delà de 30 jours, la comptabilité donne son accord.",
  },
  dispute: {
    title: "Il y a un litige",
    submit: "Noter",
    category: "De quoi s'agit-il ?",
    invoices: "Sur quelles factures ?",
    invoiceOption: (number, residual, due) => `${number}, ${say.money(residual)}, ${say.day(due, "short")}`,
    othersHint: (n) =>
      `${say.count(n, "facture plus récente n'est", "factures plus récentes ne sont")} pas dans cette liste.`,
    amount: "Quel montant est contesté ?",
    amountHint:
      "Laissé vide : tout ce qui est choisi. Un montant va avec une seule facture, et le reste suit son cours.",
    comment: "Que dit le client ?",
    commentHint: "Une phrase suffit à la personne qui va regarder.",
  },
  closeDispute: {
    title: "Répondre au litige",
    submit: "Clore",
    outcome: "Qu'en est-il ?",
    comment: "Que dire au client ?",
    commentHint: "Le commerce le lira et pourra le lui expliquer.",
  },
  otherContact: {
    title: "Autre contact",
    submit: "Noter",
    intro: "L'ancien contact ne recevra plus nos e-mails.",
    name: "Nom",
    email: "Adresse e-mail",
    phone: "Téléphone",
  },
  visit: {
    title: "Visite prévue",
    submit: "Noter",
    day: "Quel jour ?",
    hint: "Aucun rappel jusque-là ; la carte revient le lendemain.",
  },
  later: {
    title: "Plus tard",
    submit: "Noter",
    day: "Quel jour en reparle-t-on ?",
    hint: (latest) => `Jusqu'au ${say.day(latest, "long")}, une seule fois.`,
  },
  noAnswer: {
    title: "Pas de réponse",
    submit: "Noter",
    day: "Quel jour réessayer ?",
    hint: "Les e-mails suivent leur cours.",
  },
  comment: { title: "Commentaire", submit: "Ajouter", text: "Votre commentaire" },
  hold: {
    title: "Attendre",
    submit: "Mettre en pause",
    reason: "Pourquoi attendre ?",
    until: "Jusqu'à quel jour ?",
    untilHint: (latest) => `Jusqu'au ${say.day(latest, "long")} au plus ; la pause s'arrête d'elle-même.`,
    untilHintFinance: "La pause s'arrête d'elle-même ce jour-là.",
    comment: "Un commentaire ?",
    next: (line) => `Prévu : ${line}`,
  },
  askByHand: {
    title: "Proposer un appel",
    submit: "Proposer",
    why: "En une ligne, pourquoi ?",
    whyHint: "C'est la première chose que la personne lira.",
    intro: (customer, owner) =>
      owner === null
        ? `${customer} n'est suivi par personne : l'appel va à la comptabilité.`
        : `L'appel à ${customer} sera proposé à ${owner}.`,
  },
  settings: {
    title: "Réglages",
    submit: "Enregistrer",
    locale: "Langue",
    french: "Français",
    english: "English",
    digest: "Heure du point du matin",
    quiet: "Les jours sans nouvelle",
    quietYes: "Une petite ligne aimable",
    quietNo: "Rien du tout",
    thanks: "Un mot quand un paiement suit votre appel",
    thanksYes: "Oui, dans la journée (une fois par jour au plus)",
    thanksNo: "Non, le point du matin suffit",
    workFrom: "Début de votre journée (rien n'arrive avant)",
    workUntil: "Fin de votre journée (rien n'arrive après)",
    workAsCompany: (time) => `Comme dans l'entreprise (${time})`,
    region: "Jours fériés",
    regionUsual: "Ceux de toute la France",
    regionAlsaceMoselle: "Ceux d'Alsace et de Moselle",
    chat: "Où lire Relais",
    chatAny: "Là où l'on me trouve",
    byEmail: "Par e-mail",
  },
};

import type { LetterWords } from "#i18n/cards/letters/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const lettersFr: LetterWords = {
  title: (customer) => `${customer} : une mise en demeure à approuver`,
  decided: (customer) => `${customer} : la mise en demeure`,
  intro: "Les rappels sont restés sans suite. La lettre ne part que si une personne la lit et l'approuve.",
  letter: ({ from, to, invoices, residual, interest, indemnity, total, answerBy }) =>
    `${from} à ${to} : ${say.money(total)}, soit ${say.money(residual)} sur ${say.count(invoices, "facture", "factures")}, ${say.money(interest)} de pénalités et ${say.money(indemnity)} d'indemnité. Paiement attendu au plus tard le ${say.day(answerBy, "long")}.`,
  computedOn: (day) => `Pénalités calculées au ${say.day(day, "long")}, puis de nouveau le jour de l'approbation.`,
  refused: (to, invoices, why) => `${to}, ${say.count(invoices, "facture", "factures")} : pas de lettre. ${why}`,
  approvedBy: (name, day) => `Approuvée par ${name} le ${say.day(day, "long")}.`,
  toPost: "À imprimer et à poster en recommandé, puis à noter ici : l'étape compte à partir du dépôt.",
  posted: (number, day) => `Postée le ${say.day(day, "long")}, recommandé ${number}.`,
  received: (day) => `Reçue le ${say.day(day, "long")}.`,
  noReceipt: "L'avis de réception n'est pas encore revenu.",
  refusedBy: (customer, name, reason) =>
    `${customer} : pas de mise en demeure${name === null ? "" : `, décision de ${name}`}.${reason === null ? "" : ` Motif : ${reason}`}`,
  aboveLimit: (limit) => `Au-delà de ${say.money(limit)}, c'est la direction qui approuve.`,
  buttons: {
    see: "Voir la lettre",
    seeOf: (to) => `Voir la lettre à ${to}`,
    approve: "Approuver",
    confirm: {
      title: "Approuver la mise en demeure ?",
      text: "La lettre est gardée telle quelle, à votre nom. Elle part quand vous la postez.",
      yes: "Approuver",
      no: "Pas encore",
    },
    refuse: "Refuser",
    pass: "Passer à la direction",
    post: "Noter l'envoi",
    receive: "Noter la réception",
  },
  caseFile: "Le dossier",
  endings: {
    litigation: "Contentieux",
    agency: "Confier à un tiers",
    insurer: "Assureur-crédit",
    factor: "Factor",
    doubtful: "Créance douteuse",
    "write-off": "Passer en perte",
    wait: "Attendre encore",
  },
  endOfRoad: {
    neverPosted: "Aucune mise en demeure n'a été postée à ce jour.",
    postedOn: (day) => `Mise en demeure postée le ${say.day(day, "full")}.`,
  },
  document: {
    title: (name) => name,
    text: "Ce lien est personnel et vaut une journée.",
    open: "Ouvrir le document",
    mail: (subject, to) => `${subject}${to.length === 0 ? "" : ` (à ${say.list(to)})`}`,
    more: (n) => `… et ${say.count(n, "caractère", "caractères")} de plus.`,
  },
  forms: {
    refuse: { title: "Pas de mise en demeure", submit: "Refuser", reason: "Pourquoi ?" },
    post: {
      title: "La lettre est postée",
      submit: "Noter l'envoi",
      number: "Numéro du recommandé",
      numberHint: "Il est sur le bordereau de dépôt.",
      day: "Postée le",
      copy: "Copie par e-mail",
      copyYes: (to) => `Oui, à ${say.list(to)}`,
      copyNo: "Non",
    },
    receive: { title: "Avis de réception", submit: "Noter la réception", day: "Reçue le" },
    end: {
      title: "La suite",
      submit: "C'est décidé",
      ending: "Ce qui est décidé",
      until: "Jusqu'au",
      untilHint: "Pour « Attendre encore » : la carte revient ce jour-là.",
      comment: "En quelques mots",
    },
  },
};

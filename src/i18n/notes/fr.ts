import { of } from "#i18n/french-of.ts";
import type { NoteWords } from "#i18n/notes/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");
const from = (by: string | null): string => (by === null ? "" : ` (${by})`);
const who = (by: string | null): string => by ?? "Une personne de l'équipe";

export const notesFr: NoteWords = {
  menu: {
    contacts: "Contacts et facturation",
    note: "Noter une information utile",
    block: "Pause urgente",
  },
  block: {
    title: (customer) => `${customer} : une pause urgente`,
    text: (by, until) =>
      `${who(by)} demande que rien ne parte à ce client. Les e-mails sont arrêtés jusqu'au ${say.day(until, "long")} compris.`,
    why: (why) => `« ${why} »`,
    carryOn: "On reprend",
    keep: "Garder en pause…",
    waits: (customer, until) =>
      `C'est noté : aucun e-mail ne part à ${customer} jusqu'au ${say.day(until, "long")} compris. La comptabilité vous répond sur cette carte.`,
    kept: (customer, until, by) =>
      `${customer} reste en pause ${until === null ? "jusqu'à nouvel avis" : `jusqu'au ${say.day(until, "long")} compris`}${from(by)}.`,
    carriedOn: (customer, by) => `Les rappels à ${customer} reprennent leur cours${from(by)}.`,
    formTitle: "Pause urgente",
    formIntro: (customer, until) =>
      `Plus aucun e-mail à ${customer}, dès maintenant et jusqu'au ${say.day(until, "long")} compris. La comptabilité décide de la suite et vous répond.`,
    formWhy: "Pourquoi, en une ligne",
    submit: "Tout arrêter",
    keepTitle: "Garder en pause",
    keepUntil: "Jusqu'au (compris)",
    keepSubmit: "Garder",
  },
  contact: {
    title: (customer) => `${customer} : un contact à vérifier`,
    text: () => "À reporter aussi dans le logiciel de facturation, pour le prochain import.",
    proposes: (by, isNew) => `${who(by)} propose ${isNew ? "un nouveau contact" : "une correction"}.`,
    now: (contact) => `Aujourd'hui : ${contact}`,
    proposed: (contact) => `Proposé : ${contact}`,
    agree: "C'est bon",
    refuse: "Ne rien changer",
    waits: (customer) => `Merci ! L'administration des ventes vérifie ce contact ${of(customer)}.`,
    agreed: (customer, by) => `Le contact ${of(customer)} est à jour${from(by)}.`,
    refused: (customer, by) => `Les contacts ${of(customer)} restent comme ils étaient${from(by)}.`,
    heading: (customer) => `Contacts et facturation : ${customer}`,
    none: "Aucun contact n'est connu pour l'instant.",
    add: "Ajouter un contact",
    correct: "Corriger un contact…",
    formTitle: "Contact du client",
    formIntro: (customer, name) =>
      name === null ? `Un nouveau contact chez ${customer}.` : `${name}, chez ${customer} : ce qui a changé.`,
    name: "Nom",
    email: "Adresse e-mail",
    phone: "Téléphone",
    role: "Rôle",
    submit: "Enregistrer",
  },
  circuit: {
    heading: "Comment lui adresser une facture",
    unknown: "Rien n'est noté pour l'instant.",
    portal: (portal) => `Portail : ${portal}`,
    orderNumber: "Le numéro de commande est demandé.",
    noOrderNumber: "Aucun numéro de commande n'est demandé.",
    cutOff: (day) => `À déposer au plus tard le ${day === 1 ? "1er" : day} du mois.`,
    changedBy: (by, day) => `Noté par ${by}, le ${say.day(day, "long")}.`,
    button: "Noter le circuit",
    title: (customer) => `${customer} : le circuit de facturation a changé`,
    text: (by) => `${who(by)} le signale, pour que la prochaine facture arrive au bon endroit.`,
    done: "Prêt pour la prochaine",
    formTitle: "Circuit de facturation",
    formIntro: (customer) => `Ce que ${customer} attend d'une facture.`,
    formPortal: "Portail, ou adresse de dépôt",
    formOrder: "Numéro de commande",
    formOrderHint: "Demandé sur chaque facture",
    formCutOff: "Dernier jour du mois pour déposer",
    formCutOffHint: "De 1 à 31 ; vide s'il n'y en a pas",
    formNote: "Autre précision",
    submit: "Enregistrer",
  },
  vip: {
    title: (customer) => `${customer} : à suivre de près ?`,
    text: (by) =>
      `${who(by)} demande qu'aucun e-mail ne parte tout seul à ce client : chaque étape devient alors une tâche.`,
    agree: "D'accord",
    refuse: "Pas d'accord",
    waits: (customer) =>
      `C'est noté : la comptabilité regarde s'il convient de suivre ${customer} de près, sans e-mail automatique.`,
    agreed: (customer, by) => `${customer} : aucun e-mail ne part plus tout seul${from(by)}.`,
    refused: (customer, by) => `${customer} : les e-mails suivent leur cours${from(by)}.`,
  },
  noteForm: {
    title: "Information utile",
    intro: (customer) => `Ce que vous savez ${of(customer)}, pour que les rappels en tiennent compte.`,
    kind: "De quoi s'agit-il ?",
    kinds: {
      vip: "VIP : aucun e-mail automatique",
      "order-in-progress": "Une commande est en cours : attendre",
      "new-contact": "Un nouvel interlocuteur arrive : attendre",
      "validation-circuit": "La facture est en cours de validation : attendre",
    },
    until: "Attendre jusqu'au (compris)",
    untilHint: (latest) => `Au plus tard le ${say.day(latest, "long")} ; sans effet pour un VIP`,
    text: "En une ligne",
    submit: "Enregistrer",
  },
  factored: {
    tags: {
      notified: "cédée, à payer au factor",
      confidential: "cédée, affacturage confidentiel",
      mandate: "cédée, encaissée sous mandat",
    },
    title: "Factures cédées",
    none: "Aucune facture cédée n'est ouverte.",
    ours: "À encaisser par nous, en premier",
    notified: "À payer au factor : aucun message ne part d'ici",
    line: (customer, number, amount, days) =>
      `${customer}, ${number} : ${say.money(amount)}${days > 0 ? `, ${say.count(days, "jour", "jours")} de retard` : ""}`,
    totals: (amounts, invoices) => `${say.amounts(amounts)} sur ${say.count(invoices, "facture", "factures")}`,
  },
  paidToUs: {
    title: (customer) => `${customer} : payé chez nous, attendu par le factor`,
    text: "Cette facture est cédée : seul un paiement au factor libère le client. Le montant est à lui reverser, et le client à orienter vers lui.",
    done: "C'est reversé",
  },
  insurer: {
    title: (customer) => `${customer} : une déclaration à l'assureur-crédit`,
    declareBefore: (day) =>
      day === null
        ? "La déclaration se fait dans les délais de la police."
        : `Pour garder la garantie, la déclaration se fait au plus tard le ${say.day(day, "long")}.`,
    done: "C'est déclaré",
    beyond: (covered) =>
      `La prolongation garantie par l'assureur-crédit s'arrête au ${say.day(covered, "long")} : au-delà, la garantie peut tomber.`,
    dispute: "Client assuré : un litige peut suspendre la garantie tant qu'il reste ouvert.",
  },
};

import type { CompanyWords } from "#i18n/control/company/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const companyFr: CompanyWords = {
  title: "Réglages de l'entreprise",
  labels: {
    threshold: "Montant minimum d'un rappel",
    interval: "Écart entre deux rappels",
    cap: "Rappels par jour, au plus",
    mailFrom: "Les e-mails partent à partir de",
    mailUntil: "Et jusqu'à",
    callsPerDay: "Appels proposés par jour et par personne",
    callsPerWeek: "Appels proposés par semaine et par personne",
    thanks: "E-mail de remerciement après un paiement",
  },
  interval: (days) => say.count(days, "jour", "jours"),
  cap: (perDay) => (perDay === null ? "sans limite" : say.count(perDay, "rappel", "rappels")),
  calls: (n) => say.count(n, "appel", "appels"),
  yes: "Oui",
  no: "Non",
  change: "Changer…",
  mine: "Mes réglages",
  stops: "Rappels suspendus",
  formTitle: "L'entreprise",
  submit: "Enregistrer",
  hints: {
    threshold: "En euros ; à ce montant exact, le rappel part encore.",
    interval: "En jours, pour un même client.",
    cap: "Laissé vide : sans limite. Le reste part le lendemain, du plus ancien au plus récent.",
    mailFrom: "Par exemple 9 h, les jours ouvrés.",
    thanks: "Un mot au client qui règle après un rappel, jamais plus d'un par jour.",
  },
  wrong: {
    threshold: "Un montant en euros, par exemple 50.",
    interval: "Un nombre de jours, de 0 à 60.",
    cap: "Un nombre entier, ou rien du tout.",
    mailFrom: "Une heure, par exemple 9 h ou 9:30.",
    mailUntil: "Une heure plus tardive que la première, par exemple 18 h.",
    callsPerDay: "Un nombre entier, de 0 à 100.",
    callsPerWeek: "Un nombre entier, au moins celui d'un jour.",
    thanks: "Oui ou non ?",
  },
};

import type { CaseFileWords } from "#i18n/case-file/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const caseFileFr: CaseFileWords = {
  fileName: (customer, day) => `dossier-${customer}-${day}.zip`,
  summaryFile: "00-resume.txt",
  summary: ({ customer, code, siren, day, overdue, interest, indemnity, invoices }) =>
    [
      `Dossier : ${customer} (compte ${code}${siren === null ? "" : `, SIREN ${siren}`})`,
      `Situation au ${say.day(day, "full")}`,
      "",
      overdue.length === 0
        ? "Rien n'est en retard."
        : `En retard : ${say.amounts(overdue)} sur ${say.count(invoices, "facture", "factures")}.`,
      interest.length === 0
        ? "Pénalités de retard légales : aucune."
        : `Pénalités de retard légales à ce jour : ${say.amounts(interest)}.`,
      indemnity === null
        ? "Indemnité forfaitaire : aucune."
        : `Indemnité forfaitaire (40\u00a0€ par facture) : ${say.money(indemnity)}.`,
      "",
      "Dans ce dossier : les factures, ce qui s'est passé dans l'ordre, les promesses, les litiges, les envois, le texte des",
      "e-mails tels qu'ils sont partis, les réponses reçues et les lettres approuvées.",
      "",
    ].join("\n"),
  files: {
    invoices: "01-factures.csv",
    events: "02-chronologie.csv",
    promises: "03-promesses.csv",
    disputes: "04-litiges.csv",
    deliveries: "05-envois.csv",
    mails: "e-mails",
    replies: "reponses",
    letters: "lettres",
  },
  columns: {
    number: "Facture",
    issued: "Date",
    due: "Date d'échéance",
    amount: "Montant TTC",
    residual: "Reste dû",
    currency: "Devise",
    daysLate: "Jours de retard",
    disputed: "Contesté",
    promised: "Promis",
    interest: "Pénalités",
    indemnity: "Indemnité (EUR)",
    day: "Jour",
    what: "Ce qui s'est passé",
    who: "Par",
    state: "État",
    invoices: "Factures",
    comment: "Commentaire",
    category: "Motif",
    closed: "Clos le",
    outcome: "Issue",
    step: "Étape",
    to: "À",
    messageId: "Identifiant du message",
    because: "Si non remis, pourquoi",
  },
  promiseStates: {
    live: "en cours",
    kept: "tenue",
    "partly-kept": "tenue en partie",
    broken: "non tenue",
    cancelled: "annulée",
    rescheduled: "remplacée",
    refused: "non retenue",
  },
  undone: " (annulé)",
  mailHead: (subject, to, day) => `Objet : ${subject}\nÀ : ${to.join(", ")}\nEnvoyé le ${day}\n\n`,
  replyHead: (subject, from, day) => `Objet : ${subject}\nDe : ${from}\nReçu le ${day}\n\n`,
};

import type { ScoreReason } from "#domain/score.ts";
import type { CustomerWords } from "#i18n/cards/customer/messages.ts";
import { commonFr } from "#i18n/common/fr.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const customerFr: CustomerWords = {
  summary: (customer, overdue) =>
    overdue.length === 0 ? `${customer} : rien en retard` : `${customer} : ${say.amounts(overdue)} en retard`,
  settled: (customer) => `✅ ${customer} : tout est réglé`,
  toReceive: "À recevoir",
  late: "En retard",
  lateValue: (overdue, days) => `${say.amounts(overdue)}, jusqu'à ${say.count(days, "jour", "jours")}`,
  nothingLate: "rien",
  notDue: "Pas encore attendu",
  nextDue: "Prochaine date",
  nextDueValue: (amount, day, today) => `${say.money(amount)}, ${say.near(day, today)}`,
  promised: "Promis",
  promiseValue: (amount, due, state) =>
    `${say.money(amount)} pour le ${say.day(due, "long")}${
      { waiting: "", "awaits-finance": " (accord de la comptabilité attendu)", late: " (pas encore arrivé)" }[state]
    }`,
  disputes: "Litiges en cours",
  disputeValue: (amount, invoice, category, answerBy) =>
    `${say.money(amount)} sur ${invoice}, ${category}, réponse attendue pour le ${say.day(answerBy, "short")}`,
  pastDisputesLabel: "Litiges passés",
  pastDisputes: (count, theirs) =>
    count === 1
      ? `1, ${theirs === 0 ? "sans fondement ou partagé" : "où le client avait raison"}`
      : `${say.number(count)}, ${theirs === 0 ? "tous sans fondement ou partagés" : `dont ${say.number(theirs)} où le client avait raison`}`,
  credit: "Avoirs et paiements à affecter",
  habits: "Habitudes",
  habitsValue: (mean, settled) =>
    `paie en moyenne ${mean <= 0 ? "à la date prévue" : `${say.count(mean, "jour", "jours")} après la date`} (${say.count(settled, "facture réglée", "factures réglées")})`,
  noHistory: (settled) => `pas encore assez d'historique (${say.count(settled, "facture réglée", "factures réglées")})`,
  score: "En deux mots",
  ratings: { good: "Bon payeur", watch: "À suivre", difficult: "Paiements difficiles" },
  reason,
  terms: "Conditions",
  creditLimit: "Limite de crédit",
  limitValue: (limit, percent, excess) =>
    `${say.money(limit)}${percent === null ? "" : `, utilisée à ${formatPercent(percent, "fr")}`}${
      excess === null ? "" : ` (${say.money(excess)} au-dessus)`
    }`,
  noCredit: "aucun crédit accordé",
  lastAction: "Dernière étape",
  nextAction: "Prochaine étape",
  withFinance: (step) => `${commonFr.steps[step]}, entre les mains de la comptabilité`,
  action: (step, day, today, undelivered) =>
    `${commonFr.steps[step]}, ${say.near(day, today)}${undelivered ? " (non arrivé)" : ""}`,
  nothingPlanned: "rien de prévu",
  holds: "En pause",
  holdValue: (why, until, invoice, author) =>
    `${invoice === null ? "" : `facture ${invoice}, `}${why}${until === null ? "" : `, jusqu'au ${say.day(until, "long")}`}${author === null ? "" : ` (${author})`}`,
  contacts: "Contacts",
  contactStopped: (because) => ` (${because})`,
  owner: "Suivi par",
  unowned: "personne pour l'instant",
  payer: "Payé par",
  keyAccount: "Compte clé : aucun e-mail ne part tout seul.",
  insolvency: (day) =>
    `Procédure collective ouverte le ${say.day(day, "full")} : les factures antérieures ne se réclament plus.`,
  comments: "Dernier commentaire",
  commentValue: (text, author, day) =>
    `« ${text} »${author === null ? "" : `, ${author}`}, le ${say.day(day, "short")}`,
  invoicesTitle: (n) => say.count(n, "facture ouverte", "factures ouvertes"),
  invoiceLine: (number, residual, due, today, daysLate) =>
    daysLate > 0
      ? `${number} : ${say.money(residual)}, ${say.count(daysLate, "jour", "jours")} de retard`
      : `${number} : ${say.money(residual)}, ${due === today ? "attendue aujourd'hui" : `attendue le ${say.day(due, "short")}`}`,
  lastReminder: (step, day) => `${commonFr.steps[step]} le ${say.day(day, "short")}`,
  notArrived: ", non arrivé",
  invoicePromised: (amount) => `${say.money(amount)} promis`,
  invoiceDisputed: (amount) => `${say.money(amount)} contestés`,
  others: (n, amount) => `et ${say.count(n, "autre facture", "autres factures")} pour ${say.amounts(amount)}`,
  menu: {
    timeline: "Historique",
    hold: "Attendre avant le prochain rappel",
    endHold: (until) =>
      until === null ? "Reprendre les rappels" : `Reprendre les rappels (pause jusqu'au ${say.day(until, "short")})`,
    comment: "Ajouter un commentaire",
    askByHand: "Proposer un appel",
    call: "Voir l'appel en cours",
    movePromise: (due) => `Changer la date du ${say.day(due, "short")}`,
    cancelPromise: (due) => `Annuler la promesse du ${say.day(due, "short")}`,
    closeDispute: (invoice) => `Répondre au litige sur ${invoice}`,
    reminder: "Lire le prochain e-mail",
    more: (n) => `Voir ${n === 1 ? "1 autre facture" : `${say.number(n)} autres factures`}`,
  },
  reminder: {
    title: (customer) => `Le prochain e-mail à ${customer}`,
    none: (customer) => `Aucun e-mail ne part à ${customer} aujourd'hui ni le prochain jour ouvré.`,
    leaves: (step, day, today, total, invoices) =>
      `${say.capital(commonFr.steps[step])}, ${say.near(day, today)} : ${say.money(total)} sur ${say.count(invoices, "facture", "factures")}.`,
    to: (addresses) => `À ${say.list(addresses)}`,
    subject: (subject) => `Objet : ${subject}`,
    held: "Rien n'est encore en service : cet e-mail partirait si les envois commençaient ce jour-là.",
  },
};

function reason(why: ScoreReason): string {
  switch (why.is) {
    case "delay":
      return why.days <= 0
        ? "paie en moyenne à la date prévue"
        : `paie en moyenne avec ${say.count(why.days, "jour", "jours")} de retard`;
    case "late-share":
      return say.count(why.late, `facture sur ${why.of} payée en retard`, `factures sur ${why.of} payées en retard`);
    case "trend":
      if (Math.abs(why.days) < 1) return "les 3 dernières payées comme les précédentes";
      return `les 3 dernières payées ${say.count(Math.abs(why.days), "jour", "jours")} plus ${why.days > 0 ? "tard" : "tôt"} qu'avant`;
    case "open-overdue":
      return `${say.count(why.invoices, "facture en retard", "factures en retard")} en ce moment, jusqu'à ${say.count(why.days, "jour", "jours")}`;
    case "broken-promises":
      return say.count(why.count, "promesse non tenue", "promesses non tenues");
    case "disputes-lost":
      return say.count(why.count, "litige sans fondement", "litiges sans fondement");
    case "limit-used":
      return `limite de crédit utilisée à ${formatPercent(why.percent, "fr")}`;
  }
}

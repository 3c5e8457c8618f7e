import type { DisputeOutcome } from "#domain/dispute.ts";
import type { DisputeWords } from "#i18n/cards/disputes/messages.ts";
import { commonFr } from "#i18n/common/fr.ts";
import { by } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const CLOSED: Readonly<Record<DisputeOutcome, (amount: string) => string>> = {
  ours: (amount) =>
    `après vérification, les ${amount} restent dus. On peut le lui expliquer ; les rappels reprennent dans 3 jours ouvrés.`,
  theirs: (amount) => `le client a raison pour ${amount}. Un avoir suit, plus rien n'est demandé sur ce montant.`,
  shared: (amount) => `un partage est convenu sur les ${amount} : un avoir pour une partie, le solde reste à régler.`,
};

export const disputesFr: DisputeWords = {
  summary: (customer, amount) => `${customer} conteste ${say.amounts(amount)}`,
  contests: (customer, amount, what) => `${customer} conteste ${say.amounts(amount)} (${what}).`,
  what: (category, comment) => comment ?? commonFr.categories[category],
  looksInto: (owner, before, today) =>
    owner.name === null
      ? `${say.capital(commonFr.roles[owner.role])} regarde et vous répond ici ${by(before, today)}.`
      : `${owner.name}, ${commonFr.atRole[owner.role]}, regarde et vous répond ici ${by(before, today)}.`,
  youLookInto: (before, today) => `La réponse est entre vos mains, ${by(before, today)} si possible.`,
  noReminder: (amount) => `Pas de rappel sur ces ${say.amounts(amount)}`,
  rest: (rest) => ` ; les ${say.amounts(rest)} restants suivent leur cours.`,
  toSay: (before) =>
    `À dire au client : « On vérifie, et je reviens vers vous ${say.day(before, "weekday").split(" ")[0]}. »`,
  ownerTitle: (customer, amount) => `${customer} conteste ${say.amounts(amount)} : un coup d'œil ?`,
  ownerFacts: (amount, invoice, what) => `${say.money(amount)} sur la facture ${invoice} (${what}).`,
  openedBy: (name, day) => `Noté par ${name} le ${say.day(day, "short")}.`,
  answerBy: (before, today) => `Une réponse ${by(before, today)} permet au commerce de rappeler le client.`,
  late: (before) => `Une réponse était attendue le ${say.day(before, "long")} ; le client attend toujours la nôtre.`,
  close: { ours: "Le montant est dû", theirs: "Le client a raison", shared: "C'est partagé" },
  closeWithWords: "Répondre en détail…",
  closed: (customer, amount, invoice, outcome) =>
    outcome === null
      ? `${customer}, facture ${invoice} : le litige de ${say.money(amount)} est clos.`
      : `${customer}, facture ${invoice} : ${CLOSED[outcome](say.money(amount))}`,
  closedBy: (name, day) => `Répondu par ${name} le ${say.day(day, "short")}.`,
  closedByItself: (day) => `Clos le ${say.day(day, "short")} : le paiement ou l'avoir est arrivé.`,
  undone: (customer) => `C'est annulé : aucun litige n'est noté pour ${customer}, tout est comme avant.`,
};

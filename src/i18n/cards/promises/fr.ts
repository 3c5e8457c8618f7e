import type { PromiseWords } from "#i18n/cards/promises/messages.ts";
import { of } from "#i18n/french-of.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

export const promisesFr: PromiseWords = {
  summary: (customer, amount, due) => `${customer} : ${say.money(amount)} promis pour le ${say.day(due, "long")}`,
  pays: (customer, amount, due) => `${customer} règle ${say.money(amount)} le ${say.day(due, "long")}.`,
  noReminder: (invoices, from, due) =>
    `Aucun rappel sur ${invoices === 1 ? "cette facture" : `ces ${say.number(invoices)} factures`} avant le ${say.dayNumber(from, due)}.`,
  rest: (rest) => `Le reste, ${say.money(rest)}, suit son cours.`,
  toldFirst: "Si le paiement tarde, on vous prévient en premier.",
  awaiting: (from, due) =>
    `La date est un peu lointaine : la comptabilité donne son accord. En attendant, aucun rappel avant le ${say.dayNumber(from, due)}.`,
  keptTitle: (customer) => `✅ ${customer} : promesse tenue`,
  kept: (customer, paid, thanks) =>
    `Bonne nouvelle : ${customer} a réglé ${say.money(paid)}, comme promis.${thanks === null ? "" : ` Merci ${thanks} !`}`,
  partlyTitle: (customer) => `${customer} : une partie est arrivée`,
  partly: (customer, paid, amount, missing, due) =>
    `${customer} a réglé ${say.money(paid)} sur les ${say.money(amount)} promis pour le ${say.day(due, "long")}. Il reste ${say.money(missing)} à régler.`,
  cancelled: (customer, amount, due) =>
    `La promesse ${of(customer)} (${say.money(amount)} pour le ${say.day(due, "long")}) est annulée. Les rappels reprennent leur cours.`,
  moved: (customer, amount) => `${customer} : une nouvelle date remplace celle-ci pour ${say.money(amount)}.`,
  refused: (customer, due) =>
    `La comptabilité ne peut pas attendre ${customer} jusqu'au ${say.day(due, "long")}. Une date plus proche reste possible ; les rappels reprennent leur cours.`,
  undone: (customer) => `C'est annulé : rien n'est noté pour ${customer}, tout est comme avant.`,
  waitingForData: (due) =>
    `Prévu le ${say.day(due, "long")} ; les paiements de ce jour-là ne sont pas encore arrivés en comptabilité, rien ne part en attendant.`,
  cancel: "Annuler la promesse",
  cancelConfirm: {
    title: "Annuler cette promesse ?",
    text: "Les rappels reprennent leur cours dès aujourd'hui.",
    yes: "Annuler la promesse",
    no: "La garder",
  },
};

import type { Day } from "#domain/calendar.ts";
import type { ForecastMethod } from "#domain/forecast.ts";
import type { ErrorSaid, ForecastWords, PlaceSaid } from "#i18n/cards/forecast/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("fr");

const REPLAYED = "recalculé après coup";
/** Above it a percentage says less than the two amounts. */
const FAR_OFF_PERCENT = 200;

const METHODS: Readonly<Record<ForecastMethod, string>> = {
  promise: "promis par le client",
  "customer-habit": "selon l'habitude du client",
  "segment-habit": "selon l'habitude de clients semblables",
  "company-habit": "selon l'habitude de tous les clients",
  "due-date": "à la date prévue, faute d'historique",
};

export const forecastFr: ForecastWords = {
  title: (scope) => `Prévisionnel : ${scope}`,
  summary: (scope, thisWeek) => `Prévisionnel, ${scope} : ${say.money(thisWeek)} attendus d'ici dimanche`,
  nothing: "Rien à recevoir ici pour l'instant : il n'y a donc rien à prévoir.",
  asOfDay: (day) =>
    `D'après les factures ouvertes au ${say.day(day, "full")}. Les avoirs non utilisés ne sont pas déduits.`,
  chart: {
    title: (currency) => `Attendu par semaine (${currency})`,
    week: (week) => `S${week}`,
    promised: "Promis",
    habits: "Selon les habitudes",
    inWords: (weeks) =>
      `Attendu : ${say.list(weeks.map(({ week, expected }) => `${say.money(expected)} en semaine ${week}`))}.`,
  },
  line: (place, expected, promised, invoices) =>
    `${placeName(place)} : ${say.money(expected)}${promised === null ? "" : `, dont ${say.money(promised)} promis`}${invoices === null ? "" : ` (${say.count(invoices, "facture", "factures")})`}`,
  emptyLine: (place) => `${placeName(place)} : rien d'attendu`,
  place: placeName,
  details: "Voir le détail…",
  otherCurrency: "Autre devise…",
  methods: (said) => `D'où vient la prévision : ${say.list(said)}.`,
  methodPart: (amount, method) => `${say.money(amount)} ${METHODS[method]}`,
  errorsTitle: "Ce que les dernières prévisions annonçaient",
  noErrors: "Pas encore de semaine passée à comparer.",
  error: errorSentence,
  errorsNote:
    "Reçu : tous les paiements de la semaine, y compris les retards qui sont arrivés et les factures émises depuis.",
  invoice: (number, amount, on) =>
    on === null ? `, ${number} : ${say.money(amount)}` : `, ${number} : ${say.money(amount)}, ${say.day(on, "long")}`,
  because(method, due, delay) {
    if (method === null) return "contestée : aucune date tant que le litige est ouvert";
    if (method === "promise") return "promis par le client pour ce jour-là";
    if (delay === null || method === "due-date") return "à la date prévue, faute d'historique";
    return `${METHODS[method]} : ${delaySaid(delay, due)}`;
  },
  linesTitle: (place, invoices, amount) =>
    `${placeName(place)} : ${say.money(amount)}, ${say.count(invoices, "ligne", "lignes")}`,
  back: "Toute la prévision",
};

function placeName(place: PlaceSaid): string {
  switch (place.is) {
    case "week": {
      const { week, from, until, current } = place;
      return current
        ? `Semaine ${week}, en cours, jusqu'au ${say.day(until, "short")}`
        : `Semaine ${week}, du ${say.dayNumber(from, until)} au ${say.day(until, "short")}`;
    }
    case "should-have-come":
      return "Aurait dû arriver";
    case "later":
      return "Plus tard";
    case "disputed":
      return "Contesté, mis à part";
  }
}

function delaySaid(days: number, due: Day): string {
  const planned = `le ${say.day(due, "short")}, date prévue`;
  if (days === 0) return planned;
  return `${say.count(Math.abs(days), "jour", "jours")} ${days > 0 ? "après" : "avant"} ${planned}`;
}

function errorSentence({ week, expected, collected, percent, madeOn }: ErrorSaid): string {
  const told = `Semaine ${week} : ${say.money(expected)} attendus, ${say.money(collected)} reçus`;
  const when = madeOn === null ? ` (${REPLAYED})` : ` (annoncé le ${say.day(madeOn, "short")})`;
  if (percent === null) return `${told}${when}`;
  if (collected.minor === 0n) return `Semaine ${week} : ${say.money(expected)} attendus, rien reçu${when}`;
  if (percent > FAR_OFF_PERCENT) return `${told}, bien plus que prévu${when}`;
  if (percent === 0) return `${told}, comme prévu${when}`;
  return `${told}, soit ${formatPercent(Math.abs(percent), "fr")} de ${percent > 0 ? "plus" : "moins"}${when}`;
}

import { partsOf, type Day } from "#domain/calendar.ts";
import type { ForecastMethod } from "#domain/forecast.ts";
import type { ErrorSaid, ForecastWords, PlaceSaid } from "#i18n/cards/forecast/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const REPLAYED = "worked out afterwards";
/** Above it a percentage says less than the two amounts. */
const FAR_OFF_PERCENT = 200;

const METHODS: Readonly<Record<ForecastMethod, string>> = {
  promise: "promised by the customer",
  "customer-habit": "going by the customer's habits",
  "segment-habit": "going by similar customers' habits",
  "company-habit": "going by all customers' habits",
  "due-date": "on the due date, as there is no history",
};

export const forecastEn: ForecastWords = {
  title: (scope) => `Forecast: ${scope}`,
  summary: (scope, thisWeek) => `Forecast, ${scope}: ${say.money(thisWeek)} expected by Sunday`,
  nothing: "Nothing to come in here for now, so there is nothing to forecast.",
  asOfDay: (day) => `Based on the invoices open on ${say.day(day, "full")}. Unused credit notes are not deducted.`,
  chart: {
    title: (currency) => `Expected by week (${currency})`,
    week: (week) => `W${week}`,
    promised: "Promised",
    habits: "By habit",
    inWords: (weeks) =>
      `Expected: ${say.list(weeks.map(({ week, expected }) => `${say.money(expected)} in week ${week}`))}.`,
  },
  line: (place, expected, promised, invoices) =>
    `${placeName(place)}: ${say.money(expected)}${promised === null ? "" : `, ${say.money(promised)} of it promised`}${invoices === null ? "" : ` (${say.count(invoices, "invoice", "invoices")})`}`,
  emptyLine: (place) => `${placeName(place)}: nothing expected`,
  place: placeName,
  details: "See the details…",
  otherCurrency: "Other currency…",
  methods: (said) => `Where the forecast comes from: ${say.list(said)}.`,
  methodPart: (amount, method) => `${say.money(amount)} ${METHODS[method]}`,
  errorsTitle: "What the last forecasts said",
  noErrors: "No past week to compare with yet.",
  error: errorSentence,
  errorsNote: "Received: every payment of the week, including late ones that came in and invoices issued since.",
  invoice: (number, amount, on) =>
    on === null ? `, ${number}: ${say.money(amount)}` : `, ${number}: ${say.money(amount)}, ${say.day(on, "long")}`,
  because(method, due, delay) {
    if (method === null) return "disputed: no day while the dispute is open";
    if (method === "promise") return "promised by the customer for that day";
    if (delay === null || method === "due-date") return "on the due date, as there is no history";
    return `${METHODS[method]}: ${delaySaid(delay, due)}`;
  },
  linesTitle: (place, invoices, amount) =>
    `${placeName(place)}: ${say.money(amount)}, ${say.count(invoices, "line", "lines")}`,
  back: "The whole forecast",
};

function placeName(place: PlaceSaid): string {
  switch (place.is) {
    case "week": {
      const { week, from, until, current } = place;
      return current
        ? `Week ${week}, under way, until ${say.day(until, "short")}`
        : `Week ${week}, ${firstDay(from, until)} to ${say.day(until, "short")}`;
    }
    case "should-have-come":
      return "Should have come";
    case "later":
      return "Later";
    case "disputed":
      return "Disputed, set aside";
  }
}

/** "7" to 13 December, "28 December" to 3 January. */
function firstDay(from: Day, until: Day): string {
  const [, month, number] = partsOf(from);
  return partsOf(until)[1] === month ? String(number) : say.day(from, "short");
}

function delaySaid(days: number, due: Day): string {
  const planned = `${say.day(due, "short")}, the due date`;
  if (days === 0) return `on ${planned}`;
  return `${say.count(Math.abs(days), "day", "days")} ${days > 0 ? "after" : "before"} ${planned}`;
}

function errorSentence({ week, expected, collected, percent, madeOn }: ErrorSaid): string {
  const told = `Week ${week}: ${say.money(expected)} expected, ${say.money(collected)} received`;
  const when = madeOn === null ? ` (${REPLAYED})` : ` (forecast on ${say.day(madeOn, "short")})`;
  if (percent === null) return `${told}${when}`;
  if (collected.minor === 0n) return `Week ${week}: ${say.money(expected)} expected, nothing received${when}`;
  if (percent > FAR_OFF_PERCENT) return `${told}, far more than forecast${when}`;
  if (percent === 0) return `${told}, as forecast${when}`;
  return `${told}, ${formatPercent(Math.abs(percent), "en")} ${percent > 0 ? "more" : "less"}${when}`;
}

import { LATER_DAYS, FOLLOWED_DAYS, type ProofFigure, type Side } from "#domain/proof.ts";
import type { ProofWords } from "#i18n/cards/proof/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");
const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

export const proofEn: ProofWords = {
  title: "What has changed since go-live",
  nothingLive: "Relais is not live yet: there is nothing to compare so far.",
  seller: (name, wentLiveOn) => `${name}, live since ${say.day(wentLiveOn, "full")}`,
  figure: {
    "cash-at-30": "Collected 30 days after the due date",
    "days-late": "Median lateness of payments",
    "dispute-days": "Median age of disputes when closed",
    "days-to-outcome": "Median time from a request to call to its answer",
  },
  sides: (figure, before, after) =>
    `${value(figure, before)} before, ${value(figure, after)} since (${cases(before, after)}).`,
  only: (figure, after) => `${value(figure, after)} since (${say.count(after.cases, "case", "cases")}).`,
  difference: (figure, difference, interval) =>
    `Difference: ${change(figure, difference)}${interval === null ? "" : `, between ${signed.format(interval[0])} and ${signed.format(interval[1])}`}.`,
  range: (figure, [low, high]) => `Between ${number.format(low)} and ${unit(figure, high)}.`,
  verdict: {
    "proven-better": "A proven improvement.",
    "proven-worse": "A proven setback.",
    "not-proven": "Not proven yet: the difference may be due to chance.",
    "too-few": "Too few cases or customers to tell.",
    "no-before": "Nothing to compare with before go-live.",
  },
  noHistory:
    "The files from before go-live hold hardly anything but open invoices: the payments of that time cannot serve as a comparison.",
  basis: (comparedFrom, wentLiveOn, knownUntil) =>
    `Before: ${say.day(comparedFrom, "full")} to ${say.day(wentLiveOn, "full")}. Since: payments known up to ${say.day(knownUntil, "full")}.`,
  caveat:
    "No two periods are quite alike: the season, the orders and the economy count too. A proven difference does not say by itself where it comes from.",
  sure: "The ranges are 95% sure. Customers are drawn at random for them, so that one big customer does not decide alone.",
  others: (n) => `${say.count(n, "other company", "other companies")}: "cash proof seller" and its name.`,
};

function value(figure: ProofFigure, side: Side): string {
  if (side.value === null) return "nothing";
  if (figure === "days-late" && side.value >= LATER_DAYS) return `more than ${FOLLOWED_DAYS} days`;
  return unit(figure, side.value);
}

function unit(figure: ProofFigure, amount: number): string {
  if (figure === "cash-at-30") return formatPercent(amount, "en");
  return `${number.format(amount)} ${Math.abs(amount) === 1 ? "day" : "days"}`;
}

function change(figure: ProofFigure, difference: number): string {
  const noun = figure === "cash-at-30" ? "point" : "day";
  return `${signed.format(difference)} ${noun}${Math.abs(difference) === 1 ? "" : "s"}`;
}

function cases(before: Side, after: Side): string {
  return `${number.format(before.cases)} and ${number.format(after.cases)} cases`;
}

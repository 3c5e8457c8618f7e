import { folded } from "#chat/typed-words.ts";
import type { GoalPeriod } from "#domain/cash-goal.ts";

/** What follows `/cash`. A scope is looked up later, by `findScope`: "", "moi", "équipe Ouest", "société FR01". */
export type TypedCash =
  /** The weekly report, now, to whoever asks. */
  | { readonly is: "cash-report"; readonly scope: string }
  /** Without an amount: the goals as they stand. An amount is read later, in the currency meant. */
  | {
      readonly is: "cash-goal";
      readonly amountText: string | null;
      readonly period: GoalPeriod;
      readonly scope: string;
    }
  | { readonly is: "cash-subscribe"; readonly scope: string }
  | { readonly is: "cash-subscriptions" }
  | { readonly is: "cash-unsubscribe" }
  | { readonly is: "cash-export"; readonly scope: string }
  | { readonly is: "cash-proof"; readonly scope: string };

type CashVerb = "goal" | "subscribe" | "subscriptions" | "unsubscribe" | "export" | "proof";

const CASH_VERBS: ReadonlyMap<string, CashVerb> = new Map([
  ["objectif", "goal"],
  ["objectifs", "goal"],
  ["goal", "goal"],
  ["goals", "goal"],
  ["abonner", "subscribe"],
  ["abonnement", "subscribe"],
  ["subscribe", "subscribe"],
  ["abonnements", "subscriptions"],
  ["subscriptions", "subscriptions"],
  ["arreter", "unsubscribe"],
  ["desabonner", "unsubscribe"],
  ["stop", "unsubscribe"],
  ["unsubscribe", "unsubscribe"],
  ["export", "export"],
  ["exporter", "export"],
  ["preuve", "proof"],
  ["proof", "proof"],
]);

/** "300000", "300 000 €", "€300,000", "300k": digits with what people put between and around them. */
const AMOUNT =
  /^(?:[€$£]\s*|[A-Z]{3}\s+)?\d[\d\s.,'’]*(?:[kK](?![\p{L}]))?(?:\s*[€$£]|\s*(?:[A-Z]{3}|eur|usd|gbp)(?![\p{L}]))?/u;

const PERIOD = /(?:^|\s)(?:par\s+|per\s+|a\s+)?(mois|mensuel|month|monthly|semaine|hebdo|week|weekly)(?=\s|$)/u;

/** Reads what follows `/cash`; what begins with no word of ours is the scope of the report. */
export function readCash(typed: string): TypedCash {
  const [first = "", ...others] = typed.split(/\s+/);
  const rest = others.join(" ");
  switch (CASH_VERBS.get(folded(first))) {
    case "goal":
      return readGoal(rest);
    case "subscribe":
      return { is: "cash-subscribe", scope: rest };
    case "subscriptions":
      return { is: "cash-subscriptions" };
    case "unsubscribe":
      return { is: "cash-unsubscribe" };
    case "export":
      return { is: "cash-export", scope: rest };
    case "proof":
      return { is: "cash-proof", scope: rest };
    default:
      return { is: "cash-report", scope: typed };
  }
}

/** "300000 semaine équipe Ouest": the amount first, the period anywhere after it, the scope what is left. */
function readGoal(rest: string): TypedCash {
  const amount = AMOUNT.exec(rest)?.[0] ?? "";
  const after = rest.slice(amount.length).trim();
  const said = PERIOD.exec(after.toLowerCase());
  const week = said !== null && /^(?:semaine|hebdo|week|weekly)$/.test(said[1] ?? "");
  const scope = said === null ? after : after.slice(0, said.index) + after.slice(said.index + said[0].length);
  return {
    is: "cash-goal",
    amountText: amount === "" ? null : amount.trim(),
    period: week ? "week" : "month",
    scope: scope.trim(),
  };
}

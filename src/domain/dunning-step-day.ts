import { addDays, nextWorkingDay, previousWorkingDay, type Day } from "./calendar.ts";
import type { Debtor, DunnedInvoice, Position } from "./dunning-facts.ts";
import { digitsOf } from "./money.ts";
import { positionOf, type PreDueRule, type Scenario, type Step } from "./scenario.ts";
import { stepApplies } from "./scenario-condition.ts";

/** What the days of an invoice's steps depend on. */
export type Paced = Position &
  Pick<DunnedInvoice, "due" | "amount" | "currency" | "customerKind"> &
  Partial<Pick<DunnedInvoice, "means" | "done">>;
/** Without a standing no condition is judged. */
export type Pace = Pick<Debtor, "kind" | "region" | "slowPayer"> & Partial<Pick<Debtor, "standing">>;

/** The scenario's amounts are written in cents of a currency with two decimals. */
const RULE_DIGITS = 2;

/** A mean signed delay in days over settled invoices. */
export interface PaymentHabit {
  readonly settled: number;
  readonly meanDelayDays: number;
}

/** Late enough, often enough, to be reminded before the day (D3). */
export function isSlowPayer(rule: PreDueRule, habit: PaymentHabit): boolean {
  return habit.settled >= rule.settledMin && habit.meanDelayDays >= rule.slowMeanDelayDays;
}

/**
 * The day of a step for an invoice: after the due day on a working day of the recipient or the next one, before it on the
 * previous one. Null = this step is not for this invoice: nobody gives a consumer or a sister company formal notice, and
 * only slow payers and large invoices are written to before the day, unless finance wants all; and a step may have
 * conditions of its own.
 */
export function stepDay(scenario: Scenario, step: Step, invoice: Paced, pace: Pace): Day | null {
  if (!stepApplies(step.when, pace.standing ?? null, invoice)) return null;
  if (step.name === "pre-due") {
    const offset = preDueOffset(scenario.preDue, step, invoice, pace);
    return offset === null ? null : previousWorkingDay(addDays(invoice.due, offset), pace.region);
  }
  if (step.name === "formal-notice" && (neverSummoned(invoice.customerKind) || neverSummoned(pace.kind))) return null;
  return nextWorkingDay(naturalDay(step, invoice), pace.region);
}

/** The day of a step before it moves to a working day. */
export function naturalDay(step: Step, invoice: Pick<Paced, "due" | "shift">): Day {
  return addDays(invoice.due, step.offset + invoice.shift);
}

/**
 * The first day on which any step of the invoice can be due; null after the last one. For an invoice without a step it is
 * the earliest pre-due day whether or not the customer is slow by then: habits change, and so does what conditions ask.
 */
export function nextStepOn(
  scenario: Scenario,
  invoice: Paced,
  { kind, region, slowPayer }: Pace,
  today: Day,
): Day | null {
  const pace: Pace = { kind, region, slowPayer };
  if (invoice.step === null && today <= invoice.due) {
    const days = scenario.steps.map((step) => stepDay(scenario, step, invoice, { ...pace, slowPayer: true }));
    return days.find((day) => day !== null) ?? null;
  }
  const after = scenario.steps.slice(Math.max(positionOf(scenario, invoice.step), positionOf(scenario, "pre-due")) + 1);
  return after.map((step) => stepDay(scenario, step, invoice, pace)).find((day) => day !== null) ?? null;
}

function preDueOffset(rule: PreDueRule, step: Step, invoice: Paced, pace: Pace): number | null {
  if (invoice.amount >= inCurrency(rule.largeFromMinor, invoice.currency)) return rule.largeOffset;
  return pace.slowPayer || rule.everybody ? step.offset : null;
}

/** The same number of main units in another currency: 10 000 of theirs. */
function inCurrency(ruleMinor: bigint, currency: string): bigint {
  const digits = digitsOf(currency);
  return digits >= RULE_DIGITS
    ? ruleMinor * 10n ** BigInt(digits - RULE_DIGITS)
    : ruleMinor / 10n ** BigInt(RULE_DIGITS - digits);
}

function neverSummoned(kind: Pace["kind"]): boolean {
  return kind === "consumer" || kind === "intercompany";
}

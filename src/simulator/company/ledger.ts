import { addDays, addMonths, daysBetween, maxDay, nextWorkingDay, type Day } from "#domain/calendar.ts";
import type { CustomerPlan } from "./customer.ts";
import { createRandom, type Random } from "./random.ts";
import { LEDGER_FROM, LEDGER_UNTIL, START_DAY, WRITTEN_INVOICES } from "./story.ts";

/** A document of the company's accounts. Amounts in cents; credit notes are positive too, `creditOf` tells them. */
export interface LedgerInvoice {
  readonly number: string;
  readonly customer: CustomerPlan;
  readonly issued: Day;
  readonly due: Day;
  readonly cents: number;
  readonly creditOf: string | null;
  /** The day it was or would be paid by habit alone; null = the customer waits for a reminder, a call, or for ever. */
  readonly paidOn: Day | null;
  /** Set: half of it came on this day already. */
  readonly halfPaidOn: Day | null;
}

const HALF_PAID_SHARE = 0.06;
const CREDITED_SHARE = 0.03;
const CREDIT_AFTER_DAYS = 9;
const CREDIT_PERCENT = { least: 8, most: 30 };
const JITTER_DAYS = 3;
/** How long after the due day those who wait for us paid in the past. */
const PAST_DAYS_LATE = {
  "after-mail": { least: 16, most: 30 },
  "after-call": { least: 36, most: 58 },
  never: { least: 12, most: 30 },
} as const;
/** Since this day the customers who never pay have stopped. */
const GAVE_UP_ON: Day = "2026-09-20";

/** Every invoice and credit note of these customers, in the order of issue, numbered; the same at every start. */
export function drawLedger(customers: readonly CustomerPlan[]): readonly LedgerInvoice[] {
  const drawn = customers.flatMap((customer) => [...writtenFor(customer), ...drawnFor(customer)]);
  const sorted = drawn.toSorted((a, b) => a.issued.localeCompare(b.issued) || a.key.localeCompare(b.key));
  const numbers = numbersByKey(sorted);
  return sorted.map(({ key, creditOfKey, ...invoice }) => ({
    ...invoice,
    number: numbers.get(key) ?? key,
    creditOf: creditOfKey === null ? null : (numbers.get(creditOfKey) ?? null),
  }));
}

type Draft = Omit<LedgerInvoice, "number" | "creditOf"> & { readonly key: string; readonly creditOfKey: string | null };

function writtenFor(customer: CustomerPlan): readonly Draft[] {
  return WRITTEN_INVOICES.filter((one) => one.customer === customer.code).map((one, index) => ({
    ...one,
    customer,
    key: `${customer.code}-written-${index}`,
    creditOfKey: null,
    halfPaidOn: null,
  }));
}

function drawnFor(customer: CustomerPlan): readonly Draft[] {
  const random = createRandom(customer.code);
  const drafts: Draft[] = [];
  const { writtenUntil } = customer;
  for (let month = LEDGER_FROM; month < LEDGER_UNTIL; month = addMonths(month, 1)) {
    const count = Math.floor(customer.invoicesPerMonth) + (random.chance(customer.invoicesPerMonth % 1) ? 1 : 0);
    for (let nth = 0; nth < count; nth++) {
      const found = drawInvoice(customer, random, month, `${customer.code}-${month}-${nth}`);
      const isLeftToStory =
        writtenUntil !== null && found.issued < writtenUntil && (found.paidOn ?? "9") >= "2026-10-20";
      if (!isLeftToStory) drafts.push(...withCredit(found, random));
    }
  }
  return drafts;
}

function drawInvoice(customer: CustomerPlan, random: Random, month: Day, key: string): Draft {
  const issued = nextWorkingDay(addDays(month, random.between(0, 27)));
  const due = addDays(issued, customer.termDays);
  const cents = Math.round(customer.usual * (0.45 + 1.1 * random.next())) * 100 + random.between(0, 19) * 5;
  const paidOn = paymentDay(customer, due, random);
  const halfPaidOn =
    random.chance(HALF_PAID_SHARE) && (paidOn === null || paidOn > addDays(due, JITTER_DAYS))
      ? nextWorkingDay(due)
      : null;
  return { customer, issued, due, cents, paidOn, halfPaidOn, key, creditOfKey: null };
}

/** The past is settled by habit; what falls after the start of the demo is decided as it goes. */
function paymentDay(customer: CustomerPlan, due: Day, random: Random): Day | null {
  const { habit } = customer;
  const jitter = random.between(-JITTER_DAYS, JITTER_DAYS);
  if (habit.pays === "by-itself") return nextWorkingDay(addDays(due, habit.daysLate + jitter));
  const late = PAST_DAYS_LATE[habit.pays];
  const on = nextWorkingDay(addDays(due, random.between(late.least, late.most)));
  if (habit.pays === "never" && on >= GAVE_UP_ON) return null;
  return on < START_DAY ? on : null;
}

/** Some invoices are corrected by a credit note a few days later; never after the last day of the past. */
function withCredit(invoice: Draft, random: Random): readonly Draft[] {
  const issued = nextWorkingDay(addDays(invoice.issued, CREDIT_AFTER_DAYS));
  const percent = random.between(CREDIT_PERCENT.least, CREDIT_PERCENT.most);
  if (!random.chance(CREDITED_SHARE) || daysBetween(issued, invoice.due) < 1) return [invoice];
  const cents = Math.round((invoice.cents * percent) / 100);
  const key = `${invoice.key}-credit`;
  return [
    invoice,
    {
      ...invoice,
      key,
      creditOfKey: invoice.key,
      issued,
      due: maxDay(issued, issued),
      cents,
      paidOn: null,
      halfPaidOn: null,
    },
  ];
}

/** "FA-2026-0412", "AV-2026-0007": a series per year and kind, as accounting systems number. */
function numbersByKey(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const last = new Map<string, number>();
  const numbers = new Map<string, string>();
  for (const draft of drafts) {
    const series = `${draft.creditOfKey === null ? "FA" : "AV"}-${draft.issued.slice(0, 4)}`;
    const next = (last.get(series) ?? 0) + 1;
    last.set(series, next);
    numbers.set(draft.key, `${series}-${String(next).padStart(4, "0")}`);
  }
  return numbers;
}

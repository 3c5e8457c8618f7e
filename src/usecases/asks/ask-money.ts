import { daysBetween, type Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import { STEP_NAMES, type StepName } from "#domain/scenario.ts";
import type { AskLine, RecordedAsk } from "#store/asks.ts";
import { paidBy } from "#store/families.ts";
import { cededInvoices } from "#store/invoice-heads.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, chaseable } from "#usecases/delivery/drawing.ts";

/** What a person can ask a customer for. */
export interface AskMoney {
  /** The paying customer and those it pays for. */
  readonly family: readonly string[];
  /** Oldest due first. */
  readonly invoices: readonly OpenItem[];
  readonly totals: readonly Money[];
  /** Zero = nothing is late yet. */
  readonly oldestDaysLate: number;
  readonly firstDue: Day | null;
}

/**
 * Everything overdue that may be chased, over sellers and currencies, and the ask's own lines, which may not be late yet (a
 * key account): what a promise from the menu covers.
 */
export async function askMoney(context: Context, ask: RecordedAsk): Promise<AskMoney> {
  return moneyFor(context, ask.customer, new Set(ask.lines.map((line) => line.invoice)));
}

/** The same for a customer without an ask. */
export async function lateMoney(context: Context, customer: string): Promise<AskMoney> {
  return moneyFor(context, customer, new Set());
}

async function moneyFor(context: Context, customer: string, asked: ReadonlySet<number>): Promise<AskMoney> {
  const { db } = context.store;
  const family = await paidBy(db, customer);
  const ceded = await cededInvoices(db, family);
  const items = await openItems(db, context.today, family);
  const wanted = items.filter((item) => item.due < context.today || asked.has(item.id));
  return moneyOf(
    context,
    family,
    wanted.filter((item) => !ceded.has(item.id) && chaseable(item) > 0n),
  );
}

/** The highest step among the lines: the tone of the script. */
export function highestStep(lines: readonly AskLine[]): StepName | null {
  return lines
    .map((line) => line.step)
    .filter((step) => step !== null)
    .reduce<StepName | null>(
      (highest, step) => (highest === null || STEP_NAMES.indexOf(step) > STEP_NAMES.indexOf(highest) ? step : highest),
      null,
    );
}

function moneyOf(context: Context, family: readonly string[], invoices: readonly OpenItem[]): AskMoney {
  const days = invoices.map((item) => daysBetween(item.due, context.today));
  return {
    family,
    invoices,
    totals: byCurrency(invoices.map((item) => ({ minor: chaseable(item), currency: item.currency }))),
    oldestDaysLate: Math.max(0, ...days),
    firstDue: invoices[0]?.due ?? null,
  };
}

import { daysBetween } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import { STEP_NAMES, type StepName } from "#domain/scenario.ts";
import type { AskLine, RecordedAsk } from "#store/asks.ts";
import { paidBy } from "#store/families.ts";
import { cededInvoices } from "#store/invoice-heads.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, chaseable } from "#usecases/drawing.ts";

/** What a person can ask a customer for. */
export interface AskMoney {
  /** The paying customer and those it pays for. */
  readonly family: readonly string[];
  /** Oldest due first. */
  readonly invoices: readonly OpenItem[];
  readonly totals: readonly Money[];
  readonly oldestDaysLate: number;
}

/**
 * Everything overdue that may be chased, over sellers and currencies: what a promise from the menu covers. An ask by hand
 * before anything is late speaks of its own lines.
 */
export async function askMoney(context: Context, ask: RecordedAsk): Promise<AskMoney> {
  const late = await lateMoney(context, ask.customer);
  if (late.invoices.length > 0) return late;
  const lines = new Set(ask.lines.map((line) => line.invoice));
  const items = await openItems(context.store.db, context.today, late.family);
  return moneyOf(
    context,
    late.family,
    items.filter((item) => lines.has(item.id)),
  );
}

/** The same for a customer without an ask. */
export async function lateMoney(context: Context, customer: string): Promise<AskMoney> {
  const { db } = context.store;
  const family = await paidBy(db, customer);
  const ceded = await cededInvoices(db, family);
  const items = await openItems(db, context.today, family);
  const late = items.filter((item) => item.due < context.today && !ceded.has(item.id) && chaseable(item) > 0n);
  return moneyOf(context, family, late);
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
  };
}

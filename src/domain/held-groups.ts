import type { Day } from "./calendar.ts";
import { mainUnits } from "./dunning-asks.ts";
import type { DunnedInvoice } from "./dunning-facts.ts";
import type { HeldBack, HeldReason } from "./dunning-plan.ts";
import { byText } from "./invoice-order.ts";
import type { Money } from "./money.ts";

/** Everything that one reason holds back on a day. */
export interface HeldGroup {
  readonly reason: HeldReason;
  readonly invoices: number;
  readonly customers: number;
  /** Whole residuals by currency, the largest first. */
  readonly totals: readonly Money[];
}

/** What one reason holds back of one paying customer. */
export interface HeldCustomer {
  readonly payer: string;
  readonly invoices: readonly DunnedInvoice[];
  readonly totals: readonly Money[];
  /** The last day on which any of it waits; null = nobody knows. */
  readonly until: Day | null;
}

/** What is held back, by reason: the most money first. An invoice held for two reasons stands under both, once each. */
export function heldByReason(heldBack: readonly HeldBack[]): readonly HeldGroup[] {
  return [...Map.groupBy(heldBack, ({ reason }) => reason)]
    .map(([reason, held]) => {
      const invoices = invoicesOf(held);
      const customers = new Set(held.map(({ payer }) => payer)).size;
      return { reason, invoices: invoices.length, customers, totals: totalsOf(invoices) };
    })
    .toSorted((a, b) => weight(b.totals) - weight(a.totals) || byText(a.reason, b.reason));
}

/** What one reason holds back, by paying customer: the most money first. */
export function heldByCustomer(heldBack: readonly HeldBack[], reason: HeldReason): readonly HeldCustomer[] {
  const held = heldBack.filter((each) => each.reason === reason);
  return [...Map.groupBy(held, ({ payer }) => payer)]
    .map(([payer, own]) => {
      const invoices = invoicesOf(own);
      const days = own.map(({ until }) => until);
      const until = days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last));
      return { payer, invoices, totals: totalsOf(invoices), until };
    })
    .toSorted((a, b) => weight(b.totals) - weight(a.totals) || byText(a.payer, b.payer));
}

function invoicesOf(held: readonly HeldBack[]): readonly DunnedInvoice[] {
  return [...new Map(held.map(({ invoice }) => [invoice.id, invoice])).values()];
}

function totalsOf(invoices: readonly DunnedInvoice[]): readonly Money[] {
  return [...Map.groupBy(invoices, ({ currency }) => currency)]
    .map(([currency, own]) => ({ currency, minor: own.reduce((total, { residual }) => total + residual, 0n) }))
    .toSorted((a, b) => weight([b]) - weight([a]) || byText(a.currency, b.currency));
}

/** For putting in order only: currencies are compared by their main units. */
function weight(totals: readonly Money[]): number {
  return totals.reduce((sum, { minor, currency }) => sum + mainUnits(minor, currency), 0);
}

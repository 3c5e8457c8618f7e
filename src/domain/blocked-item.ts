import type { Day } from "./calendar.ts";
import type { Currency } from "./money.ts";
import type { Move, MoveMaker, NextMove } from "./next-move.ts";

/** An overdue invoice and who makes the next move on it. Minor units. */
export interface StuckInvoice {
  readonly customer: string;
  readonly name: string;
  readonly currency: Currency;
  readonly residual: bigint;
  readonly move: NextMove;
}

/** Late money of one customer that waits for one of us: what, who, and since when. */
export interface BlockedItem {
  readonly customer: string;
  readonly name: string;
  readonly currency: Currency;
  readonly minor: bigint;
  readonly invoices: number;
  readonly who: Extract<MoveMaker, { person: number } | { role: unknown }>;
  readonly what: BlockedMove;
  readonly since: Day;
}

/** Moves that people make. Those of the customer, the factor and of dunning itself block nothing. */
export type BlockedMove = Extract<Move["is"], (typeof PEOPLES_MOVES)[number]>;

const PEOPLES_MOVES = [
  "answer-dispute",
  "answer-ask",
  "read-reply",
  "approve-promise",
  "import-payments",
  "collect-debit",
  "declare-claim",
  "nothing",
] as const satisfies readonly Move["is"][];

/**
 * What a team can unblock together: overdue money whose next move is a colleague's and has been since before the day
 * asked, one item per customer, currency and move, the largest first.
 */
export function blockedItems(invoices: readonly StuckInvoice[], today: Day): readonly BlockedItem[] {
  const items = new Map<string, BlockedItem>();
  for (const invoice of invoices) {
    const { who, what, since } = invoice.move;
    if ("party" in who || !isPeoples(what.is) || since >= today) continue;
    const key = JSON.stringify([invoice.customer, invoice.currency, what.is, who]);
    const known = items.get(key);
    items.set(key, {
      customer: invoice.customer,
      name: invoice.name,
      currency: invoice.currency,
      minor: (known?.minor ?? 0n) + invoice.residual,
      invoices: (known?.invoices ?? 0) + 1,
      who,
      what: what.is,
      since: known !== undefined && known.since < since ? known.since : since,
    });
  }
  return [...items.values()].toSorted(largestFirst);
}

function isPeoples(move: Move["is"]): move is BlockedMove {
  return PEOPLES_MOVES.some((one) => one === move);
}

/** Amounts of two currencies do not compare, so each currency stands together; ties by how long it waits. */
function largestFirst(a: BlockedItem, b: BlockedItem): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  if (a.minor !== b.minor) return a.minor < b.minor ? 1 : -1;
  return a.since < b.since ? -1 : a.since > b.since ? 1 : a.customer < b.customer ? -1 : 1;
}

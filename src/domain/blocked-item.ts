import type { Day } from "./calendar.ts";
import type { Currency } from "./money.ts";
import type { Move, MoveMaker, NextMove } from "./next-move.ts";
import type { Role } from "./person.ts";

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
  readonly who: Exclude<MoveMaker, { party: unknown }>;
  readonly what: BlockedMove;
  readonly since: Day;
}

/** What we are waited for. Of what a person is asked, what has a name of its own is told apart from other tasks. */
export const BLOCKED_MOVES = [
  "answer-dispute",
  "call",
  "task",
  "read-reply",
  "approve-promise",
  "broken-promise",
  "import-payments",
  "collect-debit",
  "declare-claim",
  "nothing",
] as const;
export type BlockedMove = (typeof BLOCKED_MOVES)[number];

/**
 * What a team can unblock together: overdue money whose next move is a colleague's and has been since before the day
 * asked, one item per customer, currency and move, the largest first.
 */
export function blockedItems(invoices: readonly StuckInvoice[], today: Day): readonly BlockedItem[] {
  const items = new Map<string, BlockedItem>();
  for (const invoice of invoices) {
    const { who, what, since } = invoice.move;
    const move = peoplesMove(what);
    if ("party" in who || move === null || since >= today) continue;
    const key = JSON.stringify([invoice.customer, invoice.currency, move, who]);
    const known = items.get(key);
    items.set(key, {
      customer: invoice.customer,
      name: invoice.name,
      currency: invoice.currency,
      minor: (known?.minor ?? 0n) + invoice.residual,
      invoices: (known?.invoices ?? 0) + 1,
      who,
      what: move,
      since: known !== undefined && known.since < since ? known.since : since,
    });
  }
  return [...items.values()].toSorted(largestFirst);
}

const NAMED_ASKS = ["call", "approve-promise", "broken-promise", "read-reply"] as const;

/** Null for what the customer, the factor or dunning does: that blocks nothing. Before go-live, neither does all the rest. */
function peoplesMove(move: Move): BlockedMove | null {
  switch (move.is) {
    case "answer-ask":
      return NAMED_ASKS.find((kind) => kind === move.kind) ?? "task";
    case "keep-promise":
    case "end-of-hold":
    case "pay-factor":
    case "pay":
    case "go-live":
    case "step":
      return null;
    default:
      return move.is;
  }
}

/** Amounts of two currencies do not compare, so each currency stands together; ties by how long it waits. */
function largestFirst(a: BlockedItem, b: BlockedItem): number {
  if (a.currency !== b.currency) return a.currency < b.currency ? -1 : 1;
  if (a.minor !== b.minor) return a.minor < b.minor ? 1 : -1;
  return a.since < b.since ? -1 : a.since > b.since ? 1 : a.customer < b.customer ? -1 : 1;
}

/** The order in which a role stands for a person where names are not told: whoever calls is sales, others work inside. */
const SHOWN_FOR_CALL: readonly Role[] = ["rep", "manager", "finance"];
const SHOWN_FOR_REST: readonly Role[] = ["adv", "project", "finance", "manager", "direction", "rep"];

/** The role by which a channel knows who makes a move (R2); a person without any of these is finance's to find. */
export function roleShown(roles: readonly Role[], what: BlockedMove): Role {
  const order = what === "call" ? SHOWN_FOR_CALL : SHOWN_FOR_REST;
  return order.find((role) => roles.includes(role)) ?? "finance";
}

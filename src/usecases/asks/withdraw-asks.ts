import { lineState, whyWithdraw, type LineState } from "#domain/ask-lines.ts";
import type { AskKind, Withdrawal } from "#domain/ask.ts";
import { closeAsk, openAsksOf, type RecordedAsk } from "#store/asks.ts";
import { appendEvent, causedBy } from "#store/events.ts";
import { lockFamily, paidBy, payersInTheLoop } from "#store/families.ts";
import { holdsOf, type RecordedHold } from "#store/holds.ts";
import { openItems } from "#store/open-items.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { promiseById } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** Asks that stand for as long as money is missing, whatever the customer says about it. */
const UNTIL_PAID: readonly AskKind[] = [
  "check-payment",
  "who-to-write-to",
  "in-credit",
  "unknown-send",
  "end-of-road",
  "insurer-declaration",
];
/** Asks that are about something else than their lines. */
const ON_THEIR_OWN: readonly AskKind[] = [
  "assign-owner",
  "read-reply",
  "urgent-block",
  "contact-proposed",
  "circuit-changed",
  "vip-proposed",
  "paid-to-us",
];

/** Takes back the asks of these customers (null = all) of which nothing is left to ask, each saying why. */
export async function withdrawAsks(context: Context, customers: readonly string[] | null = null): Promise<void> {
  for (const payer of await payersInTheLoop(context.store.db, customers)) {
    await context.store.db.transaction(async (tx) => {
      await lockFamily(tx, payer);
      const withdrawn = await withdrawDoneAsks(tx, context, payer, null);
      if (withdrawn > 0) await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    });
  }
}

/**
 * The same for one paying customer, in the transaction of its cause: undoing that event opens them again. Gives how many
 * were withdrawn.
 */
export async function withdrawDoneAsks(tx: Db, context: Context, payer: string, cause: number | null): Promise<number> {
  const family = await paidBy(tx, payer);
  const open = await openAsksOf(tx, family);
  if (open.length === 0) return 0;
  const linesNow = await linesOf(tx, context, family);
  let withdrawn = 0;
  for (const ask of open) {
    const why = await whyNow(tx, ask, linesNow);
    if (why === null) continue;
    await withdrawAsk(tx, context, ask, why, cause);
    withdrawn += 1;
  }
  return withdrawn;
}

/** Closes one ask by itself, with the reason that its card shows. */
export async function withdrawAsk(
  tx: Db,
  context: Context,
  ask: RecordedAsk,
  why: Withdrawal,
  cause: number | null,
): Promise<void> {
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "ask-withdrawn",
    actor: { is: "system" },
    customer: ask.customer,
    invoices: ask.lines.map((line) => line.invoice),
    subject: "asks",
    subjectId: ask.id,
    data: { why, ...causedBy(cause) },
  });
  await closeAsk(tx, ask.id, { withdrawn: why }, context.now, cause ?? event);
}

/** What the invoices of a paying customer still ask of people; one that is not open any more is paid. */
export interface LinesNow {
  stateOf(invoice: number): LineState;
}

/** How the invoices of these customers stand now for the asks about them. */
export async function linesOf(tx: Db, context: Context, family: readonly string[]): Promise<LinesNow> {
  const items = new Map((await openItems(tx, context.today, family)).map((item) => [item.id, item]));
  // While a visit is awaited, the card that asks what came of it must stand.
  const holds = (await holdsOf(tx, family, context.today)).filter((hold) => hold.reason !== "visit-planned");
  return {
    stateOf(invoice) {
      const item = items.get(invoice);
      if (item === undefined) return lineState(null, false);
      // A promise past its grace that nobody could judge yet is not asked about.
      const suspended = item.suspended + item.unjudged;
      return lineState({ ...item, suspended }, isHeld(holds, item));
    },
  };
}

/** A hold on the payer stops its subsidiaries' invoices too. */
function isHeld(
  holds: readonly RecordedHold[],
  item: { readonly id: number; readonly customer: string; readonly payer: string },
): boolean {
  return holds.some((hold) =>
    hold.invoice === null ? hold.customer === item.customer || hold.customer === item.payer : hold.invoice === item.id,
  );
}

async function whyNow(tx: Db, ask: RecordedAsk, linesNow: LinesNow): Promise<Withdrawal | null> {
  if (ON_THEIR_OWN.includes(ask.kind)) return null;
  if (ask.kind === "approve-promise") return approvalGone(tx, ask.about);
  const states = ask.lines.map((line) => linesNow.stateOf(line.invoice));
  if (!UNTIL_PAID.includes(ask.kind)) return whyWithdraw(states);
  return states.length > 0 && states.every((state) => state === "paid") ? "paid" : null;
}

/** A promise that no longer runs needs nobody's approval. */
async function approvalGone(tx: Db, promise: number): Promise<Withdrawal | null> {
  const found = await promiseById(tx, promise);
  if (found === null || found.undoneAt !== null) return "stopped";
  if (found.state === "live") return null;
  return found.state === "kept" ? "paid" : found.state === "rescheduled" ? "promised" : "stopped";
}

import type { AskKind } from "#domain/ask.ts";
import type { Actor } from "#domain/event.ts";
import { askById, type RecordedAsk } from "#store/asks.ts";
import { eventById } from "#store/events.ts";
import { lockFamily } from "#store/families.ts";
import type { Db } from "#store/store.ts";
import { refuseAct, refuseTask } from "#usecases/allow.ts";
import { alreadyDone } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Asks that are answered in their own way only: a decision, and a name. */
export const ANSWERED_APART: readonly AskKind[] = ["approve-promise", "assign-owner", "formal-notice", "decision"];

/** What a verb acts on, locked and allowed. */
export interface Matter {
  readonly customer: string;
  /** Who pays: the customer itself, or the one it names. */
  readonly payer: string;
  /** The open ask that is being answered, if any. */
  readonly ask: RecordedAsk | null;
}

/**
 * Where every verb begins: waits for its turn on the customer, checks the right to act, and finds the ask still open. A
 * second click, or a colleague's, learns who was first.
 */
export async function takeMatter(
  tx: Db,
  context: Context,
  actor: Actor,
  about: { readonly customer?: string | undefined; readonly ask?: number | undefined },
  act: "promise" | "dispute",
): Promise<Result<Matter>> {
  if (about.ask !== undefined) {
    const ask = await takeAsk(tx, context, actor, about.ask);
    if (!ask.ok) return ask;
    if (ANSWERED_APART.includes(ask.value.kind)) return refused({ why: "gone" });
    return done({ customer: ask.value.customer, payer: ask.value.payer, ask: ask.value });
  }
  const customer = about.customer ?? "";
  const payer = await lockFamily(tx, customer);
  if (payer === null) return refused({ why: "unknown-customer", typed: customer });
  const refusal = await refuseAct(tx, actor, customer, act);
  return refusal === null ? done({ customer, payer, ask: null }) : refused(refusal);
}

/** An open ask, locked, that this actor may answer; `payer` is whose invoices it is about. */
export async function takeAsk(
  tx: Db,
  context: Context,
  actor: Actor,
  id: number,
): Promise<Result<RecordedAsk & { readonly payer: string }>> {
  const known = await askById(tx, id);
  const payer = known === null ? null : await lockFamily(tx, known.customer);
  // Read again: it may have been answered while we waited for the lock.
  const ask = await askById(tx, id);
  if (ask === null || payer === null) return refused({ why: "gone" });
  const refusal = await refuseTask(tx, actor, ask);
  if (refusal !== null) return refused(refusal);
  if (ask.state === "open") return done({ ...ask, payer });
  const event = ask.closedByEvent === null ? null : await eventById(tx, ask.closedByEvent);
  return alreadyDone(tx, event, ask.closedAt ?? context.now);
}

import type { Actor } from "#domain/event.ts";
import { replyById, type RecordedReply } from "#store/replies.ts";
import type { Answered } from "#usecases/answered.ts";
import { closeReply } from "#usecases/replies/close-reply.ts";
import type { Context } from "#usecases/context.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { proposalsOf, type DisputeProposal, type PromiseProposal } from "#usecases/replies/reply-proposals.ts";
import { refused, type Result } from "#usecases/result.ts";

export interface ConfirmReplyInput {
  readonly reply: number;
  readonly as: "promise" | "dispute" | "both";
}

/**
 * A person confirms what was read in a customer's mail: it becomes the promise, the dispute or both, by their usual verbs,
 * and the mail is dealt with. Of both, the dispute comes first: what is contested is not promised.
 */
export async function confirmReply(
  context: Context,
  actor: Actor,
  input: ConfirmReplyInput,
): Promise<Result<Answered>> {
  const { db } = context.store;
  const reply = await replyById(db, input.reply);
  if (reply === null || reply.customer === null) return refused({ why: "gone" });
  if (reply.state !== "waiting") return closeReply(context, actor, { reply: reply.id, how: "dealt-with" });
  const { customer } = reply;
  return allOrNothing(context, (inOne) => write(inOne, actor, input, reply, customer));
}

async function write(
  context: Context,
  actor: Actor,
  input: ConfirmReplyInput,
  reply: RecordedReply,
  customer: string,
): Promise<Result<Answered>> {
  const found = await proposalsOf(context, context.store.db, reply);
  const contested = input.as === "promise" ? null : await asDispute(context, actor, customer, found.dispute);
  if (contested !== null && !contested.ok) return contested;
  const promised =
    input.as === "dispute"
      ? null
      : await asPromise(context, actor, customer, { proposed: found.promise, with: contested?.value.event });
  const written = promised ?? contested;
  if (written === null || !written.ok) return written ?? refused({ why: "gone" });
  await closeReply(context, actor, { reply: reply.id, how: "dealt-with", because: written.value.event });
  return written;
}

/** What a click does by several verbs: when one of them is refused, nothing is written. */
async function allOrNothing<T>(context: Context, verbs: (inOne: Context) => Promise<Result<T>>): Promise<Result<T>> {
  let refusal: Result<T> | null = null;
  try {
    return await context.store.db.transaction(async (tx) => {
      const written = await verbs({ ...context, store: { ...context.store, db: tx } });
      if (written.ok) return written;
      refusal = written;
      throw new Error("Refused: what was written before is taken back.");
    });
  } catch (error) {
    if (refusal !== null) return refusal;
    throw error;
  }
}

async function asPromise(
  context: Context,
  actor: Actor,
  customer: string,
  { proposed, with: besides }: { readonly proposed: PromiseProposal | null; readonly with: number | undefined },
): Promise<Result<Answered>> {
  if (proposed === null || proposed.due === null) return refused({ why: "gone" });
  const amount = proposed.amount ?? undefined;
  return givePromise(context, actor, { customer, due: proposed.due, amount, with: besides });
}

async function asDispute(
  context: Context,
  actor: Actor,
  customer: string,
  proposed: DisputeProposal | null,
): Promise<Result<Answered>> {
  if (proposed === null || proposed.invoices.length === 0) return refused({ why: "gone" });
  const amount = proposed.amount ?? undefined;
  const lines = proposed.invoices.map(({ id }) => ({ invoice: id, amount }));
  return openDispute(context, actor, { customer, category: proposed.category, lines, comment: proposed.said });
}

import type { Actor } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { ReplyState } from "#domain/reminder.ts";
import { closeAsk, openAskOf } from "#store/asks.ts";
import { appendEvent, causedBy, lastEventAbout } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { invoicesListedBy } from "#store/reminder-search.ts";
import { replyById, setReplyClosed, type RecordedReply } from "#store/replies.ts";
import type { Db } from "#store/store.ts";
import { refuseAct, refuseCompanyAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface CloseReplyInput {
  readonly reply: number;
  /** "carry-on" = nothing came of it: the customer has seven days again. */
  readonly how: Exclude<ReplyState, "waiting">;
  /** The answer that deals with it: taking that one back has the reply wait again. */
  readonly because?: number | undefined;
}

/** A customer's reply was read: dunning goes on, finance's task is done. The first to say so wins. */
export async function closeReply(context: Context, actor: Actor, input: CloseReplyInput): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const reply = await replyById(tx, input.reply);
    if (reply === null || reply.kind !== "human") return refused({ why: "gone" });
    if (reply.customer !== null) await lockFamily(tx, reply.customer);
    const refusal = await refuseReader(tx, actor, reply.customer);
    if (refusal !== null) return refused(refusal);
    const by = { person: actor.is === "person" ? actor.id : null, at: context.now };
    if (!(await setReplyClosed(tx, reply.id, input.how, by))) {
      const first = await lastEventAbout(tx, "replies", reply.id, ["reply-closed"]);
      return alreadyDone(tx, first, context.now);
    }
    const event = await write(tx, context, actor, reply, input);
    return done({ showing: { show: "reply", reply: reply.id }, event });
  });
}

/** Whoever may answer for the customer; a mail of nobody we know is finance's to read. */
function refuseReader(tx: Db, actor: Actor, customer: string | null): Promise<Refusal | null> {
  if (customer !== null) return refuseAct(tx, actor, customer, "answer");
  return refuseCompanyAct(tx, actor, { do: "task", holderId: null, holderRole: "finance" });
}

async function write(
  tx: Db,
  context: Context,
  actor: Actor,
  reply: RecordedReply,
  { how, because }: CloseReplyInput,
): Promise<number> {
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "reply-closed",
    actor,
    customer: reply.customer,
    invoices: reply.reminder === null ? [] : await invoicesListedBy(tx, reply.reminder),
    subject: "replies",
    subjectId: reply.id,
    data: { how, ...causedBy(because ?? null) },
  });
  if (reply.customer === null) return event;
  const task = await openAskOf(tx, reply.customer, "read-reply", reply.id);
  if (task !== null) await closeAsk(tx, task.id, { outcome: "done" }, context.now, because ?? event);
  await enqueueRedraws(tx, await paidBy(tx, reply.customer), context.now);
  return event;
}

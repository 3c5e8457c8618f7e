import type { Actor } from "#domain/event.ts";
import { askById } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Longer ones are letters; they are cut. */
export const COMMENT_LENGTH_MAX = 2_000;

/** Keeps what somebody knows about a customer, for its timeline. A comment is no answer: the clock of the ask runs on. */
export async function addComment(
  context: Context,
  actor: Actor,
  input: { readonly customer?: string | undefined; readonly ask?: number | undefined; readonly text: string },
): Promise<Result<Answered>> {
  const text = input.text.trim().slice(0, COMMENT_LENGTH_MAX);
  if (text === "") return refused({ why: "text-missing" });
  return context.store.db.transaction(async (tx) => {
    const ask = input.ask === undefined ? null : await askById(tx, input.ask);
    if (input.ask !== undefined && ask === null) return refused({ why: "gone" });
    const customer = ask?.customer ?? input.customer ?? "";
    const refusal = await refuseAct(tx, actor, customer, "comment");
    if (refusal !== null) return refused(refusal);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "comment",
      actor,
      customer,
      invoices: ask?.lines.map((line) => line.invoice) ?? [],
      ...(ask === null ? { subject: "customers" } : { subject: "asks", subjectId: ask.id }),
      data: { text },
    });
    await enqueueRedraws(tx, await paidBy(tx, customer), context.now);
    return done({ showing: ask === null ? { show: "customer", customer } : { show: "ask", ask: ask.id }, event });
  });
}

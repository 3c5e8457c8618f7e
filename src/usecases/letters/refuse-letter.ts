import type { Actor } from "#domain/event.ts";
import { closeAsk } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { lettersOfAsk, voidLetters } from "#store/letters.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";

/** No formal notice leaves, and why: before the approval, or after it as long as nothing is posted. */
export async function refuseLetter(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly reason: string },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, input.ask);
    if (!taken.ok) return taken;
    const ask = taken.value;
    if (ask.kind !== "formal-notice") return refused({ why: "gone" });
    const refusal = await refuseAct(tx, actor, ask.customer, "approve-letter");
    if (refusal !== null) return refused(refusal);
    const reason = input.reason.trim();
    if (reason === "") return refused({ why: "text-missing" });
    if ((await lettersOfAsk(tx, ask.id)).some(({ postedOn }) => postedOn !== null)) return refused({ why: "gone" });
    const letters = await voidLetters(tx, ask.id, context.now);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "letter-voided",
      actor,
      customer: ask.customer,
      invoices: ask.lines.map((line) => line.invoice),
      subject: "asks",
      subjectId: ask.id,
      data: { reason, letters },
    });
    await closeAsk(tx, ask.id, { outcome: "refused" }, context.now, event);
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}

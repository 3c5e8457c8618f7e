import type { Actor } from "#domain/event.ts";
import { handOver } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";
import { tellHolder } from "#usecases/delivery/tell.ts";

/** Finance passes a letter above its limit to management, who get the card. */
export async function passLetter(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, input.ask);
    if (!taken.ok) return taken;
    const ask = taken.value;
    if (ask.kind !== "formal-notice") return refused({ why: "gone" });
    const holder = { role: "direction" } as const;
    const invoices = ask.lines.map((line) => line.invoice);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "ask-reassigned",
      actor,
      customer: ask.customer,
      invoices,
      subject: "asks",
      subjectId: ask.id,
      data: { toRole: holder.role },
    });
    await handOver(tx, ask.id, holder, context.today);
    await tellHolder(tx, context, holder, {
      key: `ask-passed:${event}`,
      showing: { show: "ask", ask: ask.id },
      when: "now",
      eventId: event,
      invoices,
    });
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}

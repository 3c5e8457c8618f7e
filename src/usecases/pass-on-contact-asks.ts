import { contactAskPassesOn } from "#domain/ask-answer.ts";
import { askById, handOver, openAsksSince } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Context } from "#usecases/context.ts";
import { staffedRole, tellHolder } from "#usecases/tell.ts";

/** "Who should we write to?" is finance's after three working days without an answer. */
export async function passOnContactAsks(context: Context): Promise<void> {
  for (const waiting of await openAsksSince(context.store.db, "who-to-write-to", context.today)) {
    if (waiting.holderId === null || contactAskPassesOn(waiting.clockFrom) > context.today) continue;
    await context.store.db.transaction(async (tx) => {
      await lockFamily(tx, waiting.customer);
      const ask = await askById(tx, waiting.id);
      if (ask?.state !== "open" || ask.holderId === null) return;
      const holder = { role: await staffedRole(tx, "finance") };
      const event = await appendEvent(tx, {
        at: context.now,
        kind: "ask-reassigned",
        actor: { is: "system" },
        customer: ask.customer,
        invoices: ask.lines.map((line) => line.invoice),
        subject: "asks",
        subjectId: ask.id,
        data: { from: ask.holderId, to: holder.role },
      });
      await handOver(tx, ask.id, holder, context.today);
      await tellHolder(tx, context, holder, {
        key: `ask:${ask.id}:${event}`,
        showing: { show: "ask", ask: ask.id },
        when: "now",
        eventId: event,
        invoices: ask.lines.map((line) => line.invoice),
      });
      await enqueueRedraws(tx, [ask.customer], context.now);
    });
  }
}

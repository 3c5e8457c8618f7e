import type { Actor } from "#domain/event.ts";
import { handOver, type Holder, type RecordedAsk } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { tellHolder } from "#usecases/delivery/tell.ts";

/** Why an ask changes hands when nobody clicked, or what the click meant. */
export type PassedBecause = "given" | "taken-over" | "given-back" | "waited" | "absence" | "back" | "left";

export interface Passing {
  readonly to: Holder;
  readonly by: Actor;
  readonly because: PassedBecause;
  /** Whether the card is posted to whoever has it now; else it waits in their lists. */
  readonly isShown: boolean;
}

/** An open ask, locked, goes to somebody else; the clock on people starts anew. Gives the event. */
export async function passAsk(
  tx: Db,
  context: Context,
  ask: RecordedAsk & { readonly payer: string },
  { to, by, because, isShown }: Passing,
): Promise<number> {
  const invoices = ask.lines.map((line) => line.invoice);
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "ask-reassigned",
    actor: by,
    customer: ask.customer,
    invoices,
    subject: "asks",
    subjectId: ask.id,
    data: { from: ask.holderId ?? ask.holderRole, to: "person" in to ? to.person : to.role, because },
  });
  await handOver(tx, ask.id, to, context.today);
  if (isShown) {
    await tellHolder(tx, context, to, {
      key: `ask:${ask.id}:${event}`,
      showing: { show: "ask", ask: ask.id },
      when: "now",
      eventId: event,
      invoices,
    });
  }
  await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
  return event;
}

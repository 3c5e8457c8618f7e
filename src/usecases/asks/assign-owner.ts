import type { Actor } from "#domain/event.ts";
import type { Person } from "#domain/person.ts";
import { closeAsk } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { setOwner } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { TakenAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { linesOf } from "#usecases/asks/withdraw-asks.ts";

/** Says whose customer it is: the new owner has it from now on, and the call that nobody wanted. */
export async function assignOwner(
  tx: Db,
  context: Context,
  actor: Actor,
  ask: TakenAsk,
  owner: Person,
): Promise<Answered> {
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "owner-changed",
    actor,
    customer: ask.customer,
    invoices: ask.lines.map((line) => line.invoice),
    subject: "asks",
    subjectId: ask.id,
    data: { to: owner.id },
  });
  await setOwner(tx, ask.customer, owner.id);
  await closeAsk(tx, ask.id, { outcome: "done" }, context.now, event);
  const linesNow = await linesOf(tx, context, await paidBy(tx, ask.payer));
  const lines = ask.lines.filter((line) => linesNow.stateOf(line.invoice) === "due");
  if (lines.length > 0) {
    await openAsk(tx, context, {
      kind: "call",
      customer: ask.customer,
      holder: { person: owner.id },
      lines,
      openedBy: actor,
      reason: ask.reason,
      when: "now",
      causedBy: event,
    });
  }
  await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
  return { showing: { show: "ask", ask: ask.id }, event };
}

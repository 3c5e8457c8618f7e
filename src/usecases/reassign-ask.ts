import type { Actor } from "#domain/event.ts";
import { handOver } from "#store/asks.ts";
import { appendEvent, lastEventAbout } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { personById } from "#store/people.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import { assignOwner } from "#usecases/assign-owner.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/take-matter.ts";
import { tellHolder } from "#usecases/tell.ts";

/**
 * A manager or finance gives an ask to somebody else; the clock on people starts anew. On "whose customer is this?" the
 * person named becomes the owner.
 */
export async function reassignAsk(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly person: number },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, input.ask);
    if (!taken.ok) return taken;
    const ask = taken.value;
    const person = await personById(tx, input.person);
    if (person?.active !== true) return refused({ why: "gone" });
    if (ask.kind === "assign-owner") return done(await assignOwner(tx, context, actor, ask, person));
    const refusal = await refuseAct(tx, actor, ask.customer, "reassign");
    if (refusal !== null) return refused(refusal);
    if (ask.holderId === person.id) {
      return alreadyDone(tx, await lastEventAbout(tx, "asks", ask.id, ["ask-reassigned", "ask-opened"]), context.now);
    }

    const event = await appendEvent(tx, {
      at: context.now,
      kind: "ask-reassigned",
      actor,
      customer: ask.customer,
      invoices: ask.lines.map((line) => line.invoice),
      subject: "asks",
      subjectId: ask.id,
      data: { from: ask.holderId ?? ask.holderRole, to: person.id },
    });
    await handOver(tx, ask.id, { person: person.id }, context.today);
    await tellHolder(
      tx,
      context,
      { person: person.id },
      {
        key: `ask:${ask.id}:${event}`,
        showing: { show: "ask", ask: ask.id },
        when: "now",
        eventId: event,
        invoices: ask.lines.map((line) => line.invoice),
      },
    );
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}

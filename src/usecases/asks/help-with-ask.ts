import { laterDay } from "#domain/ask-answer.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { RecordedAsk } from "#store/asks.ts";
import { leaveUntil } from "#store/ask-clock.ts";
import { appendEvent, lastEventAbout } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { passAsk } from "#usecases/asks/pass-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

type Given = RecordedAsk & { readonly payer: string };

/** "I'll take it": a manager calls in the place of whoever was asked (E4). */
export async function takeOverAsk(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return helped(context, actor, input.ask, async (tx, ask) => {
    if (actor.is !== "person") return refused({ why: "not-allowed" });
    if (ask.holderId === actor.id) return beaten(tx, context, ask);
    const to = { person: actor.id };
    return done(await passAsk(tx, context, ask, { to, by: actor, because: "taken-over", isShown: false }));
  });
}

/** Nobody of the team can: it is finance's from now on. */
export async function giveBackAsk(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return helped(context, actor, input.ask, async (tx, ask) => {
    if (ask.holderRole !== null) return beaten(tx, context, ask);
    const to = { role: await staffedRole(tx, "finance") };
    return done(await passAsk(tx, context, ask, { to, by: actor, because: "given-back", isShown: true }));
  });
}

/** It stays where it is, and nobody is told before that day; no further off than "later". */
export async function leaveAskUntil(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly on: Day },
): Promise<Result<Answered>> {
  return helped(context, actor, input.ask, async (tx, ask) => {
    const chosen = laterDay(input.on, context.today, false);
    if ("refusal" in chosen) return refused(chosen.refusal);
    if (ask.holderRole !== null) return beaten(tx, context, ask);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "ask-left",
      actor,
      customer: ask.customer,
      invoices: ask.lines.map((line) => line.invoice),
      subject: "asks",
      subjectId: ask.id,
      data: { until: chosen.day },
    });
    await leaveUntil(tx, ask.id, chosen.day);
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done(event);
  });
}

/** What the three have in common: locked, still open, and a manager's or finance's to decide. */
async function helped(
  context: Context,
  actor: Actor,
  id: number,
  help: (tx: Db, ask: Given) => Promise<Result<number>>,
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, id);
    if (!taken.ok) return taken;
    const refusal = await refuseAct(tx, actor, taken.value.customer, "reassign");
    if (refusal !== null) return refused(refusal);
    const event = await help(tx, taken.value);
    return event.ok ? done({ showing: { show: "ask-help", ask: id }, event: event.value }) : event;
  });
}

async function beaten<T>(tx: Db, context: Context, ask: Given): Promise<Result<T>> {
  return alreadyDone(tx, await lastEventAbout(tx, "asks", ask.id, ["ask-reassigned", "ask-opened"]), context.now);
}

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import { openAskOf, type AskLine, type Holder } from "#store/asks.ts";
import { newCallsOf } from "#store/new-calls.ts";
import { lastEventAbout } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { openItems } from "#store/open-items.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { holderOf } from "#usecases/delivery/tell.ts";
import { linesOf } from "#usecases/asks/withdraw-asks.ts";

const WHY_LENGTH_MAX = 200;

/** Finance or a manager sends "please call" with one line of why (E11), inside the rep's cap and with the same clock. */
export async function askByHand(
  context: Context,
  actor: Actor,
  input: { readonly customer: string; readonly why: string },
): Promise<Result<Answered>> {
  const why = input.why.replace(/\s+/g, " ").trim().slice(0, WHY_LENGTH_MAX);
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const refusal = await refuseAct(tx, actor, input.customer, "ask-by-hand");
    if (refusal !== null) return refused(refusal);
    if (why === "") return refused({ why: "text-missing" });
    if ((await openAskOf(tx, payer, "call", 0)) !== null) return refused({ why: "call-already-open" });
    const lines = await linesToCallAbout(tx, context, input.customer);
    if (lines.length === 0) return refused({ why: "nothing-owed" });
    const holder = await holderOf(tx, payer);
    const full = await capReached(tx, context, holder, context.today);
    if (full !== null) return refused(full);

    const { ask } = await openAsk(tx, context, {
      kind: "call",
      customer: payer,
      holder,
      lines,
      openedBy: actor,
      reason: "by-hand",
      why,
      when: "now",
    });
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    const event = await lastEventAbout(tx, "asks", ask, ["ask-opened"]);
    return done({ showing: { show: "ask", ask }, event: event?.id ?? 0 });
  });
}

/** Everything overdue of which something is left to ask for. */
async function linesToCallAbout(tx: Db, context: Context, customer: string): Promise<readonly AskLine[]> {
  const family = await paidBy(tx, customer);
  const linesNow = await linesOf(tx, context, family);
  return (await openItems(tx, context.today, family))
    .filter((item) => item.due < context.today && linesNow.stateOf(item.id) === "due")
    .map((item) => ({ invoice: item.id, step: null }));
}

async function capReached(tx: Db, context: Context, holder: Holder, today: Day): Promise<Refusal | null> {
  if (!("person" in holder)) return null;
  const calls = await newCallsOf(tx, holder.person, today, context.timeZone);
  const { askCapPerDay, askCapPerWeek } = context.settings;
  if (calls.day < askCapPerDay && calls.week < askCapPerWeek) return null;
  return { why: "call-cap-reached", name: (await personById(tx, holder.person))?.name ?? "?" };
}

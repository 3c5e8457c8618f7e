import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { refuseHold } from "#domain/hold.ts";
import { openerOf } from "#store/card-facts.ts";
import {
  changeContact,
  contactProposalById,
  putContactsBack,
  setVip,
  type ChangedContact,
} from "#store/customer-notes.ts";
import { paidBy } from "#store/families.ts";
import { holdsOf, insertHolds, setHoldEvent } from "#store/holds.ts";
import { openItems } from "#store/open-items.ts";
import type { Db } from "#store/store.ts";
import { isShownTo } from "#store/shown-cards.ts";
import { reopenHold } from "#store/taken-back.ts";
import { answerAsk, type Answer, type TakenAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { recordHoldEnd } from "#usecases/stops/end-hold.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { tellHolder } from "#usecases/delivery/tell.ts";

/** A colleague agrees to what a rep proposed (a contact, a VIP), or not; of an urgent stop, "no" carries on with reminders. */
export async function decideNote(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly agreed: boolean },
): Promise<Result<Answered>> {
  const { agreed } = input;
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    const outcome = agreed ? "approved" : "refused";
    const apply = (event: number) => tellAsker(tx, context, ask, event);
    switch (ask.kind) {
      case "vip-proposed":
        if (agreed) await setVip(tx, ask.payer, true);
        return done({ ending: { outcome }, data: agreed ? { vip: ask.payer } : {}, apply });
      case "contact-proposed":
        return done({ ending: { outcome }, data: agreed ? { contacts: await takeContact(tx, ask) } : {}, apply });
      case "urgent-block":
        return agreed ? refused({ why: "gone" }) : carryOn(tx, context, actor, ask);
      default:
        return refused({ why: "gone" });
    }
  });
}

/** Finance keeps a customer stopped after an urgent stop: until a day, which everybody sees. */
export async function keepBlocked(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly until: Day },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    if (ask.kind !== "urgent-block") return refused({ why: "gone" });
    const hold = { reason: "finance", until: input.until } as const;
    const refusal = refuseHold(hold, context.today, context.today, true);
    if (refusal !== null) return refused(refusal);
    return done({
      ending: { outcome: "approved" },
      data: { until: input.until },
      async apply(event) {
        const placed = { ...hold, customer: ask.payer, invoice: null, comment: ask.why, from: context.today };
        await setHoldEvent(tx, await insertHolds(tx, [{ ...placed, placedBy: actor }]), event);
        await tellAsker(tx, context, ask, event);
      },
    });
  });
}

/** What an answer changed beside rows of its own, as it was before. */
export async function putBackNote(tx: Db, data: Readonly<Record<string, unknown>>, at: Date): Promise<void> {
  if (typeof data["vip"] === "string") await setVip(tx, data["vip"], false);
  await putContactsBack(tx, (data["contacts"] ?? []) as readonly ChangedContact[], at);
  for (const hold of (data["holds"] ?? []) as readonly number[]) await reopenHold(tx, hold);
}

async function takeContact(tx: Db, ask: TakenAsk): Promise<readonly ChangedContact[]> {
  const proposal = await contactProposalById(tx, ask.about);
  if (proposal === null) return [];
  const { name, email, phone, role } = proposal;
  return changeContact(tx, proposal.customer, proposal.contact, { name, email, phone, role });
}

async function carryOn(tx: Db, context: Context, actor: Actor, ask: TakenAsk): Promise<Result<Answer>> {
  const family = await paidBy(tx, ask.payer);
  const urgent = (await holdsOf(tx, [ask.payer], context.today)).filter(({ reason }) => reason === "urgent");
  const invoices = (await openItems(tx, context.today, family)).map(({ id }) => id);
  return done({
    ending: { outcome: "refused" },
    data: { holds: urgent.map(({ id }) => id) },
    async apply(event) {
      for (const hold of urgent) await recordHoldEnd(tx, context, actor, hold, context.today, invoices);
      await tellAsker(tx, context, ask, event);
    },
  });
}

/** Whoever asked reads the answer on the card they have; where that was an answer to a command, on one of its own. */
async function tellAsker(tx: Db, context: Context, ask: TakenAsk, event: number): Promise<void> {
  const asker = await openerOf(tx, ask.id);
  const showing = { show: "ask", ask: ask.id } as const;
  if (asker.is !== "person" || (await isShownTo(tx, asker.id, showing))) return;
  const key = `ask:${ask.id}:decided:${event}`;
  await tellHolder(tx, context, { person: asker.id }, { key, showing, when: "now", eventId: event, invoices: [] });
}

import { HOLD_WORKING_DAYS_MAX } from "#domain/hold.ts";
import { addWorkingDays, type Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { openAskOf } from "#store/asks.ts";
import { openerOf } from "#store/card-facts.ts";
import { isVip } from "#store/customer-notes.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { placeHold } from "#usecases/stops/place-hold.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/** What only the rep knows, and dunning reads (E8). */
export const NOTE_KINDS = ["vip", "order-in-progress", "new-contact", "validation-circuit"] as const;

export interface NoteInput {
  readonly customer: string;
  readonly kind: (typeof NOTE_KINDS)[number];
  /** The last day on which dunning waits; without it as long as a rep may ask for. Of a VIP it says nothing. */
  readonly until?: Day | undefined;
  readonly text?: string | undefined;
}

/** An order, a new contact or an approval has dunning wait; a VIP is finance's to agree to, and every step a task then. */
export async function noteCustomer(context: Context, actor: Actor, input: NoteInput): Promise<Result<Answered>> {
  const { customer, kind, text: comment } = input;
  if (kind === "vip") return askVip(context, actor, { customer, why: comment });
  const until = input.until ?? addWorkingDays(context.today, HOLD_WORKING_DAYS_MAX);
  return placeHold(context, actor, { customer, reason: kind, until, comment });
}

async function askVip(
  context: Context,
  actor: Actor,
  input: { readonly customer: string; readonly why: string | undefined },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const refusal = await refuseAct(tx, actor, input.customer, "ask-vip");
    if (refusal !== null) return refused(refusal);
    if (await isVip(tx, payer)) return refused({ why: "nothing-changed" });
    const open = await openAskOf(tx, payer, "vip-proposed", 0);
    if (open !== null) return alreadyDone(tx, { actor: await openerOf(tx, open.id), at: open.openedAt }, context.now);
    const why = input.why?.trim().slice(0, COMMENT_LENGTH_MAX) ?? "";
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "vip-proposed",
      actor,
      customer: payer,
      data: why === "" ? {} : { why },
    });
    const { ask } = await openAsk(tx, context, {
      kind: "vip-proposed",
      customer: payer,
      holder: { role: await staffedRole(tx, "finance") },
      lines: [],
      openedBy: actor,
      why: why === "" ? null : why,
      when: "now",
      causedBy: event,
    });
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "ask", ask }, event });
  });
}

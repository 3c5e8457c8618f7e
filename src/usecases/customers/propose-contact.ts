import type { ContactRole } from "#domain/customer.ts";
import type { Actor } from "#domain/event.ts";
import { readMailAddress } from "#domain/mail-address.ts";
import { contactsOf } from "#store/contacts.ts";
import { changeContact, insertContactProposal, type ContactDetails } from "#store/customer-notes.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

export interface ContactInput {
  readonly customer: string;
  /** Whom it corrects; left out: somebody new. */
  readonly contact?: number | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly role: ContactRole;
}

const NAME_LENGTH_MAX = 120;
const PHONE_LENGTH_MAX = 40;

/** A contact of a customer, added or corrected: adv's and finance's word counts at once, a rep's when adv agrees (E7). */
export async function proposeContact(context: Context, actor: Actor, input: ContactInput): Promise<Result<Answered>> {
  const details = readDetails(input);
  if ("typed" in details) return refused({ why: "email-not-understood", typed: details.typed });
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const refusal = await refuseAct(tx, actor, input.customer, "note-customer");
    if (refusal !== null) return refused(refusal);
    const { contact = null, customer } = input;
    const known = await contactsOf(tx, customer);
    if (contact !== null && !known.some(({ id }) => id === contact)) return refused({ why: "gone" });
    if (details.name === "" || (details.email === null && details.phone === null)) {
      return refused({ why: "text-missing" });
    }
    const decides = (await refuseAct(tx, actor, customer, "change-contacts")) === null;
    const changed = decides ? await changeContact(tx, customer, contact, details) : null;
    const proposal =
      changed === null
        ? await insertContactProposal(tx, { customer, contact, ...details, proposedBy: actor }, context.now)
        : null;
    const event = await appendEvent(tx, {
      at: context.now,
      kind: decides ? "contact-changed" : "contact-proposed",
      actor,
      customer,
      subject: "contacts",
      subjectId: changed?.[0]?.id ?? contact ?? 0,
      data: { isNew: contact === null, ...(proposal === null ? { contacts: changed ?? [] } : { proposal }) },
    });
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    if (proposal === null) return done({ showing: { show: "contacts", customer }, event });
    const { ask } = await openAsk(tx, context, {
      kind: "contact-proposed",
      customer,
      about: proposal,
      holder: { role: await staffedRole(tx, "adv") },
      lines: [],
      openedBy: actor,
      when: "now",
      causedBy: event,
    });
    return done({ showing: { show: "ask", ask }, event });
  });
}

function readDetails(input: ContactInput): ContactDetails | { readonly typed: string } {
  const typed = input.email?.trim() ?? "";
  const address = typed === "" ? null : readMailAddress(typed);
  if (typed !== "" && address === null) return { typed };
  const phone = input.phone?.trim().slice(0, PHONE_LENGTH_MAX) ?? "";
  return {
    name: input.name?.trim().slice(0, NAME_LENGTH_MAX) ?? "",
    email: address === null ? null : `${address.local}@${address.domain}`,
    phone: phone === "" ? null : phone,
    role: input.role,
  };
}

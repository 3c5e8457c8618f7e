import { mailRecipients, type ContactStop } from "#domain/customer.ts";
import { contactsByAddress } from "#store/contacts-by-address.ts";
import { contactsOf, stopContact } from "#store/contacts.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { holderOf } from "#usecases/delivery/tell.ts";

/**
 * Nothing more is sent to these addresses: they do not exist, or their people want no mail. Cards that name them follow.
 * Gives the paying customers that lost an address.
 */
export async function refuseAddresses(
  tx: Db,
  context: Context,
  emails: readonly string[],
  because: Extract<ContactStop, "bounced" | "complaint">,
): Promise<readonly string[]> {
  const contacts = await contactsByAddress(tx, emails);
  for (const contact of contacts) {
    const eventId = await appendEvent(tx, {
      at: context.now,
      kind: "contact-stopped",
      actor: { is: "system" },
      customer: contact.customer,
      subject: "contacts",
      subjectId: contact.id,
      data: { because, email: contact.email },
    });
    await stopContact(tx, contact.id, because, context.now, eventId);
  }
  const payers = [...new Set(contacts.map((contact) => contact.payer))];
  for (const payer of payers) await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
  return payers;
}

/** Asks the customer's owner whom to write to; `invoices` = what the mail was about, until they are paid. */
export async function askWhomToWriteTo(
  tx: Db,
  context: Context,
  payer: string,
  invoices: readonly number[],
): Promise<void> {
  await openAsk(tx, context, {
    kind: "who-to-write-to",
    customer: payer,
    holder: await holderOf(tx, payer),
    lines: invoices.map((invoice) => ({ invoice, step: null })),
    openedBy: { is: "system" },
    when: "now",
  });
}

/** Whether anybody at a paying customer can still be written to. */
export async function hasRecipients(tx: Db, payer: string): Promise<boolean> {
  return mailRecipients(await contactsOf(tx, payer)).length > 0;
}

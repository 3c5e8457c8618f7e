import type { Day } from "#domain/calendar.ts";
import { WRITTEN_REPLIES } from "./company/story.ts";
import type { Mailbox } from "./mailbox/mailbox.ts";
import { reply, type MailboxDeps } from "./mailbox/routes.ts";

/** Customers whose answer is written in the story send it, when there is a mail of ours to answer. */
export async function customersAct(day: Day, deps: MailboxDeps): Promise<void> {
  for (const { customer, kind, text } of WRITTEN_REPLIES.filter((one) => one.on === day)) {
    const mail = lastMail(deps.mailbox, customer);
    if (mail !== undefined) await reply(deps, { id: mail.id, kind, text });
  }
}

function lastMail(mailbox: Mailbox, customer: string) {
  return mailbox.mails(customer).at(-1);
}

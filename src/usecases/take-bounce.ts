import { STEP_NAMES } from "#domain/scenario.ts";
import { contactsByAddress } from "#store/contacts-by-address.ts";
import { appendEvent, causedBy } from "#store/events.ts";
import { takeBackSteps } from "#store/dunning-writes.ts";
import { lockReminder, setReminderBounced } from "#store/reminder-mail.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { askWhomToWriteTo, hasRecipients, refuseAddresses } from "#usecases/refuse-addresses.ts";
import type { KeptReply } from "#usecases/take-reply.ts";

/**
 * A mail that did not arrive: its addresses receive no more. When none of the reminder's recipients is left, its step was
 * not done, and somebody must say whom to write to.
 */
export async function takeBounce(
  tx: Db,
  context: Context,
  kept: KeptReply,
  reported: readonly string[],
  text: string,
): Promise<void> {
  const recipients = kept.reminder?.recipients ?? [];
  const bounced = reported.length > 0 ? reported : namedIn(text, recipients);
  await refuseAddresses(tx, context, bounced, "bounced");
  const nobodyGotIt = recipients.length > 0 && (await allLost(tx, recipients, bounced));
  if (nobodyGotIt && kept.reminder !== null) {
    await stepNotDone(tx, context, kept, kept.reminder.id);
  }
  if (nobodyGotIt || !(await hasRecipients(tx, kept.payer))) {
    await askWhomToWriteTo(tx, context, kept.payer, kept.invoices);
  }
}

/** Each recipient may have a report of their own: those stopped by an earlier one are lost as well. */
async function allLost(tx: Db, recipients: readonly string[], bounced: readonly string[]): Promise<boolean> {
  const lost = new Set(bounced.map((email) => email.toLowerCase()));
  const left = new Set((await contactsByAddress(tx, recipients)).map((contact) => contact.email.toLowerCase()));
  return recipients.every((email) => lost.has(email.toLowerCase()) || !left.has(email.toLowerCase()));
}

/** Once, whatever reports follow. A mail of unknown fate has found its fate. */
async function stepNotDone(tx: Db, context: Context, kept: KeptReply, id: number): Promise<void> {
  const reminder = await lockReminder(tx, id);
  if (reminder === null || (reminder.state !== "sent" && reminder.state !== "unknown")) return;
  await setReminderBounced(tx, id, context.now);
  await takeBackSteps(tx, id, STEP_NAMES, context.today);
  await appendEvent(tx, {
    at: context.now,
    kind: "reminder-bounced",
    actor: { is: "system" },
    customer: kept.payer,
    invoices: kept.invoices,
    subject: "reminders",
    subjectId: id,
    data: { step: reminder.step, ...causedBy(kept.event) },
  });
}

/** A report in prose names the address somewhere; of a mail to one person it can only be theirs. */
function namedIn(text: string, recipients: readonly string[]): readonly string[] {
  if (recipients.length === 1) return recipients;
  const said = text.toLowerCase();
  return recipients.filter((email) => said.includes(email.toLowerCase()));
}

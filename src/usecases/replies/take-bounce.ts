import { STEP_NAMES } from "#domain/scenario.ts";
import { contactsByAddress } from "#store/contacts-by-address.ts";
import { appendEvent, causedBy } from "#store/events.ts";
import { takeBackSteps } from "#store/dunning-writes.ts";
import { lockReminder, setReminderBounced } from "#store/reminder-mail.ts";
import type { FoundReminder } from "#store/reminder-search.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { askWhomToWriteTo, hasRecipients, refuseAddresses } from "#usecases/replies/refuse-addresses.ts";
import type { KeptReply } from "#usecases/replies/take-reply.ts";

/**
 * A mail that did not arrive: its addresses receive no more, and the owner is asked for another contact. When none of the
 * reminder's recipients is left, its step was not done.
 */
export async function takeBounce(
  tx: Db,
  context: Context,
  kept: KeptReply,
  reported: readonly string[],
  text: string,
): Promise<void> {
  const recipients = kept.reminder?.recipients ?? [];
  const bounced = lostAddresses(kept.reminder, reported, text);
  const lost = await refuseAddresses(tx, context, bounced, "bounced");
  const nobodyGotIt = recipients.length > 0 && (await allLost(tx, recipients, bounced));
  if (nobodyGotIt && kept.reminder !== null) {
    await stepNotDone(tx, context, kept, kept.reminder.id);
  }
  if (nobodyGotIt || lost.includes(kept.payer) || !(await hasRecipients(tx, kept.payer))) {
    await askWhomToWriteTo(tx, context, kept.payer, kept.invoices);
  }
  await askOthers(tx, context, lost, kept.payer);
}

/** An address that several customers share is refused for all of them. */
export async function askOthers(tx: Db, context: Context, lost: readonly string[], but: string | null): Promise<void> {
  for (const payer of lost) {
    if (payer !== but && !(await hasRecipients(tx, payer))) await askWhomToWriteTo(tx, context, payer, []);
  }
}

/**
 * Whose mail it was. A mailbox behind a forwarding address is reported under a name that we never wrote to, and a report in
 * prose names anybody: of a mail to one person it can only be theirs.
 */
function lostAddresses(reminder: FoundReminder | null, reported: readonly string[], text: string): readonly string[] {
  if (reminder === null) return reported;
  const { recipients, copies } = reminder;
  const known = new Set([...recipients, ...copies].map((email) => email.toLowerCase()));
  if (reported.some((email) => known.has(email.toLowerCase()))) return reported;
  if (recipients.length === 1 && copies.length === 0) return [...recipients, ...reported];
  const said = text.toLowerCase();
  return [...reported, ...recipients.filter((email) => said.includes(email.toLowerCase()))];
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

import { randomBytes } from "node:crypto";

import { domainOf, replyAddress } from "#domain/mail-address.ts";
import type { PlannedMessage } from "#domain/dunning-plan.ts";
import { markReminderDropped, markReminderSent } from "#store/dunning-writes.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import {
  fixReminderMail,
  reminderById,
  setReminderBounced,
  setReminderUnknown,
  type RecordedReminder,
} from "#store/reminder-mail.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import type { Mail, Mailer, MailSent } from "#usecases/ports.ts";
import { recheckReminder, type Recheck } from "#usecases/dunning/recheck-reminder.ts";
import { askWhomToWriteTo, refuseAddresses } from "#usecases/replies/refuse-addresses.ts";
import { writeReminder } from "#usecases/dunning/write-reminder.ts";

export type MailOutcome = "sent" | "dropped" | "unknown";

/** A reminder ready to leave: its mail is kept already. */
interface Ready {
  readonly reminder: RecordedReminder;
  readonly message: PlannedMessage;
  readonly mail: Mail;
}

const ID_BYTES = 12;

/**
 * Sends a planned reminder: looks once more whether it may leave, keeps the mail with its message id, hands it over outside
 * any transaction, and notes what came of it. `ambiguous` = an earlier attempt may have reached the server. Throws a Fault
 * when nothing was sent and trying again makes sense.
 */
export async function sendReminder(
  context: Context,
  mailer: Mailer,
  reminderId: number,
  how: { readonly ambiguous: boolean } = { ambiguous: false },
): Promise<MailOutcome> {
  const ready = await context.store.db.transaction((tx) => prepare(tx, context, mailer, reminderId, how.ambiguous));
  if (typeof ready === "string") return ready;
  let sent: MailSent;
  try {
    sent = await mailer.send(ready.mail);
  } catch (error) {
    if (!isFault(error) || !error.ambiguous) throw error;
    await context.store.db.transaction((tx) => noteUnknown(tx, context, ready.reminder, ready.message, error.message));
    return "unknown";
  }
  await context.store.db.transaction((tx) => noteSent(tx, context, ready, sent));
  return reached(ready.message, sent) ? "sent" : "dropped";
}

/** One transaction: the last look, and the mail fixed before the server hears of it. */
async function prepare(
  tx: Db,
  context: Context,
  mailer: Mailer,
  reminderId: number,
  ambiguous: boolean,
): Promise<Ready | MailOutcome> {
  const known = await reminderById(tx, reminderId);
  if (known === null) return "dropped";
  await lockFamily(tx, known.payer);
  const checked = await recheckReminder(context, tx, reminderId);
  // Read again: another deliverer may have had it while we waited.
  const reminder = (await reminderById(tx, reminderId)) ?? known;
  if (reminder.state !== "planned") return outcomeOf(reminder);
  if (ambiguous && reminder.messageId !== null) {
    await noteUnknown(tx, context, reminder, checked.ok ? checked.message : null, "the worker stopped while sending");
    return "unknown";
  }
  if (!checked.ok) return drop(tx, context, reminder, checked.because);
  const { message } = checked;
  const { templateId, ...written } = await writeReminder(context, tx, message);
  const mail: Mail = {
    ...written,
    cc: message.cc,
    bcc: message.bcc,
    replyTo: replyAddress(mailer.address, reminder.replyToken) ?? mailer.address,
    to: message.to,
    messageId: reminder.messageId ?? newMessageId(mailer.address),
  };
  await fixReminderMail(tx, reminderId, {
    messageId: mail.messageId,
    recipients: mail.to,
    cc: message.cc,
    bcc: message.bcc,
    scenarioId: (await scenariosInForce(tx)).ids.get(message.scenario) ?? null,
    templateId,
    subject: mail.subject,
    bodyText: mail.text,
    bodyHtml: mail.html,
    total: message.total,
  });
  return { reminder, message, mail };
}

async function noteSent(tx: Db, context: Context, { reminder, message }: Ready, sent: MailSent): Promise<void> {
  await lockFamily(tx, reminder.payer);
  const invoices = message.lines.map((line) => line.invoice.id);
  const lost = await refuseAddresses(tx, context, sent.refused, "bounced");
  const hasArrived = reached(message, sent);
  if (hasArrived) {
    await markReminderSent(tx, reminder.id, message, context.now);
  } else {
    await setReminderBounced(tx, reminder.id, context.now);
  }
  if (!hasArrived || lost.includes(reminder.payer)) await askWhomToWriteTo(tx, context, reminder.payer, invoices);
  await appendEvent(tx, {
    at: context.now,
    kind: hasArrived ? "reminder-sent" : "reminder-bounced",
    actor: { is: "system" },
    customer: reminder.payer,
    invoices,
    subject: "reminders",
    subjectId: reminder.id,
    data: { step: message.step, to: sent.accepted, refused: sent.refused, total: message.total.toString() },
  });
  await enqueueRedraws(tx, await paidBy(tx, reminder.payer), context.now);
}

/** A colleague's copy is no answer to whether the customer got it. */
function reached({ to }: PlannedMessage, { accepted }: MailSent): boolean {
  const addresses = new Set(to.map((address) => address.toLowerCase()));
  return accepted.some((address) => addresses.has(address.toLowerCase()));
}

/** The truth changed since it was planned: paid, promised, a reply came in. The steps stay undone. */
async function drop(
  tx: Db,
  context: Context,
  reminder: RecordedReminder,
  because: Extract<Recheck, { ok: false }>["because"],
): Promise<MailOutcome> {
  await markReminderDropped(tx, reminder.id, because);
  await appendEvent(tx, {
    at: context.now,
    kind: "reminder-dropped",
    actor: { is: "system" },
    customer: reminder.payer,
    subject: "reminders",
    subjectId: reminder.id,
    data: { step: reminder.step, because },
  });
  await enqueueRedraws(tx, await paidBy(tx, reminder.payer), context.now);
  return "dropped";
}

/** What became of it already. */
function outcomeOf(reminder: RecordedReminder): MailOutcome {
  if (reminder.state === "sent") return "sent";
  return reminder.state === "unknown" ? "unknown" : "dropped";
}

/** Nobody tries again what may have arrived: finance sees it and decides. */
async function noteUnknown(
  tx: Db,
  context: Context,
  reminder: RecordedReminder,
  message: PlannedMessage | null,
  because: string,
): Promise<void> {
  const lines = message?.lines ?? [];
  await lockFamily(tx, reminder.payer);
  await setReminderUnknown(
    tx,
    reminder.id,
    lines.map(({ invoice, step }) => ({ invoice: invoice.id, step, residual: invoice.residual })),
  );
  await appendEvent(tx, {
    at: context.now,
    kind: "reminder-unknown",
    actor: { is: "system" },
    customer: reminder.payer,
    invoices: lines.map((line) => line.invoice.id),
    subject: "reminders",
    subjectId: reminder.id,
    data: { step: reminder.step, because },
  });
  await openAsk(tx, context, {
    kind: "unknown-send",
    customer: reminder.payer,
    about: reminder.id,
    holder: { role: "finance" },
    lines: [],
    openedBy: { is: "system" },
    when: "now",
  });
  await enqueueRedraws(tx, await paidBy(tx, reminder.payer), context.now);
}

/** Random, so that a message id says nothing about customers and nobody guesses another's. */
export function newMessageId(sender: string): string {
  return `<relais.${randomBytes(ID_BYTES).toString("hex")}@${domainOf(sender) ?? "relais.invalid"}>`;
}

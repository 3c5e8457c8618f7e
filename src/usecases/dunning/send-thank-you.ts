import { daysBetween } from "#domain/calendar.ts";
import { mailRecipients } from "#domain/customer.ts";
import { templateFor } from "#domain/mail-template.ts";
import { letterHtml, letterText } from "#i18n/mail/draw.ts";
import { isLong, reminderLetter } from "#i18n/mail/letter.ts";
import type { ReminderData } from "#i18n/mail/messages.ts";
import { templateWordsFor } from "#i18n/mail/words.ts";
import { contactsOf } from "#store/contacts.ts";
import { appendEvent } from "#store/events.ts";
import { templatesInForce } from "#store/mail-templates.ts";
import { letterheadOf } from "#store/reminder-mail.ts";
import { noteThankYou, paidInvoices, thankYouById, type RecordedThankYou } from "#store/thank-you-mails.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import type { Mail, Mailer, MailSent } from "#usecases/ports.ts";
import { refuseAddresses } from "#usecases/replies/refuse-addresses.ts";
import { newMessageId, type MailOutcome } from "#usecases/dunning/send-reminder.ts";
import { colleagues } from "#usecases/dunning/write-reminder.ts";

const TEMPLATE = "thank-you";

/** Sends a planned word of thanks, if there is still something to thank for; one of unknown fate is not sent again. */
export async function sendThankYou(
  context: Context,
  mailer: Mailer,
  id: number,
  how: { readonly ambiguous: boolean },
): Promise<MailOutcome> {
  const { db } = context.store;
  const planned = await thankYouById(db, id);
  if (planned === null || planned.state !== "planned") return "dropped";
  if (how.ambiguous) {
    await noteThankYou(db, id, { state: "unknown" });
    return "unknown";
  }
  const written = await write(context, mailer, planned);
  if (typeof written === "string") {
    await noteThankYou(db, id, { state: "dropped", droppedBecause: written });
    return "dropped";
  }
  let sent: MailSent;
  try {
    sent = await mailer.send(written);
  } catch (error) {
    if (!isFault(error) || !error.ambiguous) throw error;
    await noteThankYou(db, id, { state: "unknown" });
    return "unknown";
  }
  await db.transaction(async (tx) => {
    await refuseAddresses(tx, context, sent.refused, "bounced");
    if (sent.accepted.length === 0) return noteThankYou(tx, id, { state: "dropped", droppedBecause: "refused" });
    const { messageId, subject, text: bodyText, html: bodyHtml } = written;
    const recipients = [...sent.accepted];
    await noteThankYou(tx, id, {
      state: "sent",
      sentAt: context.now,
      messageId,
      recipients,
      subject,
      bodyText,
      bodyHtml,
    });
    await appendEvent(tx, {
      at: context.now,
      kind: "thank-you-sent",
      actor: { is: "system" },
      customer: planned.payer,
      invoices: planned.invoices,
      data: { mail: id, to: recipients },
    });
  });
  return sent.accepted.length > 0 ? "sent" : "dropped";
}

/** The mail, or why it is not written. */
async function write(context: Context, mailer: Mailer, planned: RecordedThankYou): Promise<Mail | string> {
  const { db } = context.store;
  if (context.settings.paused || !context.settings.thankYouMails) return "not-wanted";
  const contacts = mailRecipients(await contactsOf(db, planned.payer));
  const to = contacts.flatMap(({ email }) => email ?? []);
  const data = await dataOf(context, planned, contacts.length === 1 ? (contacts[0]?.name ?? null) : null);
  if (to.length === 0 || data === null) return to.length === 0 ? "no-contact" : "open-again";
  // So many invoices at once are a settlement between accountants: a form letter would list a page of numbers.
  if (isLong(data)) return "too-many";
  const asked = { name: TEMPLATE, locale: planned.language, signer: data.signerEmail, seller: planned.seller } as const;
  const own = templateFor(await templatesInForce(db), asked);
  const letter = reminderLetter(data, planned.language, own ?? templateWordsFor(planned.language).shipped[TEMPLATE]);
  return {
    fromName: data.signer === data.seller ? data.seller : `${data.signer} (${data.seller})`,
    replyTo: mailer.address,
    to,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    messageId: newMessageId(mailer.address),
    attachments: [],
  };
}

async function dataOf(
  context: Context,
  { seller, payer, currency, invoices }: RecordedThankYou,
  recipient: string | null,
): Promise<(ReminderData & { readonly signerEmail: string | null }) | null> {
  const { db } = context.store;
  const paid = await paidInvoices(db, invoices, context.today);
  if (paid.length === 0) return null;
  const letterhead = await letterheadOf(db, seller, payer);
  return {
    step: "first",
    seller: letterhead.seller,
    recipient,
    invoices: paid.map(({ number, issued, due, amount }) => ({
      number,
      customer: null,
      issued,
      due,
      daysLate: Math.max(1, daysBetween(due, context.today)),
      residual: { minor: amount, currency },
    })),
    setAside: { minor: 0n, currency },
    credit: { minor: 0n, currency },
    missedPromise: null,
    lastWrittenOn: null,
    answerBy: context.today,
    returnedDebits: [],
    noticeFollows: false,
    ...(await colleagues(db, letterhead, payer)),
  };
}

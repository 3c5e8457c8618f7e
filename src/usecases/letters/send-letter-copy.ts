import { mailRecipients } from "#domain/customer.ts";
import { letterCopyMail } from "#i18n/letters/letter-copy.ts";
import { letterHtml, letterText } from "#i18n/mail/draw.ts";
import { askById } from "#store/asks.ts";
import { contactsOf } from "#store/contacts.ts";
import { documentBytes, documentHead } from "#store/documents.ts";
import { appendEvent } from "#store/events.ts";
import { letterById } from "#store/letters.ts";
import { personById } from "#store/people.ts";
import { letterheadOf } from "#store/reminder-mail.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import type { Mailer, MailSent } from "#usecases/ports.ts";
import { refuseAddresses } from "#usecases/replies/refuse-addresses.ts";
import { newMessageId, type MailOutcome } from "#usecases/dunning/send-reminder.ts";

/** Sends the copy of a posted letter, the very bytes that were approved. Like every mail it stops when all mail is paused. */
export async function sendLetterCopy(
  context: Context,
  mailer: Mailer,
  id: number,
  how: { readonly ambiguous: boolean },
): Promise<MailOutcome> {
  const { db } = context.store;
  const letter = await letterById(db, id);
  const ask = letter === null ? null : await askById(db, letter.ask);
  if (letter === null || ask === null || letter.postedOn === null) return "dropped";
  const note = (data: Readonly<Record<string, unknown>>) =>
    appendEvent(db, {
      at: context.now,
      kind: "note",
      actor: { is: "system" },
      customer: ask.customer,
      invoices: letter.lines.map(({ invoice }) => invoice),
      subject: "asks",
      subjectId: ask.id,
      data: { letterCopy: letter.id, ...data },
    });
  // It may have arrived: a second copy of a formal notice reads like a second formal notice.
  if (how.ambiguous) return "unknown";
  const to = mailRecipients(await contactsOf(db, ask.customer)).map(({ email }) => email ?? "");
  const head = await documentHead(db, letter.document);
  const bytes = await documentBytes(db, letter.document);
  if (context.settings.paused || to.length === 0 || head === null || bytes === null) {
    await note({ because: to.length === 0 ? "no-contact" : "company-paused" });
    return "dropped";
  }
  const { seller } = await letterheadOf(db, letter.seller, ask.customer);
  const signer = (await personById(db, letter.approvedBy))?.name ?? seller;
  const mail = letterCopyMail({ seller, signer, postedOn: letter.postedOn, number: letter.registeredNumber ?? "" });
  const messageId = newMessageId(mailer.address);
  let sent: MailSent;
  try {
    sent = await mailer.send({
      fromName: `${signer} (${seller})`,
      replyTo: mailer.address,
      to,
      subject: mail.subject,
      text: letterText(mail),
      html: letterHtml(mail),
      messageId,
      attachments: [{ fileName: head.name, type: head.type, content: bytes }],
    });
  } catch (error) {
    if (!isFault(error) || !error.ambiguous) throw error;
    return "unknown";
  }
  await db.transaction((tx) => refuseAddresses(tx, context, sent.refused, "bounced"));
  await note({ to: sent.accepted, messageId });
  return sent.accepted.length > 0 ? "sent" : "dropped";
}

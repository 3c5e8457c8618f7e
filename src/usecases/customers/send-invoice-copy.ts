import { daysBetween } from "#domain/calendar.ts";
import { mailRecipients, type Contact } from "#domain/customer.ts";
import type { EventKind } from "#domain/event.ts";
import { letterHtml, letterText } from "#i18n/mail/draw.ts";
import { invoiceCopyLetter } from "#i18n/mail/letter.ts";
import { contactsOf } from "#store/contacts.ts";
import { appendEvent } from "#store/events.ts";
import { invoiceToCopy, type InvoiceToCopy } from "#store/invoice-copies.ts";
import { letterheadOf, namesOfCustomers } from "#store/reminder-mail.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import type { Mail, Mailer, MailSent } from "#usecases/ports.ts";
import { refuseAddresses } from "#usecases/replies/refuse-addresses.ts";
import { newMessageId, type MailOutcome } from "#usecases/dunning/send-reminder.ts";
import { colleagues } from "#usecases/dunning/write-reminder.ts";

/**
 * Sends an invoice that never came again, as a link to its document. Without one there is nothing to send: the dispute is
 * sales administration's task already. It waits for no interval, but like every mail for the seller's go-live.
 */
export async function sendInvoiceCopy(
  context: Context,
  mailer: Mailer,
  dispute: number,
  how: { readonly ambiguous: boolean } = { ambiguous: false },
): Promise<MailOutcome> {
  const db = context.store.db;
  const invoice = await invoiceToCopy(db, dispute, context.today);
  if (invoice === null) return "dropped";
  const note = (kind: EventKind, data: Readonly<Record<string, unknown>>) =>
    appendEvent(db, {
      at: context.now,
      kind,
      actor: { is: "system" },
      customer: invoice.customer,
      invoices: [invoice.id],
      subject: "disputes",
      subjectId: dispute,
      data: { invoiceCopy: true, ...data },
    });
  if (how.ambiguous) {
    await note("reminder-unknown", {});
    return "unknown";
  }
  const recipients = mailRecipients(await contactsOf(db, invoice.payer));
  const href = documentLink(invoice.documentUrl);
  const because = whyNot(context, invoice, recipients, href);
  if (because !== null || href === null) {
    await note("note", { because });
    return "dropped";
  }
  const mail = await write(context, db, mailer, invoice, recipients, href);
  let sent: MailSent;
  try {
    sent = await mailer.send(mail);
  } catch (error) {
    if (!isFault(error) || !error.ambiguous) throw error;
    await note("reminder-unknown", { because: error.message });
    return "unknown";
  }
  await db.transaction((tx) => refuseAddresses(tx, context, sent.refused, "bounced"));
  await note("note", { to: sent.accepted, messageId: mail.messageId, subject: mail.subject });
  return sent.accepted.length > 0 ? "sent" : "dropped";
}

function whyNot(
  context: Context,
  invoice: InvoiceToCopy,
  recipients: readonly Contact[],
  href: string | null,
): "before-go-live" | "company-paused" | "no-contact" | "no-document" | null {
  if (invoice.wentLiveOn === null || invoice.wentLiveOn > context.today) return "before-go-live";
  if (context.settings.paused) return "company-paused";
  if (recipients.length === 0) return "no-contact";
  return href === null ? "no-document" : null;
}

/** Only what a browser opens: a file's path or a script in the import is no link. */
function documentLink(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s<>"]+$/i.test(url) ? url : null;
}

async function write(
  context: Context,
  db: Db,
  mailer: Mailer,
  invoice: InvoiceToCopy,
  recipients: readonly Contact[],
  href: string,
): Promise<Mail> {
  const letterhead = await letterheadOf(db, invoice.seller, invoice.payer);
  const { rep, signer } = await colleagues(db, letterhead, invoice.payer);
  const others = await namesOfCustomers(db, invoice.customer === invoice.payer ? [] : [invoice.customer]);
  const letter = invoiceCopyLetter(
    {
      seller: letterhead.seller,
      recipient: recipients.length === 1 ? (recipients[0]?.name ?? null) : null,
      invoice: {
        number: invoice.number,
        customer: others.get(invoice.customer) ?? null,
        issued: invoice.issued,
        due: invoice.due,
        daysLate: daysBetween(invoice.due, context.today),
        residual: { minor: invoice.residual, currency: invoice.currency },
      },
      href,
      rep,
      signer,
    },
    invoice.language ?? context.locale,
  );
  return {
    fromName: signer === letterhead.seller ? signer : `${signer} (${letterhead.seller})`,
    replyTo: mailer.address,
    to: recipients.map((contact) => contact.email ?? ""),
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    messageId: newMessageId(mailer.address),
    attachments: [],
  };
}

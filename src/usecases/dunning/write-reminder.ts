import { addWorkingDays, dayIn, regionOf, type Day } from "#domain/calendar.ts";
import { mailRecipients } from "#domain/customer.ts";
import type { PlannedMessage } from "#domain/dunning-plan.ts";
import { isShippedTemplate, templateFor } from "#domain/mail-template.ts";
import { hasRole } from "#domain/person.ts";
import { letterHtml, letterText } from "#i18n/mail/draw.ts";
import { isLong, reminderLetter, type OwnWording } from "#i18n/mail/letter.ts";
import { invoiceList } from "#i18n/mail/list.ts";
import type { MailInvoice, MailStep, MissedPromise, ReminderData } from "#i18n/mail/messages.ts";
import { templateWordsFor } from "#i18n/mail/words.ts";
import { contactsOf } from "#store/contacts.ts";
import { templatesInForce } from "#store/mail-templates.ts";
import { membersOf, ownershipOfCustomer, personById } from "#store/people.ts";
import {
  brokenPromiseSince,
  namesOfCustomers,
  lastWrittenAt,
  letterheadOf,
  type Letterhead,
} from "#store/reminder-mail.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import type { MailAttachment } from "#usecases/ports.ts";

/** A reminder as the customer will read it. */
export interface WrittenReminder {
  /** Who signs, as the name beside the sender's address. */
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  /** Finance's own wording, by version; null = the shipped one. */
  readonly templateId: number | null;
}

/** Working days the last amicable reminder gives for an answer. */
const ANSWER_WORKING_DAYS = 5;
const MAIL_STEPS: readonly string[] = ["pre-due", "first", "second", "last"] satisfies readonly MailStep[];

/** Writes a planned message in the customer's language, from the present truth; also what the rep is shown before it leaves. */
export async function writeReminder(context: Context, db: Db, message: PlannedMessage): Promise<WrittenReminder> {
  const data = await reminderData(context, db, message);
  const own = await ownWording(db, message, data.signerEmail);
  const letter = reminderLetter(data, message.language, own);
  return {
    fromName: data.signer === data.seller ? data.seller : `${data.signer} (${data.seller})`,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    attachments: isLong(data) ? [attachedList(data, context.today, message)] : [],
    templateId: own?.id ?? null,
  };
}

/** What finance wrote for the step's wording; a shipped one that is no step's is the text that it comes with. */
async function ownWording(
  db: Db,
  { template, language, seller }: PlannedMessage,
  signer: string | null,
): Promise<(OwnWording & { readonly id: number | null }) | null> {
  const own = templateFor(await templatesInForce(db), { name: template, locale: language, signer, seller });
  if (own !== null) return own;
  const isText = isShippedTemplate(template) && !isMailStep(template);
  return isText ? { ...templateWordsFor(language).shipped[template], id: null } : null;
}

async function reminderData(
  context: Context,
  db: Db,
  message: PlannedMessage,
): Promise<ReminderData & { readonly signerEmail: string | null }> {
  const { currency, lines } = message;
  const invoiceIds = lines.map((line) => line.invoice.id);
  const letterhead = await letterheadOf(db, message.seller, message.payer);
  const writtenAt = await lastWrittenAt(db, invoiceIds);
  const region = regionOf(letterhead.postalCode, letterhead.country);
  const setAside = lines.reduce((total, line) => total + line.invoice.residual - line.chaseable, 0n);
  return {
    step: mailStep(message),
    seller: letterhead.seller,
    recipient: await recipientName(db, message),
    invoices: await mailInvoices(db, message),
    setAside: { minor: setAside, currency },
    credit: { minor: -message.unallocated, currency },
    missedPromise: await missedPromise(db, message),
    lastWrittenOn: writtenAt === null ? null : dayIn(writtenAt, context.timeZone),
    noticeFollows: message.noticeFollows,
    answerBy: addWorkingDays(context.today, ANSWER_WORKING_DAYS, region),
    returnedDebits: lines.filter((line) => line.invoice.means === "direct_debit").map((line) => line.invoice.number),
    ...(await colleagues(db, letterhead, message.payer)),
  };
}

/** The rep who has the customer, and the person who signs: the collector, else finance, else the company itself. */
export async function colleagues(
  db: Db,
  letterhead: Letterhead,
  payer: string,
): Promise<{ readonly rep: string | null; readonly signer: string; readonly signerEmail: string | null }> {
  const owner = (await ownershipOfCustomer(db, payer))?.repId ?? null;
  const rep = owner === null ? null : await personById(db, owner);
  const [finance] = await membersOf(db, "finance");
  const signer = letterhead.collector ?? finance?.name ?? letterhead.seller;
  const signerEmail = letterhead.collectorEmail ?? finance?.email ?? null;
  const named = rep !== null && hasRole(rep, "rep") && rep.name !== signer ? rep.name : null;
  return { rep: named, signer, signerEmail };
}

async function mailInvoices(db: Db, message: PlannedMessage): Promise<readonly MailInvoice[]> {
  const others = [...new Set(message.lines.map((line) => line.invoice.customer))].filter(
    (code) => code !== message.payer,
  );
  const names = await namesOfCustomers(db, others);
  return message.lines
    .toSorted((a, b) => compare(a.invoice.due, b.invoice.due) || compare(a.invoice.number, b.invoice.number))
    .map(({ invoice, daysOverdue }) => ({
      number: invoice.number,
      customer: names.get(invoice.customer) ?? null,
      issued: invoice.issued,
      due: invoice.due,
      daysLate: daysOverdue,
      residual: { minor: invoice.residual, currency: invoice.currency },
    }));
}

/** Cited once: the last one that did not come and that no reminder has spoken of yet. */
async function missedPromise(db: Db, message: PlannedMessage): Promise<MissedPromise | null> {
  const broken = message.lines.filter((line) => line.invoice.brokenPromise !== null);
  const since = broken.map((line) => line.invoice.brokenPromise as Day).toSorted()[0];
  if (since === undefined) return null;
  const ids = broken.map((line) => line.invoice.id);
  const promise = await brokenPromiseSince(db, ids, since);
  if (promise === null) return null;
  const { amount, currency, dueOn, partly } = promise;
  return { amount: { minor: amount, currency }, dueOn, partly };
}

/** A name to greet, when one person alone is written to. */
async function recipientName(db: Db, message: PlannedMessage): Promise<string | null> {
  if (message.to.length !== 1) return null;
  const named = mailRecipients(await contactsOf(db, message.payer)).filter(
    (contact) => contact.email?.toLowerCase() === message.to[0]?.toLowerCase(),
  );
  return named[0]?.name ?? null;
}

/** The step whose shipped wording it has: the one its template names, else its own. */
function mailStep({ step, template }: PlannedMessage): MailStep {
  if (isMailStep(template)) return template;
  if (!isMailStep(step)) throw new Error(`The step ${step} is no mail.`);
  return step;
}

function isMailStep(name: string): name is MailStep {
  return MAIL_STEPS.includes(name);
}

function attachedList(data: ReminderData, today: Day, message: PlannedMessage): MailAttachment {
  const list = invoiceList(data.invoices, today, message.language);
  return { fileName: list.fileName, type: "text/csv; charset=utf-8", content: list.csv };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

import { addDays, addWorkingDays, type Day } from "#domain/calendar.ts";
import { isShippedTemplate, templateFor, type MailTemplate } from "#domain/mail-template.ts";
import type { Locale } from "#domain/person.ts";
import { letterHtml, letterText } from "#i18n/mail/draw.ts";
import { reminderLetter } from "#i18n/mail/letter.ts";
import type { MailStep, ReminderData } from "#i18n/mail/messages.ts";
import { templateWordsFor } from "#i18n/mail/words.ts";
import { templatesInForce } from "#store/mail-templates.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface TemplatePreview {
  /** The version of finance's own wording; null = the shipped one. */
  readonly version: number | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface TemplateAsked {
  readonly name: string;
  readonly locale: Locale;
  readonly sender: string | null;
}

const MAIL_STEPS: readonly string[] = ["pre-due", "first", "second", "last"] satisfies readonly MailStep[];
const LATE_DAYS: Readonly<Record<string, number>> = { "pre-due": -5, first: 5, second: 15, last: 38 };

/** A wording as a customer would read it, on two invoices made up for it. */
export async function previewTemplate(context: Context, asked: TemplateAsked): Promise<Result<TemplatePreview>> {
  const { db } = context.store;
  const { name, locale, sender } = asked;
  const own = templateFor(await templatesInForce(db), { name, locale, signer: sender, seller: "" });
  if (own === null && !isShippedTemplate(name)) return refused({ why: "gone" });
  const letter = reminderLetter(sampleFor(name, context.today), locale, own ?? textOf(name, locale));
  return done({
    version: own?.version ?? null,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
  });
}

/** The wording in force as text with placeholders, where finance begins to change it; null = no such wording. */
export async function wordingToEdit(
  context: Context,
  { name, locale, sender }: TemplateAsked,
): Promise<Pick<MailTemplate, "subject" | "body"> | null> {
  const own = templateFor(await templatesInForce(context.store.db), { name, locale, signer: sender, seller: "" });
  if (own !== null) return own;
  return isShippedTemplate(name) ? templateWordsFor(locale).shipped[name] : null;
}

/** The shipped wording of an e-mail step is written by its own rules; the others are texts. */
function textOf(name: string, locale: Locale) {
  if (MAIL_STEPS.includes(name) || !isShippedTemplate(name)) return null;
  return templateWordsFor(locale).shipped[name];
}

function sampleFor(name: string, today: Day): ReminderData {
  const late = LATE_DAYS[name] ?? 45;
  const invoice = (number: string, minor: bigint, daysLate: number) => ({
    number,
    customer: null,
    issued: addDays(today, -daysLate - 30),
    due: addDays(today, -daysLate),
    daysLate,
    residual: { minor, currency: "EUR" },
  });
  return {
    step: MAIL_STEPS.includes(name) ? (name as MailStep) : "last",
    seller: "Atelier Vasseur",
    recipient: "Sonia Perrin",
    invoices: [invoice("F-2026-1042", 840_000n, late), invoice("F-2026-1057", 400_000n, late - 3)],
    setAside: { minor: 0n, currency: "EUR" },
    credit: { minor: 0n, currency: "EUR" },
    missedPromise: null,
    lastWrittenOn: late > 10 ? addDays(today, -10) : null,
    noticeFollows: true,
    answerBy: addWorkingDays(today, 5),
    returnedDebits: [],
    rep: "Claire Morel",
    signer: "Camille Roux",
  };
}

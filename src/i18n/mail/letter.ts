import type { Day } from "#domain/calendar.ts";
import { partsOfTemplate, type MailTemplate } from "#domain/mail-template.ts";
import { sum } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import { formatDay, formatMoneyExact } from "#i18n/format.ts";
import { frenchSpaces } from "#i18n/french-spaces.ts";
import type { InvoiceCopyData, MailInvoice, MailWords, ReminderData, ReminderFacts } from "#i18n/mail/messages.ts";
import { mailWordsFor, templateWordsFor } from "#i18n/mail/words.ts";

/** A mail as data: drawn as text and as HTML from the same parts, so that both say the same. */
export interface Letter {
  readonly locale: Locale;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
}

export type LetterPart =
  | { readonly is: "paragraph"; readonly text: string }
  | { readonly is: "table"; readonly table: LetterTable }
  | { readonly is: "link"; readonly label: string; readonly href: string }
  | { readonly is: "signature"; readonly lines: readonly string[] };

export interface LetterTable {
  /** The last two columns are numbers, aligned to the right. */
  readonly columns: readonly string[];
  /** The column that a narrow screen can do without. */
  readonly leftOutOnPhones: number;
  readonly rows: readonly (readonly string[])[];
  readonly totals: readonly { readonly label: string; readonly amount: string }[];
}

/** Above this many invoices, the oldest stand in the mail and all of them in an attached list. */
export const TABLE_ROWS_MAX = 10;

const SUBJECT_LENGTH_MAX = 150;
const NAME_WORDS_MAX = 4;
const OFFICE =
  /compta|factur|service|fourniss|tr[ée]sor|finance|account|payable|billing|invoice|dept|department|team|[ée]quipe|achats|purchas|direction|[\d@]/i;

/** A wording of finance's own, in the place of the shipped one. */
export type OwnWording = Pick<MailTemplate, "subject" | "body">;

/**
 * One reminder for everything the customer is late with; `data.invoices` holds at least one. The wording is the shipped one
 * of the step, or finance's own: what must be said of promises, returned debits and long lists is said in both.
 */
export function reminderLetter(data: ReminderData, locale: Locale, own: OwnWording | null = null): Letter {
  const words = mailWordsFor(locale);
  const facts = factsOf(data);
  const said = own === null ? shippedWording(words, facts) : wordingOf(own, facts, locale);
  const notes = notesOf(words, facts);
  const table: LetterPart = { is: "table", table: tableOf(words, facts, locale) };
  return {
    locale,
    subject: oneLine(said.subject),
    parts: [
      paragraph(words.greeting(greetable(data.recipient))),
      ...notes.first.map(paragraph),
      ...said.before.map(paragraph),
      ...notes.above.map(paragraph),
      ...(said.hasTable ? [table] : []),
      ...notes.below.map(paragraph),
      ...said.after.map(paragraph),
      signature(words, data),
    ],
  };
}

interface Wording {
  readonly subject: string;
  readonly before: readonly string[];
  readonly hasTable: boolean;
  readonly after: readonly string[];
}

function shippedWording(words: MailWords, facts: ReminderFacts): Wording {
  const step = words.steps[facts.step];
  return { subject: step.subject(facts), before: step.before(facts), hasTable: true, after: step.after(facts) };
}

/** Finance's own text, its places filled. The letter greets and signs by itself: the place of a greeting stays empty. */
function wordingOf(own: OwnWording, facts: ReminderFacts, locale: Locale): Wording {
  const [before = "", ...rest] = cutAtTable(filled(own.body, facts, locale));
  return {
    subject: filled(own.subject, facts, locale).replaceAll(TABLE_MARK, ""),
    before: paragraphsOf(before),
    hasTable: rest.length > 0,
    after: paragraphsOf(rest.join("\n\n")),
  };
}

/** A control character: nobody types it, and names from files do not keep it. */
const TABLE_MARK = "\u0001";

function filled(text: string, facts: ReminderFacts, locale: Locale): string {
  const { places } = templateWordsFor(locale);
  const parts = partsOfTemplate(text).map((part) => {
    if (typeof part === "string") return part.replaceAll(TABLE_MARK, "");
    if (part.place === "table") return TABLE_MARK;
    return part.place === "greeting" ? "" : places[part.place](facts).replaceAll(TABLE_MARK, "");
  });
  return locale === "fr" ? frenchSpaces(parts.join("")) : parts.join("");
}

function cutAtTable(text: string): readonly string[] {
  return text.split(TABLE_MARK);
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n\s*\n/)
    .map((each) => each.replace(/\s*\r?\n\s*/g, " ").trim())
    .filter((each) => each !== "");
}

/** What is said whatever the wording: a promise that did not come, what the table holds beside, debits that came back. */
function notesOf(words: MailWords, facts: ReminderFacts) {
  return {
    first: facts.missedPromise === null ? [] : [words.missedPromise(facts.missedPromise)],
    above: facts.late > 0 && facts.upcoming > 0 ? [words.upcoming(facts.upcoming)] : [],
    below: [
      ...(isLong(facts) ? [words.listAttached(TABLE_ROWS_MAX, facts.invoices.length)] : []),
      ...(facts.returnedDebits.length === 0
        ? []
        : [words.returnedDebits(facts.returnedDebits, facts.lastWrittenOn === null)]),
    ],
  };
}

/** The invoice again, as a link to the document. */
export function invoiceCopyLetter(data: InvoiceCopyData, locale: Locale): Letter {
  const words = mailWordsFor(locale);
  return {
    locale,
    subject: oneLine(words.copy.subject(data)),
    parts: [
      paragraph(words.greeting(greetable(data.recipient))),
      ...words.copy.before(data).map(paragraph),
      { is: "link", label: words.copy.link(data.invoice.number), href: data.href },
      ...words.copy.after(data).map(paragraph),
      signature(words, data),
    ],
  };
}

/** Whether the mail needs an attached list. */
export function isLong(data: Pick<ReminderData, "invoices">): boolean {
  return data.invoices.length > TABLE_ROWS_MAX;
}

function factsOf(data: ReminderData): ReminderFacts {
  const [oldest] = data.invoices;
  if (oldest === undefined) throw new Error("A reminder that lists no invoice cannot be written.");
  const late = data.invoices.filter((invoice) => invoice.daysLate > 0).length;
  const listed = totalOf(data);
  const net = { minor: listed.minor - data.setAside.minor - data.credit.minor, currency: listed.currency };
  const debits = data.invoices.filter(({ number }) => data.returnedDebits.includes(number));
  const debitsOnly = debits.length > 0 && debits.length >= late;
  return { ...data, oldest, late, upcoming: data.invoices.length - late, net, debitsOnly };
}

function totalOf(data: ReminderData) {
  return sum(
    data.invoices.map((invoice) => invoice.residual),
    data.setAside.currency,
  );
}

function tableOf(words: MailWords, facts: ReminderFacts, locale: Locale): LetterTable {
  const { table } = words;
  const totals = [{ label: table.total, amount: totalOf(facts) }];
  if (facts.setAside.minor > 0n) totals.push({ label: table.setAside, amount: negative(facts.setAside) });
  if (facts.credit.minor > 0n) totals.push({ label: table.credit, amount: negative(facts.credit) });
  if (totals.length > 1) totals.push({ label: table.net, amount: facts.net });
  return {
    leftOutOnPhones: 1,
    columns: [table.number, table.issued, table.due, table.late, table.residual],
    rows: facts.invoices.slice(0, TABLE_ROWS_MAX).map((invoice) => rowOf(words, invoice, locale)),
    totals: totals.map(({ label, amount }) => ({ label, amount: formatMoneyExact(amount, locale) })),
  };
}

function rowOf(words: MailWords, invoice: MailInvoice, locale: Locale): readonly string[] {
  const day = (on: Day) => formatDay(on, locale, "table");
  return [
    invoice.customer === null ? invoice.number : `${invoice.number} (${invoice.customer})`,
    day(invoice.issued),
    day(invoice.due),
    words.table.lateCell(invoice.daysLate),
    formatMoneyExact(invoice.residual, locale),
  ];
}

function negative(amount: { readonly minor: bigint; readonly currency: string }) {
  return { minor: -amount.minor, currency: amount.currency };
}

function paragraph(text: string): LetterPart {
  return { is: "paragraph", text };
}

function signature(words: MailWords, from: { readonly signer: string; readonly seller: string }): LetterPart {
  const lines = from.signer === from.seller ? [from.seller] : [from.signer, from.seller];
  return { is: "signature", lines: [words.signOff, ...lines] };
}

/** "Bonjour Sonia Perrin" but never "Bonjour Service comptabilité". */
function greetable(name: string | null): string | null {
  const trimmed = name?.trim() ?? "";
  const words = trimmed.split(/\s+/);
  if (trimmed === "" || words.length > NAME_WORDS_MAX || OFFICE.test(trimmed)) return null;
  return trimmed;
}

/** A line break in a subject would start another header. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, " ").slice(0, SUBJECT_LENGTH_MAX);
}

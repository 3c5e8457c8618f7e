import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** The steps that are e-mails to the customer, in rising tone. */
export type MailStep = "pre-due" | "first" | "second" | "last";

/** One line of the table. */
export interface MailInvoice {
  readonly number: string;
  /** The company that was invoiced, where it is not the one that pays. */
  readonly customer: string | null;
  readonly issued: Day;
  readonly due: Day;
  /** Calendar days; zero or below = not due yet. */
  readonly daysLate: number;
  readonly residual: Money;
}

/** What the customer announced and what did not come. */
export interface MissedPromise {
  readonly amount: Money;
  readonly dueOn: Day;
  readonly partly: boolean;
}

/** Everything a reminder speaks of; amounts in one currency. */
export interface ReminderData {
  readonly step: MailStep;
  readonly seller: string;
  /** The person written to; null when there are several or only an office. */
  readonly recipient: string | null;
  /** Every invoice listed, oldest due first. */
  readonly invoices: readonly MailInvoice[];
  /** Contested or promised parts of these invoices: shown, not asked for. Zero or above. */
  readonly setAside: Money;
  /** Unused credit, zero or above: lowers what is left to pay. */
  readonly credit: Money;
  readonly missedPromise: MissedPromise | null;
  /** When the last reminder to this group left. */
  readonly lastWrittenOn: Day | null;
  /** Whether a formal notice would follow; if not, none is spoken of. */
  readonly noticeFollows: boolean;
  /** By when the last amicable reminder hopes for an answer. */
  readonly answerBy: Day;
  /** Numbers of the invoices whose direct debit came back: no transfer is asked for them. */
  readonly returnedDebits: readonly string[];
  /** The rep, named as a colleague. */
  readonly rep: string | null;
  /** Who signs: a real person, else the seller. */
  readonly signer: string;
}

/** What the wording of a step looks at. */
export interface ReminderFacts extends ReminderData {
  readonly oldest: MailInvoice;
  /** How many are past their date, and how many are not. */
  readonly late: number;
  readonly upcoming: number;
  /** What is left to pay after everything is taken off. */
  readonly net: Money;
  /** Everything late is a direct debit that came back: nothing can be "on its way". */
  readonly debitsOnly: boolean;
}

export interface InvoiceCopyData {
  readonly seller: string;
  readonly recipient: string | null;
  readonly invoice: MailInvoice;
  readonly href: string;
  readonly rep: string | null;
  readonly signer: string;
}

export interface StepWords {
  readonly subject: (facts: ReminderFacts) => string;
  /** Paragraphs above the table. */
  readonly before: (facts: ReminderFacts) => readonly string[];
  /** Paragraphs below it. */
  readonly after: (facts: ReminderFacts) => readonly string[];
}

/** Every word of the mail to customers in one language. No bank details, no penalties, in any of them. */
export interface MailWords {
  readonly greeting: (name: string | null) => string;
  readonly signOff: string;
  readonly steps: Readonly<Record<MailStep, StepWords>>;
  readonly missedPromise: (promise: MissedPromise) => string;
  /** `isFirst` = nothing was written since: only then is it said that no transfer is expected. */
  readonly returnedDebits: (numbers: readonly string[], isFirst: boolean) => string;
  readonly upcoming: (n: number) => string;
  readonly listAttached: (shown: number, all: number) => string;
  readonly table: {
    readonly number: string;
    readonly issued: string;
    readonly due: string;
    readonly late: string;
    readonly residual: string;
    readonly lateCell: (days: number) => string;
    readonly total: string;
    readonly setAside: string;
    readonly credit: string;
    readonly net: string;
  };
  readonly list: {
    readonly fileName: (day: Day) => string;
    readonly columns: readonly [string, string, string, string, string, string, string];
    /** What spreadsheets of the language expect. */
    readonly separator: "," | ";";
    readonly decimalSign: "," | ".";
  };
  readonly copy: {
    readonly subject: (data: InvoiceCopyData) => string;
    readonly before: (data: InvoiceCopyData) => readonly string[];
    readonly link: (number: string) => string;
    readonly after: (data: InvoiceCopyData) => readonly string[];
  };
}

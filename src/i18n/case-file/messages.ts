import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { PromiseState } from "#domain/promise-to-pay.ts";

/** The names of files and columns of a customer's case file, and its first page. */
export interface CaseFileWords {
  readonly fileName: (customer: string, day: Day) => string;
  readonly summaryFile: string;
  readonly summary: (facts: {
    readonly customer: string;
    readonly code: string;
    readonly siren: string | null;
    readonly day: Day;
    readonly overdue: readonly Money[];
    readonly interest: readonly Money[];
    readonly indemnity: Money | null;
    readonly invoices: number;
  }) => string;
  readonly files: {
    readonly invoices: string;
    readonly events: string;
    readonly promises: string;
    readonly disputes: string;
    readonly deliveries: string;
    readonly mails: string;
    readonly replies: string;
    readonly letters: string;
  };
  readonly columns: {
    readonly number: string;
    readonly issued: string;
    readonly due: string;
    readonly amount: string;
    readonly residual: string;
    readonly currency: string;
    readonly daysLate: string;
    readonly disputed: string;
    readonly promised: string;
    readonly interest: string;
    readonly indemnity: string;
    readonly day: string;
    readonly what: string;
    readonly who: string;
    readonly state: string;
    readonly invoices: string;
    readonly comment: string;
    readonly category: string;
    readonly closed: string;
    readonly outcome: string;
    readonly step: string;
    readonly to: string;
    readonly messageId: string;
    readonly because: string;
  };
  readonly promiseStates: Readonly<Record<PromiseState, string>>;
  readonly undone: string;
  readonly mailHead: (subject: string, to: readonly string[], day: string) => string;
  readonly replyHead: (subject: string, from: string, day: string) => string;
}

import type { Day } from "#domain/calendar.ts";
import type { RoadEnding } from "#domain/end-of-road.ts";
import type { Money } from "#domain/money.ts";

/** Formal notices, the end of the road, and the documents of a customer. */
export interface LetterWords {
  readonly title: (customer: string) => string;
  /** Once it is decided. */
  readonly decided: (customer: string) => string;
  readonly intro: string;
  /** One letter: who writes to whom, and what it claims. */
  readonly letter: (letter: {
    readonly from: string;
    readonly to: string;
    readonly invoices: number;
    readonly residual: Money;
    readonly interest: Money;
    readonly indemnity: Money;
    readonly total: Money;
    readonly answerBy: Day;
  }) => string;
  readonly computedOn: (day: Day) => string;
  readonly refused: (to: string, invoices: number, why: string) => string;
  readonly approvedBy: (name: string, day: Day) => string;
  readonly toPost: string;
  readonly posted: (number: string, day: Day) => string;
  readonly received: (day: Day) => string;
  readonly noReceipt: string;
  readonly refusedBy: (customer: string, name: string | null, reason: string | null) => string;
  readonly aboveLimit: (limit: Money) => string;
  readonly buttons: {
    readonly see: string;
    readonly seeOf: (to: string) => string;
    readonly approve: string;
    readonly confirm: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
    readonly refuse: string;
    readonly pass: string;
    readonly post: string;
    readonly receive: string;
  };
  readonly caseFile: string;
  readonly endings: Readonly<Record<RoadEnding, string>>;
  readonly endOfRoad: { readonly neverPosted: string; readonly postedOn: (day: Day) => string };
  /** The card that leads to a document. */
  readonly document: {
    readonly title: (name: string) => string;
    readonly text: string;
    readonly open: string;
    readonly mail: (subject: string, to: readonly string[]) => string;
    readonly more: (n: number) => string;
  };
  readonly forms: {
    readonly refuse: { readonly title: string; readonly submit: string; readonly reason: string };
    readonly post: {
      readonly title: string;
      readonly submit: string;
      readonly number: string;
      readonly numberHint: string;
      readonly day: string;
      readonly copy: string;
      readonly copyYes: (to: readonly string[]) => string;
      readonly copyNo: string;
    };
    readonly receive: { readonly title: string; readonly submit: string; readonly day: string };
    readonly end: {
      readonly title: string;
      readonly submit: string;
      readonly ending: string;
      readonly until: string;
      readonly untilHint: string;
      readonly comment: string;
    };
  };
}

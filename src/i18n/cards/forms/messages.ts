import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

interface FormHead {
  /** At most 24 characters: a chat's room for the title of a form. */
  readonly title: string;
  readonly submit: string;
}

/** What forms ask; field by field. Titles and buttons fit 24 characters. */
export interface FormWords {
  readonly cancel: string;
  readonly forCustomer: (customer: string) => string;
  readonly owed: (customer: string, owed: readonly Money[]) => string;
  readonly privacyHint: string;
  readonly promise: FormHead & {
    readonly moveTitle: string;
    readonly due: string;
    readonly amount: string;
    readonly amountHint: (owed: Money) => string;
    readonly currency: string;
    readonly comment: string;
    readonly longHint: string;
  };
  readonly dispute: FormHead & {
    readonly category: string;
    readonly invoices: string;
    readonly invoiceOption: (number: string, residual: Money, due: Day) => string;
    readonly othersHint: (n: number) => string;
    readonly amount: string;
    readonly amountHint: string;
    readonly comment: string;
    readonly commentHint: string;
  };
  readonly closeDispute: FormHead & {
    readonly outcome: string;
    readonly comment: string;
    readonly commentHint: string;
  };
  readonly otherContact: FormHead & {
    readonly intro: string;
    readonly name: string;
    readonly email: string;
    readonly phone: string;
  };
  readonly visit: FormHead & { readonly day: string; readonly hint: string };
  readonly later: FormHead & { readonly day: string; readonly hint: (latest: Day) => string };
  readonly noAnswer: FormHead & { readonly day: string; readonly hint: string };
  readonly comment: FormHead & { readonly text: string };
  readonly hold: FormHead & {
    readonly reason: string;
    readonly until: string;
    readonly untilHint: (latest: Day) => string;
    readonly untilHintFinance: string;
    readonly comment: string;
    readonly next: (line: string) => string;
  };
  readonly askByHand: FormHead & {
    readonly why: string;
    readonly whyHint: string;
    readonly intro: (customer: string, owner: string | null) => string;
  };
  readonly settings: FormHead & {
    readonly locale: string;
    readonly french: string;
    readonly english: string;
    readonly digest: string;
    readonly quiet: string;
    readonly quietYes: string;
    readonly quietNo: string;
    readonly thanks: string;
    readonly thanksYes: string;
    readonly thanksNo: string;
    readonly workFrom: string;
    readonly workUntil: string;
    readonly workAsCompany: (time: string) => string;
    readonly region: string;
    readonly regionUsual: string;
    readonly regionAlsaceMoselle: string;
    readonly chat: string;
    readonly chatAny: string;
    readonly byEmail: string;
  };
}

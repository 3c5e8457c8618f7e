import type { Day } from "#domain/calendar.ts";
import type { CustomerKind } from "#domain/customer.ts";
import type { Factoring, PaymentMeans } from "#domain/invoice.ts";
import type { Locale } from "#domain/person.ts";

/** How a customer pays. Reminders and calls only move those who wait for them. */
export type Habit =
  /** By itself, so many days after the due day, give or take a few. */
  | { readonly pays: "by-itself"; readonly daysLate: number }
  /** A few days after the so-manyth reminder. */
  | { readonly pays: "after-mail"; readonly mails: number }
  /** On the promised day, or a few days after a call; nothing promised before `keepsFrom` is kept. */
  | { readonly pays: "after-call"; readonly keepsFrom?: Day }
  /** Not any more. */
  | { readonly pays: "never" };

/** A customer of the fictional company. All firms are invented; phone numbers are of the ranges kept for fiction. */
export interface CustomerPlan {
  readonly code: string;
  readonly name: string;
  /** The key of a colleague. */
  readonly rep: string;
  readonly postalCode: string;
  readonly contact: string;
  readonly habit: Habit;
  /** Main units, of a usual invoice. */
  readonly usual: number;
  readonly invoicesPerMonth: number;
  readonly termDays: number;
  /** The first month in which invoices are drawn again for a customer whose autumn is written by hand. */
  readonly writtenUntil: Day | null;
  readonly more: CustomerTraits;
}

/** What is special about a customer. */
export interface CustomerTraits {
  readonly payer?: string;
  readonly means?: PaymentMeans;
  readonly factoring?: Factoring;
  readonly keyAccount?: boolean;
  readonly insolventOn?: Day;
  readonly language?: Locale;
  readonly country?: string;
  readonly kind?: CustomerKind;
  readonly creditLimit?: number;
  /** The mail server of the customer refuses this address. */
  readonly addressIsDead?: boolean;
}

export const byItself = (daysLate: number): Habit => ({ pays: "by-itself", daysLate });
export const afterMail = (mails: number): Habit => ({ pays: "after-mail", mails });
export const afterCall: Habit = { pays: "after-call" };
export const never: Habit = { pays: "never" };

type Row = readonly [
  code: string,
  name: string,
  rep: string,
  postalCode: string,
  contact: string,
  habit: Habit,
  usual: number,
  invoicesPerMonth: number,
  more?: CustomerTraits,
];

const TERM_DAYS = [30, 45, 60] as const;

/** Reads a table of customers; the payment term follows from the place in the table. */
export function customersOf(rows: readonly Row[], writtenUntil: Day | null = null): readonly CustomerPlan[] {
  return rows.map(([code, name, rep, postalCode, contact, habit, usual, invoicesPerMonth, more], index) => ({
    code,
    name,
    rep,
    postalCode,
    contact,
    habit,
    usual,
    invoicesPerMonth,
    termDays: TERM_DAYS[index % TERM_DAYS.length] ?? TERM_DAYS[0],
    writtenUntil,
    more: more ?? {},
  }));
}

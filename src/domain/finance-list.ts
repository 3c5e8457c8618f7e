import type { AskKind } from "./ask.ts";
import { workingDaysBetween, type Day } from "./calendar.ts";
import type { ContactRole } from "./customer.ts";
import { mainUnits } from "./dunning-asks.ts";
import { byText } from "./invoice-order.ts";
import type { Money } from "./money.ts";

/**
 * What waits for finance (D17), and what it opens. `given-back` = a call that somebody gave back to finance; `taken-up` =
 * one that came to it by itself: nobody called in time, or nobody has the customer.
 */
export type FinanceSubject =
  | { readonly is: "task"; readonly ask: number; readonly kind: AskKind }
  | { readonly is: "call" | "given-back" | "taken-up"; readonly ask: number }
  | { readonly is: "reply"; readonly reply: number; readonly ask: number | null }
  | { readonly is: "bounce" | "unallocated" | "forgotten" }
  /** A step is for people whom nobody named (D6). */
  | { readonly is: "missing-contact"; readonly roles: readonly ContactRole[] };

export interface FinanceItem {
  readonly subject: FinanceSubject;
  readonly customer: { readonly code: string; readonly name: string } | null;
  /** What is at stake: late at that customer, unallocated, or forgotten. */
  readonly money: readonly Money[];
  /** Since when it waits. */
  readonly since: Day;
}

/** A reply is read within two working days (D17). */
export const UNREAD_WORKING_DAYS_MAX = 2;
/** A week of waiting weighs as much as as much money again. */
const AGE_THAT_DOUBLES = 5;

/** What finance sees first: replies unread for too long, then money times waiting; of two alike the longer waiting. */
export function rankFinance(items: readonly FinanceItem[], today: Day): readonly FinanceItem[] {
  return items
    .map((item) => ({ item, overdue: isUnreadTooLong(item, today), weight: weightOf(item, today) }))
    .toSorted(
      (a, b) =>
        Number(b.overdue) - Number(a.overdue) ||
        b.weight - a.weight ||
        byText(a.item.since, b.item.since) ||
        byText(keyOf(a.item), keyOf(b.item)),
    )
    .map(({ item }) => item);
}

/** Whether it is a call, whoever it comes from. */
export function isCall({ is }: FinanceSubject): boolean {
  return is === "call" || is === "given-back" || is === "taken-up";
}

/** Whether a customer's reply has waited longer to be read than is decent, in working days. */
export function isUnreadTooLong({ subject, since }: FinanceItem, today: Day): boolean {
  return subject.is === "reply" && workingDaysBetween(since, today) >= UNREAD_WORKING_DAYS_MAX;
}

function weightOf({ money, since }: FinanceItem, today: Day): number {
  const units = money.reduce((total, { minor, currency }) => total + mainUnits(minor, currency), 0);
  return units * (1 + (since < today ? workingDaysBetween(since, today) : 0) / AGE_THAT_DOUBLES);
}

function keyOf({ subject, customer }: FinanceItem): string {
  return JSON.stringify([customer?.name ?? "", subject]);
}

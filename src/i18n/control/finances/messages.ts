import type { Day } from "#domain/calendar.ts";
import type { ContactRole } from "#domain/customer.ts";
import type { FinanceSubject } from "#domain/finance-list.ts";
import type { Money } from "#domain/money.ts";

type Subject = FinanceSubject["is"];

/** What waits for finance (D17). */
export interface FinancesWords {
  readonly title: (n: number) => string;
  /** What waits at a customer; null = of an unknown sender. */
  readonly line: (subject: Subject, customer: string | null) => string;
  /** A step is for people of the customer whom nobody named. */
  readonly missingContact: (customer: string, roles: readonly ContactRole[]) => string;
  /** What follows: the money, since when, and that a reply waits too long. */
  readonly details: (money: readonly Money[], since: Day, today: Day, late: boolean) => string;
  readonly rest: (counts: ReadonlyMap<Subject, number>) => string;
  readonly open: string;
  readonly see: string;
  readonly stops: (pauses: number, customers: number) => string;
  readonly forgotten: (customers: number) => string;
  /** In the digest: the way to the whole list. */
  readonly all: (n: number) => string;
}

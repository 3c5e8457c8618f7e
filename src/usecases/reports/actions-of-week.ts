import { cashThatFollowed, FOLLOWS_DAYS, type FollowingCash } from "#domain/action-cash.ts";
import { addDays, minDay, type Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import { actionsBetween, paymentsBetween, type RecordedAction } from "#store/cash-actions.ts";
import { teamBelow } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";

/** What people did in a span of days, and the money that came in after what they did. */
export interface ActionsOfWeek {
  /** Calls that found an answer, also "nobody answers". */
  readonly calls: number;
  /** Promises recorded; moving one to another day is no new one. */
  readonly promises: number;
  readonly disputesSolved: number;
  /**
   * Received between the same days, at most 30 days after somebody's call, promise or closed dispute: so each euro counts
   * in one week alone, and for the latest action. Minor units; below zero where more went back than came in.
   */
  readonly cashThatFollowed: ReadonlyMap<Currency, bigint>;
}

/**
 * The actions of the days from `from` to `to` (inclusive) in a scope: everybody's, a team's (the manager and all below),
 * one person's, or those about one seller's invoices. Who may see them is the caller's to ask.
 */
export async function actionsOfWeek(context: Context, scope: ReportScope, from: Day, to: Day): Promise<ActionsOfWeek> {
  const { db } = context.store;
  const payments = await paymentsBetween(db, from, to);
  const first = payments.reduce<Day>((earliest, { day }) => minDay(earliest, day), from);
  const actions = await actionsBetween(db, addDays(first, -FOLLOWS_DAYS), to, context.timeZone);
  const people = await peopleOf(context, scope);
  const isTheirs = ({ person }: { readonly person: number }) => people === null || people.has(person);

  const done = actions.filter((action) => action.day >= from && isTheirs(action) && isAbout(action, scope));
  const count = (kind: RecordedAction["kind"]) => done.filter((action) => action.kind === kind && !action.moved).length;
  const followed = cashThatFollowed(payments, actions).filter(
    ({ payment, action }) =>
      payment.day >= from && isTheirs(action) && (scope.is !== "seller" || payment.seller === scope.code),
  );
  return {
    calls: count("call"),
    promises: count("promise"),
    disputesSolved: count("dispute"),
    cashThatFollowed: added(followed),
  };
}

/** The people of a scope; null = everybody. */
async function peopleOf(context: Context, scope: ReportScope): Promise<ReadonlySet<number> | null> {
  switch (scope.is) {
    case "company":
    case "seller":
      return null;
    case "team": {
      const below = await teamBelow(context.store.db, scope.manager);
      return new Set([scope.manager, ...below.map(({ id }) => id)]);
    }
    case "person":
      return new Set([scope.person]);
    default:
      return scope satisfies never;
  }
}

function isAbout(action: RecordedAction, scope: ReportScope): boolean {
  return scope.is !== "seller" || action.sellers.includes(scope.code);
}

function added(cash: readonly FollowingCash[]): ReadonlyMap<Currency, bigint> {
  const sums = new Map<Currency, bigint>();
  for (const { payment, minor } of cash) sums.set(payment.currency, (sums.get(payment.currency) ?? 0n) + minor);
  return sums;
}

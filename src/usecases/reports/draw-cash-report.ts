import { cashReportCard, type BlockedLine, type CashReportView, type PromisesTold } from "#cards/cash-report.ts";
import { blockedItems, roleShown, type BlockedItem } from "#domain/blocked-item.ts";
import { dayIn, maxDay, type Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import { nextMove } from "#domain/next-move.ts";
import type { Locale, Person } from "#domain/person.ts";
import { scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { figuresDay, reportWeek, weekAfter, weekBefore, type ReportWeek } from "#domain/report-week.ts";
import { wordsFor, type Words } from "#i18n/words.ts";
import type { FiguresScope } from "#store/figures.ts";
import { overdueUnderWay } from "#store/next-moves.ts";
import { newCallsBetween } from "#store/new-calls.ts";
import { peopleByIds, teamBelow } from "#store/people.ts";
import { promisesOfWeek, type ReportPromise } from "#store/report-facts.ts";
import { actionsOfWeek } from "#usecases/reports/actions-of-week.ts";
import { currencyReports } from "#usecases/reports/cash-report-figures.ts";
import type { Context } from "#usecases/context.ts";
import { decisionsFor } from "#usecases/asks/decisions.ts";
import { byCurrency, type Drawn } from "#usecases/delivery/drawing.ts";
import { nextStepsOf } from "#usecases/dunning/next-steps.ts";
import { customersOfScope, maySeeScope, scopeName } from "#usecases/reports/report-scope.ts";

/** What reads in a minute on a phone; the rest is counted. */
const ITEMS_SHOWN_MAX = 5;
const PROMISES_NAMED_MAX = 3;

export interface CashReportAsked {
  readonly scope: ReportScope;
  /** The day of the posting, or today. Until Thursday the report is about the week before. */
  readonly on: Day;
  readonly locale: Locale;
  readonly timeZone: string;
  /** A channel reads no names of colleagues and no figures of one person. */
  readonly audience: { readonly is: "channel" } | { readonly is: "person"; readonly viewer: Person };
}

/**
 * The weekly cash report of a scope (R2), from the present truth: figures as of the last whole day of its week, what is to unblock and to
 * decide as of now. Null = nobody and nothing by this scope (any more), or not for this reader to see.
 */
export async function drawCashReport(context: Context, asked: CashReportAsked): Promise<Drawn | null> {
  const { scope, audience } = asked;
  const viewer = audience.is === "person" ? audience.viewer : null;
  if (viewer === null ? scope.is === "person" : !(await maySeeScope(context, viewer, scope))) return null;
  const whose = await customersOfScope(context, scope);
  if (whose === null) return null;
  const words = wordsFor(asked.locale);
  const blocked = await stuckItems(context, whose);
  const view = await viewOf(context, asked, { whose, words, viewer, blocked });
  // The customers named on it: when one of them changes, the report is drawn again.
  const customers = blocked.slice(0, ITEMS_SHOWN_MAX).map(({ customer }) => customer);
  return { card: cashReportCard(view, words), customers: [...new Set(customers)] };
}

interface Reading {
  readonly whose: FiguresScope;
  readonly words: Words;
  /** Null = a channel. */
  readonly viewer: Person | null;
  readonly blocked: readonly BlockedItem[];
}

async function viewOf(context: Context, asked: CashReportAsked, reading: Reading): Promise<CashReportView> {
  const { scope, on, timeZone } = asked;
  const { whose, words, viewer, blocked } = reading;
  const week = reportWeek(on);
  const coming = weekAfter(week);
  const { shown, others } = await currencyReports(context, scope, on);
  const { cashThatFollowed, ...done } = await actionsOfWeek(context, scope, week.from, week.until);
  return {
    scope: scopeKey(scope),
    scopeName: await scopeName({ context, words, viewer }, scope),
    whom: scope.is === "person" ? "person" : scope.is === "team" ? "team" : "all",
    isChannel: viewer === null,
    week,
    before: weekBefore(week),
    coming,
    figuresOn: figuresDay(on),
    currencies: shown,
    otherCurrencies: others,
    blocked: {
      customers: new Set(blocked.map(({ customer }) => customer)).size,
      totals: byCurrency(blocked.map(({ minor, currency }) => ({ minor, currency }))),
      items: await blockedLines(context, blocked.slice(0, ITEMS_SHOWN_MAX), words, viewer),
      others: Math.max(0, blocked.length - ITEMS_SHOWN_MAX),
    },
    ...(await promisesOf(context, whose, week, coming)),
    done,
    callsAsked: await callsAskedOf(context, scope, week),
    followed: positive([...cashThatFollowed].map(([currency, minor]) => ({ currency, minor }))),
    decisions: (await decisionsFor(context, scope, viewer)).length,
    asOf: { now: context.now, timeZone, today: dayIn(context.now, timeZone) },
  };
}

/** What was asked of a team's time (E5); of a person or of everybody it is not told. */
async function callsAskedOf(context: Context, scope: ReportScope, week: ReportWeek): Promise<number> {
  if (scope.is !== "team") return 0;
  const { db } = context.store;
  const team = [scope.manager, ...(await teamBelow(db, scope.manager)).map(({ id }) => id)];
  return newCallsBetween(db, team, week, context.timeZone);
}

/** Overdue money whose next move is one of ours, as of now. */
async function stuckItems(context: Context, whose: FiguresScope): Promise<readonly BlockedItem[]> {
  const { store, today, timeZone } = context;
  const late = await overdueUnderWay(store.db, today, timeZone, whose);
  const steps = await nextStepsOf(
    context,
    late.map(({ id }) => id),
  );
  const invoices = late.map((invoice) => ({
    customer: invoice.customer,
    name: invoice.name,
    currency: invoice.currency,
    residual: invoice.residual,
    move: nextMove({ ...invoice, nextStep: steps.get(invoice.id) ?? null }, today),
  }));
  return blockedItems(invoices, today);
}

async function blockedLines(
  { store }: Context,
  items: readonly BlockedItem[],
  words: Words,
  viewer: Person | null,
): Promise<readonly BlockedLine[]> {
  const ids = items.flatMap(({ who }) => ("person" in who ? [who.person] : []));
  const people = new Map((await peopleByIds(store.db, [...new Set(ids)])).map((person) => [person.id, person]));
  const { roles } = words.common;
  const named = ({ who, what }: BlockedItem): string => {
    if ("role" in who) return roles[who.role];
    const person = people.get(who.person);
    if (viewer !== null && person?.id === viewer.id) return words.cards.report.you;
    if (viewer !== null && person !== undefined) return person.name;
    return roles[roleShown(person?.roles ?? [], what)];
  };
  return items.map((item) => ({
    customer: item.name,
    amount: { minor: item.minor, currency: item.currency },
    what: item.what,
    who: named(item),
    since: item.since,
  }));
}

async function promisesOf(
  { store, today }: Context,
  whose: FiguresScope,
  week: ReportWeek,
  coming: ReportWeek,
): Promise<Pick<CashReportView, "promised" | "broken">> {
  const promises = await promisesOfWeek(store.db, today, whose, {
    due: { from: maxDay(coming.from, today), until: coming.until },
    missedSince: week.from,
  });
  return {
    promised: told(promises.filter((promise) => promise.is === "due")),
    broken: told(promises.filter((promise) => promise.is === "missed")),
  };
}

function told(promises: readonly ReportPromise[]): PromisesTold {
  return {
    count: promises.length,
    totals: byCurrency(promises.map(({ missing, currency }) => ({ minor: missing, currency }))),
    ...namedPromises(promises),
  };
}

/** Promises of one customer for one day are one line. */
function namedPromises(promises: readonly ReportPromise[]): Pick<PromisesTold, "items" | "others"> {
  const groups = [...Map.groupBy(promises, (one) => JSON.stringify([one.customer, one.currency, one.due])).values()];
  const items = groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const minor = group.reduce((sum, { missing }) => sum + missing, 0n);
    return [{ customer: first.name, missing: { minor, currency: first.currency }, due: first.due }];
  });
  return { items: items.slice(0, PROMISES_NAMED_MAX), others: Math.max(0, items.length - PROMISES_NAMED_MAX) };
}

function positive(amounts: readonly Money[]): readonly Money[] {
  return byCurrency(amounts).filter(({ minor }) => minor > 0n);
}

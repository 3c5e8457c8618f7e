import { addDays, type Day } from "#domain/calendar.ts";
import { monthBegin } from "#domain/cei.ts";
import { windowOf } from "#domain/dso.ts";
import { kpisFrom, type Kpis } from "#domain/kpi.ts";
import type { Currency } from "#domain/money.ts";
import { judgePast, type JudgedAmount, type PastPromise } from "#domain/promise-record.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import { agedRows, type FiguresScope } from "#store/figures.ts";
import {
  accountBalances,
  cashBetween,
  disputesClosedBetween,
  grossOutstanding,
  salesByMonth,
} from "#store/kpi-facts.ts";
import { credits } from "#store/open-items.ts";
import { familiesOf, promisesOver, promisesRescheduled } from "#store/promise-record.ts";
import type { Context } from "#usecases/context.ts";
import { customersOfScope } from "#usecases/reports/report-scope.ts";

/**
 * The figures of a scope as they stood on a day, by replay: one entry per currency that has anything to tell, by code;
 * none for a scope that does not exist. Nothing about rights is decided here: see `maySeeScope`.
 */
export async function kpisOf(context: Context, scope: ReportScope, asOf: Day): Promise<ReadonlyMap<Currency, Kpis>> {
  const whose = await customersOfScope(context, scope);
  return whose === null ? new Map() : kpisOfCustomers(context, whose, asOf);
}

/** What came in from one day to another, both included, by currency; returned payments are taken off. */
export async function collectedBetween(
  context: Context,
  scope: ReportScope,
  from: Day,
  to: Day,
): Promise<ReadonlyMap<Currency, bigint>> {
  const whose = await customersOfScope(context, scope);
  return whose === null ? new Map() : byCurrency(await cashBetween(context.store.db, from, to, whose));
}

/** The same as `kpisOf`, for customers and a seller already looked up. */
export async function kpisOfCustomers(
  context: Context,
  whose: FiguresScope,
  asOf: Day,
): Promise<ReadonlyMap<Currency, Kpis>> {
  const { db } = context.store;
  const { from } = windowOf(asOf);
  const aged = grouped(await agedRows(db, asOf, whose));
  const balances = byCurrency(await accountBalances(db, asOf, whose));
  const begin = byCurrency(await grossOutstanding(db, monthBegin(asOf), whose));
  const sales = grouped(await salesByMonth(db, asOf, from, whose));
  const collected = byCurrency(await cashBetween(db, addDays(from, 1), asOf, whose));
  const judged = grouped(await judgedPromises(context, whose, addDays(from, 1), asOf));
  const rescheduled = await promisesRescheduled(db, from, asOf, whose);
  const disputes = grouped(await disputesClosedBetween(db, from, asOf, whose));

  const told = [aged, begin, collected, judged, disputes].flatMap((facts) => [...facts.keys()]);
  const inCredit = [...balances].filter(([, balance]) => balance !== 0n).map(([currency]) => currency);
  const sold = [...sales].filter(([, months]) => months.some((month) => month.inWindow !== 0n)).map(([code]) => code);
  const currencies = [...new Set([...told, ...inCredit, ...sold])].toSorted();
  return new Map(
    currencies.map((currency) => {
      const months = sales.get(currency) ?? [];
      const facts = {
        aged: aged.get(currency) ?? [],
        chaseable: (aged.get(currency) ?? []).reduce((sum, row) => sum + row.chaseable, 0n),
        balance: balances.get(currency) ?? 0n,
        begin: begin.get(currency) ?? 0n,
        salesByMonth: new Map(months.map((month) => [month.month, month.sales])),
        salesInWindow: months.reduce((sum, { inWindow }) => sum + inWindow, 0n),
        collected: collected.get(currency) ?? 0n,
        judged: judged.get(currency) ?? [],
        rescheduled: rescheduled.get(currency) ?? 0,
        disputes: (disputes.get(currency) ?? []).map(({ days }) => days),
      };
      return [currency, kpisFrom(facts, asOf)];
    }),
  );
}

/** The promises whose grace was over from one day to another, both included, each with what had come of it by then. */
export async function judgedPromises(
  context: Context,
  whose: FiguresScope,
  from: Day,
  to: Day,
): Promise<readonly JudgedAmount[]> {
  const { store, timeZone } = context;
  const promises = await promisesOver(store.db, to, addDays(from, -1), whose, timeZone);
  return judgePast(promises, await unusedMoney(context, promises), to);
}

/**
 * What the payer of a promise had unused in its currency at the sellers of its invoices when its grace ended; zero or below.
 * One look for all promises that ended on the same day.
 */
async function unusedMoney(
  { store }: Context,
  promises: readonly PastPromise[],
): Promise<(promise: PastPromise) => bigint> {
  const unused = new Map<PastPromise, bigint>();
  for (const [day, ended] of Map.groupBy(promises, ({ graceUntil }) => graceUntil)) {
    const payerOf = await familiesOf(store.db, [...new Set(ended.map(({ payer }) => payer))]);
    const ofPayer = Map.groupBy(await credits(store.db, day, [...payerOf.keys()]), ({ customer }) =>
      payerOf.get(customer),
    );
    for (const promise of ended) {
      const theirs = (ofPayer.get(promise.payer) ?? []).filter(
        ({ currency, seller }) => currency === promise.currency && promise.sellers.includes(seller),
      );
      unused.set(
        promise,
        theirs.reduce((sum, { unallocated }) => sum + unallocated, 0n),
      );
    }
  }
  return (promise) => unused.get(promise) ?? 0n;
}

function grouped<Row extends { readonly currency: Currency }>(
  rows: readonly Row[],
): ReadonlyMap<Currency, readonly Row[]> {
  return Map.groupBy(rows, ({ currency }) => currency);
}

function byCurrency(
  rows: readonly { readonly currency: Currency; readonly minor: bigint }[],
): ReadonlyMap<Currency, bigint> {
  return new Map(rows.map(({ currency, minor }) => [currency, minor]));
}

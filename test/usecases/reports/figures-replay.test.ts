import { expect } from "vitest";

import { addDays, daysBetween, type Day } from "#domain/calendar.ts";
import { settleAfterImport } from "#usecases/dunning/settle-after-import.ts";
import { showFigures, type CurrencyFigures } from "#usecases/reports/show-figures.ts";
import { euros, randomLedger, residualOn, type RandomLedger } from "../../support/random-ledger.ts";
import { test } from "../../support/world.ts";

const DAYS: readonly Day[] = ["2026-02-28", "2026-05-01", "2026-07-14", "2026-09-30", "2026-11-24"];

test.for([1, 2, 3])("figures of any day equal those counted by hand, ledger %i", async (seed, { world }) => {
  const ledger = randomLedger(seed, 250);
  const reports = await world.import(ledger.files);
  expect(reports.flatMap(({ rejected }) => rejected)).toEqual([]);

  for (const day of DAYS) {
    const shown = await showFigures(world.context(), { asOf: day, scope: null, top: 5 });
    expect(shown === "unknown-scope" ? null : shown.currencies["EUR"]).toEqual(counted(ledger, day));
  }
});

test("settling today changes nothing of past days, but that disputes end with the money that settles them", async ({
  world,
}) => {
  const ledger = randomLedger(4, 120);
  await world.import(ledger.files);
  const customers = [...new Set(ledger.invoices.map(({ customer }) => customer))];

  await settleAfterImport(world.context(), customers);

  for (const day of DAYS.slice(0, -1)) {
    const shown = await showFigures(world.context(), { asOf: day, scope: null, top: 5 });
    expect(shown === "unknown-scope" ? null : shown.currencies["EUR"]).toEqual(counted(disputesSettled(ledger), day));
  }
});

/** Open disputes of settled invoices, closed on the day from which nothing is left. */
function disputesSettled(ledger: RandomLedger): RandomLedger {
  const today = DAYS.at(-1) ?? "2026-11-24";
  const disputes = ledger.disputes.map((dispute) => {
    const invoice = ledger.invoices.find(({ number }) => number === dispute.of);
    if (dispute.to !== null || invoice === undefined) return dispute;
    const movements = [...ledger.payments, ...ledger.credits].filter(({ of }) => of === dispute.of).map(({ on }) => on);
    const days = movements.filter((on) => on <= today).toSorted();
    const from = days.findLastIndex((on) => residualOn(ledger, invoice, on) > 0) + 1;
    const settled = days[from];
    if (settled === undefined) return dispute;
    return { ...dispute, to: settled < dispute.from ? dispute.from : settled };
  });
  return { ...ledger, disputes };
}

/** The same by plain loops over the records: as DOMAIN.md 1 says it, in another way than the database does. */
function counted(ledger: RandomLedger, day: Day): CurrencyFigures {
  const open = ledger.invoices
    .filter(({ issued }) => issued <= day)
    .map((invoice) => {
      const residual = residualOn(ledger, invoice, day);
      const contested = total(
        ledger.disputes.filter((d) => d.of === invoice.number && d.from <= day && (d.to === null || d.to > day)),
      );
      const disputed = Math.min(Math.max(residual, 0), contested);
      const promised = Math.min(Math.max(residual, 0) - disputed, promisedOn(ledger, invoice, day, residual));
      return { ...invoice, residual, disputed, promised, late: Math.max(0, daysBetween(invoice.due, day)) };
    });
  const owed = open.filter(({ residual }) => residual > 0);
  const late = owed.filter(({ late: days }) => days > 0);
  const sum = (rows: typeof owed, of: "residual" | "disputed" | "promised" = "residual") =>
    euros(rows.reduce((all, row) => all + row[of], 0));
  const between = (from: number, to: number) => sum(owed.filter(({ late: days }) => days >= from && days <= to));
  const unused = [
    ...open.filter(({ residual }) => residual < 0).map(({ residual }) => residual),
    ...ledger.credits.filter(({ of, on }) => of === null && on <= day).map(({ cents }) => -cents),
    ...ledger.payments.filter(({ of, on }) => of === null && on <= day).map(({ cents }) => -cents),
  ];
  const flows = flowsUpTo(ledger, day);
  const sales90 = flows.sales(addDays(day, -90), day);
  const days = (cents: number) => rounded((cents / sales90) * 90);
  const outstanding = owed.reduce((all, { residual }) => all + residual, 0);
  const overdue = late.reduce((all, { residual }) => all + residual, 0);
  const monthBegin = addDays(day, -Number(day.slice(8)));
  const begin = ledger.invoices
    .filter(({ issued }) => issued <= monthBegin)
    .reduce((all, invoice) => all + Math.max(0, residualOn(ledger, invoice, monthBegin)), 0);
  const toCollect = begin + flows.sales(monthBegin, day);
  const byCustomer = Map.groupBy(late, ({ customer }) => customer);
  const ranked = [...byCustomer].map(([customer, rows]) => ({
    customer,
    cents: rows.reduce((all, row) => all + row.residual, 0),
  }));
  return {
    openInvoices: owed.length,
    outstanding: sum(owed),
    overdueInvoices: late.length,
    overdue: sum(late),
    notDue: between(0, 0),
    disputed: sum(owed, "disputed"),
    promised: sum(owed, "promised"),
    chaseable: euros(late.reduce((all, row) => all + row.residual - row.disputed - row.promised, 0)),
    unallocated: euros(unused.reduce((all, cents) => all + cents, 0)),
    aged: {
      notDue: between(0, 0),
      "1-30": between(1, 30),
      "31-60": between(31, 60),
      "61-90": between(61, 90),
      "90+": between(91, Infinity),
    },
    dsoSimple: days(outstanding),
    dsoBestPossible: days(outstanding - overdue),
    averageDaysDelinquent: days(overdue),
    ...countedBack(outstanding, day, flows),
    cei: rounded(((toCollect - outstanding) / (toCollect - (outstanding - overdue))) * 100),
    overdueRate: rounded((overdue / outstanding) * 100),
    promiseKeptRate: expect.objectContaining({}),
    disputeDays: disputeDays(ledger, day),
    collected: euros(total(ledger.payments.filter(({ on }) => on > addDays(day, -90) && on <= day))),
    window: { from: addDays(day, -90), to: day },
    top: ranked
      .toSorted((a, b) => b.cents - a.cents || (a.customer < b.customer ? -1 : 1))
      .slice(0, 5)
      .map(({ customer, cents }) => ({ customer, overdue: euros(cents) })),
  };
}

/** Sales net of credit notes, after one day and up to another. */
function flowsUpTo(ledger: RandomLedger, day: Day) {
  const within = (on: Day, from: Day, to: Day) => on > from && on <= to && on <= day;
  return {
    first: ledger.invoices.reduce((a, { issued }) => (issued < a ? issued : a), day),
    sales: (from: Day, to: Day) =>
      total(ledger.invoices.filter(({ issued }) => within(issued, from, to))) -
      total(ledger.credits.filter(({ on }) => within(on, from, to))),
  };
}

/** Month by month backwards from the day asked, as a person does it with a pencil. */
function countedBack(
  outstanding: number,
  day: Day,
  flows: ReturnType<typeof flowsUpTo>,
): Pick<CurrencyFigures, "dsoCountback" | "dsoCountbackBeyond"> {
  let [left, days, last] = [outstanding, 0, day];
  while (last >= flows.first) {
    const length = Number(last.slice(8));
    const before = addDays(last, -length);
    const sales = flows.sales(before, last);
    if (sales >= left) return { dsoCountback: rounded(days + (left / sales) * length), dsoCountbackBeyond: null };
    [left, days, last] = [left - sales, days + length, before];
  }
  return { dsoCountback: null, dsoCountbackBeyond: days };
}

function disputeDays(ledger: RandomLedger, day: Day) {
  const took = ledger.disputes
    .filter(({ to }) => to !== null && to > addDays(day, -90) && to <= day)
    .map(({ from, to }) => daysBetween(from, to ?? from))
    .toSorted((a, b) => a - b);
  if (took.length === 0) return { median: null, mean: null };
  const at = (n: number) => took[n] ?? 0;
  const median = (at(Math.floor((took.length - 1) / 2)) + at(Math.floor(took.length / 2))) / 2;
  return { median, mean: rounded(took.reduce((all, days) => all + days, 0) / took.length) };
}

function rounded(number: number): number {
  return Math.round(number * 100 + 1e-7) / 100;
}

/** Live promises less what came since they were given; a later one given within the grace took over. */
function promisedOn(
  ledger: RandomLedger,
  invoice: RandomLedger["invoices"][number],
  day: Day,
  residual: number,
): number {
  const promises = ledger.promises.filter(({ of }) => of === invoice.number);
  return total(
    promises.map((promise, n) => {
      const replaced = promises.slice(n + 1).some(({ given }) => given <= promise.grace && given <= day);
      if (promise.given > day || promise.grace < day || replaced) return { cents: 0 };
      const settled = Math.max(0, residualOn(ledger, invoice, promise.given) - residual);
      return { cents: Math.max(0, promise.cents - settled) };
    }),
  );
}

function total(rows: readonly { readonly cents: number }[]): number {
  return rows.reduce((all, { cents }) => all + cents, 0);
}

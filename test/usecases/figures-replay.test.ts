import { expect } from "vitest";

import { daysBetween, type Day } from "#domain/calendar.ts";
import { settleAfterImport } from "#usecases/settle-after-import.ts";
import { showFigures, type CurrencyFigures } from "#usecases/show-figures.ts";
import { euros, randomLedger, residualOn, type RandomLedger } from "../support/random-ledger.ts";
import { test } from "../support/world.ts";

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

test("judging promises today does not rewrite the figures of past days", async ({ world }) => {
  const ledger = randomLedger(4, 120);
  await world.import(ledger.files);
  const customers = [...new Set(ledger.invoices.map(({ customer }) => customer))];

  await settleAfterImport(world.context(), customers);

  for (const day of DAYS.slice(0, -1)) {
    const shown = await showFigures(world.context(), { asOf: day, scope: null, top: 5 });
    expect(shown === "unknown-scope" ? null : shown.currencies["EUR"]).toEqual(counted(ledger, day));
  }
});

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
    unallocated: euros(unused.reduce((all, cents) => all + cents, 0)),
    aged: {
      notDue: between(0, 0),
      "1-30": between(1, 30),
      "31-60": between(31, 60),
      "61-90": between(61, 90),
      "90+": between(91, Infinity),
    },
    top: ranked
      .toSorted((a, b) => b.cents - a.cents || (a.customer < b.customer ? -1 : 1))
      .slice(0, 5)
      .map(({ customer, cents }) => ({ customer, overdue: euros(cents) })),
  };
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

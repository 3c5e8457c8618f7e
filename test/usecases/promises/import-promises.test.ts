import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { expect } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { openItems } from "#store/open-items.ts";
import { importLedger } from "#usecases/imports/import-ledger.ts";
import { settleAfterImport } from "#usecases/dunning/settle-after-import.ts";
import { count, LEDGER } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const PROMISES = "customer_code,invoice_number,amount,date,given_on,by_email\n";
const DISPUTES = "customer_code,invoice_number,amount,category,opened_on,closed_on,outcome\n";

test("an imported promise is live from the day it was given until its day and two working days", async ({ world }) => {
  await world.import(LEDGER);
  const [report] = await world.import({
    "promises.csv": `${PROMISES}00012,F1,500.00,2026-11-20,2026-11-09,claire@exemple.fr\n`,
  });

  expect(report).toMatchObject({ inserted: 1, rejected: [], warnings: [] });
  // 20 November is a Friday: grace ends on Tuesday the 24th.
  expect(await promisedOn(world, "2026-11-08")).toBe(0n);
  expect(await promisedOn(world, "2026-11-09")).toBe(50_000n);
  expect(await promisedOn(world, "2026-11-24")).toBe(50_000n);
  expect(await promisedOn(world, "2026-11-25")).toBe(0n);
  const given = await world.db.execute(sql`select given_by->>'is' as by, grace_until::text as until from promises`);
  expect([...given]).toEqual([{ by: "person", until: "2026-11-24" }]);
});

test("the same promises again change nothing", async ({ world }) => {
  await world.import(LEDGER);
  const file = { "promises.csv": `${PROMISES}00012,F1,500.00,2026-12-04,2026-11-09,\n` };
  await world.import(file);
  expect(await world.import(file)).toMatchObject([{ rows: 1, unchanged: 1, inserted: 0, updated: 0, rejected: [] }]);
  expect(await count(world, "events where kind = 'promise-given'")).toBe(1);
});

test.for([
  ["2026-11-08", "2026-11-09", "10.00", "date", "The promised day is before the day it was given on."],
  ["2027-06-01", "2026-11-09", "10.00", "date", "The promised day is too far ahead: 2027-05-08 at the latest."],
  ["2026-11-20", "2026-11-09", "500.01", "amount", "The promise is above the 500.00 EUR owed on the day it was given."],
  ["2026-09-20", "2026-08-30", "1.00", "amount", "Nothing was owed on the invoice on the day the promise was given."],
  ["2026-11-20", "2026-11-09", "10.001", "amount", "The amount has more decimals than EUR has."],
] as const)(
  "a promise for %s given on %s of %s is refused as in chat",
  async ([date, givenOn, amount, field, reason], { world }) => {
    await world.import(LEDGER);
    const [report] = await world.import({ "promises.csv": `${PROMISES}00012,F1,${amount},${date},${givenOn},\n` });
    expect(report?.rejected).toEqual([{ line: 2, field, reason }]);
  },
);

test("what counts is the residual of the day the promise was given", async ({ world }) => {
  await world.import(LEDGER);
  // Before the payment of 20 October F1 owed 800, after it 500.
  const [report] = await world.import({
    "promises.csv": `${PROMISES}00012,F1,800.00,2026-10-25,2026-10-19,\n00012,F1,800.00,2026-10-27,2026-10-20,\n`,
  });
  expect(report).toMatchObject({ inserted: 1, rejected: [{ line: 3, field: "amount" }] });
});

test("beyond thirty days a promise waits for finance, and dunning five working days at most", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({ "promises.csv": `${PROMISES}00012,F1,500.00,2026-12-24,2026-11-20,\n` });
  const [item] = await openItems(world.db, "2026-11-24", ["00012"]);
  expect(item).toMatchObject({ number: "F1", promised: 50_000n, suspended: 50_000n, suspendedUntil: "2026-11-27" });
});

test.for(["in one file", "the later one first"])(
  "a later promise on the same invoice takes over from the earlier one, %s",
  async (order, { world }) => {
    await world.import(LEDGER);
    const early = `${PROMISES}00012,F1,500.00,2026-11-27,2026-11-16,\n`;
    const late = `${PROMISES}00012,F1,400.00,2026-12-11,2026-11-23,\n`;
    if (order === "in one file") await world.import({ "promises.csv": early + late.slice(PROMISES.length) });
    else for (const file of [late, early]) await world.import({ "promises.csv": file });

    const states = await world.db.execute(
      sql`select due_on::text as due, state, state_on::text as on from promises order by due_on`,
    );
    expect([...states]).toEqual([
      { due: "2026-11-27", state: "rescheduled", on: "2026-11-23" },
      { due: "2026-12-11", state: "live", on: "2026-11-23" },
    ]);
    expect(await promisedOn(world, "2026-11-22")).toBe(50_000n);
    expect(await promisedOn(world, "2026-11-23")).toBe(40_000n);
    expect(await promisedOn(world, "2026-12-02")).toBe(40_000n);
  },
);

test("a promise whose grace was over is not rescheduled by a later one: it is judged", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "promises.csv": `${PROMISES}00012,F2,100.00,2026-11-05,2026-11-02,\n00012,F2,100.00,2026-11-30,2026-11-20,\n`,
  });
  const states = await world.db.execute(sql`select state from promises order by due_on`);
  expect([...states]).toEqual([{ state: "live" }, { state: "live" }]);
});

test("an imported dispute contests its part from the day it opens to the day it closes", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({ "disputes.csv": `${DISPUTES}00012,F1,120.00,price,2026-11-10,,\n` });
  expect(await disputedOn(world, "2026-11-09")).toBe(0n);
  expect(await disputedOn(world, "2026-11-24")).toBe(12_000n);
  const owner = await world.db.execute(sql`select owner_role as role, answer_by::text as by from disputes`);
  // 11 November is a holiday.
  expect([...owner]).toEqual([{ role: "adv", by: "2026-11-18" }]);

  const closed = { "disputes.csv": `${DISPUTES}00012,F1,120.00,price,2026-11-10,2026-11-20,ours\n` };
  expect(await world.import(closed)).toMatchObject([{ updated: 1 }]);
  expect(await world.import(closed)).toMatchObject([{ unchanged: 1 }]);
  expect(await disputedOn(world, "2026-11-19")).toBe(12_000n);
  expect(await disputedOn(world, "2026-11-20")).toBe(0n);
  const told = await world.db.execute(sql`select kind from events where subject = 'disputes' order by id`);
  expect([...told]).toEqual([{ kind: "dispute-opened" }, { kind: "dispute-closed" }]);
});

test("a credit note that was known before its dispute came in does not close it; one that comes later does", async ({
  world,
}) => {
  await world.import(LEDGER);
  // A1 credits F1 for 200 since 15 October.
  await world.import({ "disputes.csv": `${DISPUTES}00012,F1,120.00,price,2026-10-10,,\n` });
  await settleAfterImport(world.context(), ["00012"]);
  expect(await disputedOn(world, "2026-11-24")).toBe(12_000n);

  const credit = (number: string, amount: string) => ({
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency,kind,credit_of
${number},00012,2026-10-20,2026-10-20,${amount},EUR,credit_note,F1\n`,
  });
  await world.import(credit("A3", "119.99"));
  await settleAfterImport(world.context(), ["00012"]);
  expect(await disputedOn(world, "2026-11-24")).toBe(12_000n);
  await world.import(credit("A4", "0.01"));
  await settleAfterImport(world.context(), ["00012"]);
  const closed = await world.db.execute(sql`select outcome, closed_on::text as on from disputes`);
  expect([...closed]).toEqual([{ outcome: "theirs", on: "2026-10-20" }]);
});

test("a payment of a later day closes no dispute before it", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "disputes.csv": `${DISPUTES}00012,F1,120.00,price,2026-11-10,,\n`,
    "payments.csv": "reference,customer_code,date,amount,currency,invoice_number\nP9,00012,2026-11-25,500.00,EUR,F1\n",
  });
  await settleAfterImport(world.context(), ["00012"]);
  expect(await disputedOn(world, "2026-11-24")).toBe(12_000n);
  world.clock.advance({ days: 1 });
  await settleAfterImport(world.context(), ["00012"]);
  const closed = await world.db.execute(sql`select outcome from disputes`);
  expect([...closed]).toEqual([{ outcome: "ours" }]);
});

test("what somebody closed here stays closed when the file does not know it yet", async ({ world }) => {
  await world.import(LEDGER);
  const open = { "disputes.csv": `${DISPUTES}00012,F1,120.00,price,2026-11-10,,\n` };
  await world.import(open);
  await world.db.execute(
    sql`update disputes set closed_on = '2026-11-12', outcome = 'ours', closed_by = '{"is":"system"}'`,
  );
  expect(await world.import(open)).toMatchObject([{ unchanged: 1 }]);
  expect(await disputedOn(world, "2026-11-24")).toBe(0n);
});

test("a dispute above the invoice's amount, closed before it opened, or with an outcome but no day is refused", async ({
  world,
}) => {
  await world.import(LEDGER);
  const [report] = await world.import({
    "disputes.csv": `${DISPUTES}00012,F1,1000.01,price,2026-11-10,,
00012,F1,10.00,price,2026-11-10,2026-11-09,ours
00012,F1,10.00,quality,2026-11-10,,theirs
00012,A1,10.00,price,2026-11-10,,
00012,F1,10.00,transport,2026-11-10,,
`,
  });
  expect(report?.inserted).toBe(0);
  expect(report?.rejected.map(({ line, field }) => [line, field])).toEqual([
    [2, "amount"],
    [3, "closed_on"],
    [4, "outcome"],
    [5, "invoice_number"],
    [6, "category"],
  ]);
});

test("a euro counts once: disputed first, then promised", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "promises.csv": `${PROMISES}00012,F1,450.00,2026-11-27,2026-11-16,\n`,
    "disputes.csv": `${DISPUTES}00012,F1,120.00,price,2026-11-10,,\n`,
  });
  expect(await openItems(world.db, "2026-11-24", ["00012"])).toMatchObject([
    { number: "F1", residual: 50_000n, disputed: 12_000n, promised: 38_000n },
    { number: "F2" },
  ]);
});

async function promisedOn(world: World, day: Day): Promise<bigint> {
  return (await openItems(world.db, day)).reduce((sum, item) => sum + item.promised, 0n);
}

async function disputedOn(world: World, day: Day): Promise<bigint> {
  return (await openItems(world.db, day)).reduce((sum, item) => sum + item.disputed, 0n);
}

test("the third in a row on the same invoice awaits finance, in one file or in three", async ({ world }) => {
  await world.import(LEDGER);
  const rows = [
    "00012,F1,120.00,2026-11-05,2026-11-04,",
    "00012,F1,120.00,2026-11-09,2026-11-06,",
    "00012,F1,120.00,2026-11-30,2026-11-10,",
  ];
  const awaiting = async () => {
    const kept = await world.db.execute<{ until: string | null }>(
      sql`select awaits_finance_until::text as until from promises order by given_on`,
    );
    return kept.map(({ until }) => until);
  };

  await world.import({ "promises.csv": `${PROMISES}${rows.slice(0, 2).join("\n")}\n` });
  expect(await awaiting()).toEqual([null, null]);
  await world.import({ "promises.csv": `${PROMISES}${rows.join("\n")}\n` });
  // Five working days without Armistice Day.
  expect(await awaiting()).toEqual([null, null, "2026-11-18"]);
});

test("beyond what the credit insurer allows it awaits finance like one given here, in the same file as any other", async ({
  world,
}) => {
  await world.import(LEDGER);
  await world.db.execute(sql`update customers set insurer_limit = 5000000 where code = '00012'`);
  // F1 is due on 1 October, F2 on 1 November: sixty days lead to 30 November and 31 December.
  const rows = ["00012,F1,120.00,2026-12-01,2026-11-10,", "00012,F2,120.00,2026-12-01,2026-11-10,"];
  const awaiting = async (insurerExtensionDays: number | null) => {
    await world.db.execute(sql`delete from promise_lines`);
    await world.db.execute(sql`delete from promises`);
    await importLedger(world.context({ insurerExtensionDays }), {
      files: [
        {
          name: "promises.csv",
          kind: "promises",
          open: () => Readable.from([Buffer.from(`${PROMISES}${rows.join("\n")}\n`)]),
        },
      ],
      actor: { is: "system" },
      dryRun: false,
      afterImport: [],
    });
    const kept = await world.db.execute<{ until: string | null }>(
      sql`select p.awaits_finance_until::text as until from promises p join promise_lines l on l.promise_id = p.id
        join invoices i on i.id = l.invoice_id order by i.number`,
    );
    return kept.map(({ until }) => until);
  };

  expect(await awaiting(60)).toEqual(["2026-11-18", null]);
  expect(await awaiting(61)).toEqual([null, null]);
  expect(await awaiting(null)).toEqual([null, null]);
});

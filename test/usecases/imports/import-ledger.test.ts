import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { openStore } from "#store/store.ts";
import { importLedger } from "#usecases/imports/import-ledger.ts";
import { count, CUSTOMERS, everything, INVOICES, LEDGER, residuals } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";

test("files are taken in dependency order whatever the order given", async ({ world }) => {
  const reports = await world.import(LEDGER);

  expect(reports.map(({ kind, inserted, rejected }) => [kind, inserted, rejected])).toEqual([
    ["people", 2, []],
    ["customers", 2, []],
    ["contacts", 1, []],
    ["invoices", 5, []],
    ["payments", 3, []],
  ]);
  expect(await residuals(world)).toEqual({ F1: 50_000n, F2: 40_000n, F3: 30_000n });
});

test("the same files again change nothing, and say so", async ({ world }) => {
  await world.import(LEDGER);
  const before = await everything(world);

  const reports = await world.import(LEDGER);

  expect(reports.map(({ rows, unchanged, inserted, updated }) => [rows, unchanged, inserted, updated])).toEqual([
    [2, 2, 0, 0],
    [2, 2, 0, 0],
    [1, 1, 0, 0],
    [5, 5, 0, 0],
    [3, 3, 0, 0],
  ]);
  expect(await everything(world)).toEqual(before);
});

test("a dry run reports what it would do and keeps nothing", async ({ world }) => {
  const reports = await world.import(LEDGER, { dryRun: true });

  expect(reports.map(({ inserted }) => inserted)).toEqual([2, 2, 1, 5, 3]);
  expect(await count(world, "customers")).toBe(0);
  expect(await count(world, "imports")).toBe(0);
});

test("a file that breaks off half-way leaves nothing of it", async ({ world }) => {
  await world.import({ "customers.csv": CUSTOMERS });
  const broken = `${INVOICES}F4,00012,2026-10-01,2026-11-30,"300.00,EUR,invoice,\n`;

  const [report] = await world.import({ "invoices.csv": broken });

  expect(report).toMatchObject({ rows: 0, inserted: 0, rejected: [{ line: 7 }] });
  expect(report?.rejected[0]?.reason).toContain("never closed");
  expect(await count(world, "invoices")).toBe(0);
  expect(await count(world, "events where kind = 'invoice-imported'")).toBe(0);
  expect((await world.import({ "invoices.csv": INVOICES }))[0]).toMatchObject({ inserted: 5 });
});

test("a database connection that dies half-way leaves nothing of the file, and the next import works", async ({
  world,
}) => {
  await world.import({ "customers.csv": CUSTOMERS });
  const lines = INVOICES.split(/(?<=\n)/);
  const store = openStore(world.url);
  async function* dying() {
    yield Buffer.from(lines.slice(0, 3).join(""));
    for (let killed = 0; killed === 0;) {
      const rows = await world.db.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'copy incoming%'`);
      killed = rows.length;
    }
    yield Buffer.from(lines.slice(3).join(""));
  }

  await expect(
    importLedger(
      { ...world.context(), store },
      {
        files: [{ name: "invoices.csv", kind: "invoices", open: dying }],
        actor: { is: "system" },
        dryRun: false,
        afterImport: [],
      },
    ),
  ).rejects.toThrow(/terminat|clos|end/i);
  await store.close();

  expect(await count(world, "invoices")).toBe(0);
  expect((await world.import({ "invoices.csv": INVOICES }))[0]).toMatchObject({ inserted: 5 });
});

test("a bad row is left out with its line, field and reason; the others are taken", async ({ world }) => {
  await world.import({ "customers.csv": CUSTOMERS });

  const [report] = await world.import({
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency
F1,NOBODY,2026-09-01,2026-10-01,1000.00,EUR
F2,00012,2026-09-01,2026-10-01,12.345,EUR
F3,00012,2026-09-01,2026-10-01,1000.00,EUR
F3,00012,2026-09-01,2026-10-01,2000.00,EUR
F3,00012,2026-09-01,2026-10-01,1000.00,EUR
`,
  });

  expect(report).toMatchObject({ rows: 5, inserted: 1, unchanged: 1 });
  expect(report?.rejected).toEqual([
    { line: 2, field: "customer_code", reason: "The customer “NOBODY” is not known: import customers first." },
    { line: 3, field: "amount", reason: "“12.345” is not an amount of EUR such as 1234.56." },
    { line: 5, field: "number", reason: "It repeats line 4 with other values: keep one of them." },
  ]);
});

test("names that look like formulas or pings are kept as they are", async ({ world }) => {
  await world.import({ "customers.csv": CUSTOMERS });
  const rows = await world.db.execute(sql`select code, name from customers order by code`);
  expect([...rows]).toEqual([
    { code: "00012", name: "=SUM(1,1)" },
    { code: "C2", name: "<!channel>" },
  ]);
});

test("text with tabs, backslashes and newlines arrives as it was written", async ({ world }) => {
  await world.import({ "customers.csv": 'customer_code,name\n"C\\N1","a\tb\\n\nc"\n' });
  const rows = await world.db.execute(sql`select code, name from customers`);
  expect([...rows]).toEqual([{ code: "C\\N1", name: "a\tb\\n\nc" }]);
});

test("an older file after a newer one does not resurrect a paid invoice", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number
P9,00012,2026-11-20,500.00,EUR,F1
`,
  });
  expect(await residuals(world)).toEqual({ F2: 40_000n, F3: 30_000n });

  await world.import(LEDGER);

  expect(await residuals(world)).toEqual({ F2: 40_000n, F3: 30_000n });
});

test("columns a file lacks leave what is known, columns it has empty clear it", async ({ world }) => {
  await world.import({ "customers.csv": "customer_code,name,segment,credit_limit\nC1,A,vip,1000\n" });

  await world.import({ "customers.csv": "customer_code,name,segment\nC1,A,\n" });

  const rows = await world.db.execute(sql`select segment, credit_limit::text as limit from customers`);
  expect([...rows]).toEqual([{ segment: null, limit: "100000" }]);
});

test("an unknown rep is a warning, the customer is imported without an owner", async ({ world }) => {
  const [report] = await world.import({ "customers.csv": "customer_code,name,rep_email\nC1,A,gone@exemple.fr\n" });
  expect(report).toMatchObject({
    inserted: 1,
    rejected: [],
    warnings: ["rep_email: nobody is known as gone@exemple.fr (rows: 1); they were imported without."],
  });
});

test("a payer must be known, and must not lead back to the customer", async ({ world }) => {
  const [report] = await world.import({
    "customers.csv": "customer_code,name,payer_code\nA,A,B\nB,B,A\nC,C,C\nD,D,X\nE,E,D\nF,F,G\nG,G,\n",
  });
  expect(report?.inserted).toBe(2);
  expect(report?.rejected.map(({ line, field }) => [line, field])).toEqual([
    [2, "payer_code"],
    [3, "payer_code"],
    [4, "payer_code"],
    [5, "payer_code"],
    [6, "payer_code"],
  ]);
});

test("people who manage each other are bad rows", async ({ world }) => {
  const [report] = await world.import({
    "people.csv": "email,name,roles,manager_email\na@x.fr,A,rep,b@x.fr\nb@x.fr,B,rep,a@x.fr\nc@x.fr,C,rep,d@x.fr\n",
  });
  expect(report).toMatchObject({ inserted: 1, rejected: [{ line: 2 }, { line: 3 }] });
  expect(report?.warnings).toEqual(["manager_email: nobody is known as d@x.fr (rows: 1); they were imported without."]);
});

test("a paused customer is on hold until that day, longer or no more as the file changes", async ({ world }) => {
  const customer = (day: string) => ({ "customers.csv": `customer_code,name,paused_until\nC1,A,${day}\n` });
  const holds = async () => [
    ...(await world.db.execute(
      sql`select from_on::text as from, until_on::text as until, ended_on::text as ended from holds order by id`,
    )),
  ];

  await world.import(customer("2026-12-04"));
  expect(await world.import(customer("2026-12-04"))).toMatchObject([{ unchanged: 1 }]);
  expect(await world.import(customer("2026-12-11"))).toMatchObject([{ updated: 1 }]);
  expect(await holds()).toEqual([{ from: "2026-11-24", until: "2026-12-11", ended: null }]);

  world.clock.set("2026-11-26");
  expect(await world.import(customer(""))).toMatchObject([{ updated: 1 }]);
  expect(await holds()).toEqual([{ from: "2026-11-24", until: "2026-12-11", ended: "2026-11-26" }]);
});

test("a pause that ran out stopped its last day too, whenever the file says that it is over", async ({ world }) => {
  const customer = (day: string) => ({ "customers.csv": `customer_code,name,paused_until\nC1,A,${day}\n` });
  await world.import(customer("2026-11-26"));
  world.clock.set("2026-12-01");
  await world.import(customer(""));
  const ended = await world.db.execute(sql`select ended_on::text as ended from holds`);
  expect([...ended]).toEqual([{ ended: "2026-11-27" }]);
});

test("cards that speak of a customer are drawn again when its truth changes, and only then", async ({ world }) => {
  await world.import(LEDGER);
  await world.db.execute(sql`
    insert into shown_cards (chat, conversation, message, showing, customers, shown_at, drawn_hash)
    values ('slack', 'D1', '1.1', '{"show":"home"}', '{00012}', ${world.clock.now().toISOString()}, '')`);

  await world.import(LEDGER);
  expect(await count(world, "outbox")).toBe(0);

  await world.import({
    "payments.csv": "reference,customer_code,date,amount,currency,invoice_number\nP9,00012,2026-11-20,1.00,EUR,F1\n",
  });
  expect(await count(world, "outbox")).toBe(1);
});

test("two imports at once come one after the other", async ({ world }) => {
  const reports = await Promise.all([world.import(LEDGER), world.import(LEDGER)]);
  expect(reports.flat().reduce((sum, { inserted }) => sum + inserted, 0)).toBe(13);
  expect(reports.flat().reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(13);
});

import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { credits, openItems } from "#store/open-items.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const PEOPLE = `email,name,roles,manager_email
claire@exemple.fr,Claire Morel,rep,paul@exemple.fr
paul@exemple.fr,Paul Roy,manager,
`;
const CUSTOMERS = `customer_code,name,rep_email,payer_code
00012,"=SUM(1,1)",claire@exemple.fr,
C2,<!channel>,,00012
`;
const CONTACTS = `customer_code,name,email,role
00012,Sonia Perrin,sonia@garnier.example,billing
`;
const INVOICES = `number,customer_code,issue_date,due_date,amount,currency,kind,credit_of
F1,00012,2026-09-01,2026-10-01,1000.00,EUR,invoice,
F2,00012,2026-10-01,2026-11-01,500.00,EUR,invoice,
A1,00012,2026-10-15,2026-10-15,200.00,EUR,credit_note,F1
A2,00012,2026-10-15,2026-10-15,50.00,EUR,credit_note,F9
F3,C2,2026-10-01,2026-11-30,300.00,EUR,,
`;
const PAYMENTS = `reference,customer_code,date,amount,currency,invoice_number
P1,00012,2026-10-20,300.00,EUR,F1
P1,00012,2026-10-20,100.00,EUR,F2
P2,00012,2026-10-25,40.00,EUR,
`;
const LEDGER = {
  "payments.csv": PAYMENTS,
  "invoices.csv": INVOICES,
  "contacts.csv": CONTACTS,
  "customers.csv": CUSTOMERS,
  "people.csv": PEOPLE,
};

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

test("the same number in two years: the issue date tells which, without it the row is bad", async ({ world }) => {
  await world.import({
    "customers.csv": "customer_code,name\nC1,A\n",
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency
F1,C1,2025-01-05,2025-02-05,100.00,EUR
F1,C1,2026-01-05,2026-02-05,100.00,EUR
`,
  });

  const [report] = await world.import({
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number,invoice_issue_date
P1,C1,2026-03-01,100.00,EUR,F1,
P2,C1,2026-03-01,100.00,EUR,F1,2026-01-05
P3,C1,2026-03-01,100.00,EUR,F1,2024-01-05
P4,C1,2026-03-01,100.00,EUR,F7,
P5,C1,2026-03-01,100.00,USD,F1,2025-01-05
`,
  });

  expect(report?.inserted).toBe(1);
  expect(report?.rejected).toEqual([
    {
      line: 2,
      field: "invoice_number",
      reason:
        "The number means several invoices: of 2025-01-05 (default, C1), of 2026-01-05 (default, C1); add invoice_issue_date or seller.",
    },
    { line: 4, field: "invoice_number", reason: "The customer has no invoice “F1” of 2024-01-05." },
    { line: 5, field: "invoice_number", reason: "The customer has no invoice “F7”." },
    { line: 6, field: "currency", reason: "The invoice is in EUR, not in USD." },
  ]);
  expect(await openItems(world.db, "2026-11-24")).toMatchObject([{ number: "F1", issued: "2025-01-05" }]);
});

test("the same number with two sellers is two invoices, and rows must name their seller", async ({ world }) => {
  const [, , invoices, payments] = await world.import({
    "sellers.csv": "seller_code,name\nS1,Un\nS2,Deux\n",
    "customers.csv": "customer_code,name\nC1,A\n",
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency,seller
F1,C1,2026-01-05,2026-02-05,100.00,EUR,S1
F1,C1,2026-01-05,2026-02-05,100.00,EUR,S2
F2,C1,2026-01-05,2026-02-05,100.00,EUR,
F3,C1,2026-01-05,2026-02-05,100.00,EUR,S3
`,
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number,seller
P1,C1,2026-03-01,100.00,EUR,F1,
P2,C1,2026-03-01,100.00,EUR,F1,S2
P3,C1,2026-03-01,100.00,EUR,,
`,
  });

  expect(invoices).toMatchObject({
    inserted: 2,
    rejected: [
      { line: 4, field: "seller" },
      { line: 5, field: "seller" },
    ],
  });
  expect(payments).toMatchObject({
    inserted: 1,
    rejected: [
      { line: 2, field: "invoice_number" },
      { line: 4, field: "seller" },
    ],
  });
  expect(await openItems(world.db, "2026-11-24")).toMatchObject([{ seller: "S1" }]);
});

test("a payment of the payer settles an invoice of its subsidiary, and each account balances", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "payments.csv": "reference,customer_code,date,amount,currency,invoice_number\nP5,00012,2026-11-02,300.00,EUR,F3\n",
  });
  expect(await residuals(world)).toEqual({ F1: 50_000n, F2: 40_000n });
  expect(await credits(world.db, "2026-11-24")).toMatchObject([{ customer: "00012", unallocated: -9_000n }]);
});

test("an overpayment and an unused credit note are the customer's unallocated money", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "payments.csv": "reference,customer_code,date,amount,currency,invoice_number\nP6,00012,2026-11-02,520.00,EUR,F1\n",
  });
  expect(await residuals(world)).toEqual({ F2: 40_000n, F3: 30_000n });
  // 40 not allocated, 50 of credit note A2, 20 paid too much.
  expect(await credits(world.db, "2026-11-24")).toMatchObject([{ customer: "00012", unallocated: -11_000n }]);
});

test("a credit note that came before its invoice is linked once the invoice comes", async ({ world }) => {
  const [, before] = await world.import({
    "customers.csv": "customer_code,name\nC1,A\n",
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency,kind,credit_of
A1,C1,2026-10-15,2026-10-15,100.00,EUR,credit_note,F1
`,
  });
  expect(before?.warnings).toEqual([
    "The credit note A1 names an invoice that is not known: it is kept as an unused credit.",
  ]);

  await world.import({
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency
F1,C1,2026-10-01,2026-11-01,100.00,EUR
`,
  });

  expect(await residuals(world)).toEqual({});
  expect(await settledOn(world, "F1")).toBe("2026-10-15");
});

test("an invoice is settled on the day its residual reached zero for good", async ({ world }) => {
  await world.import({
    "customers.csv": "customer_code,name\nC1,A\n",
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency
F1,C1,2026-09-01,2026-10-01,100.00,EUR
`,
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number
P1,C1,2026-10-02,100.00,EUR,F1
R1,C1,2026-10-10,-100.00,EUR,F1
P2,C1,2026-10-20,60.00,EUR,F1
P3,C1,2026-10-25,40.00,EUR,F1
`,
  });
  expect(await settledOn(world, "F1")).toBe("2026-10-25");
  expect((await openItems(world.db, "2026-10-05")).length).toBe(0);
  expect(await openItems(world.db, "2026-10-12")).toMatchObject([{ residual: 10_000n }]);
  expect(await openItems(world.db, "2026-10-21")).toMatchObject([{ residual: 4000n }]);
});

test("a returned direct debit opens the invoice again, to be dunned from its first due date", async ({ world }) => {
  const invoice = await world.invoice({ due: "2026-10-01", amount: "100.00", means: "direct_debit" });
  await world.payment({ invoice, amount: "100.00", date: "2026-10-01", reference: "D1" });
  await world.db.execute(
    sql`update invoices set step = 'second', shift = 4, reentered = true, next_step_on = '2026-12-24'`,
  );

  await world.import({
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number
D1-R,${invoice.customer},2026-11-05,-100.00,EUR,${invoice.number}
`,
  });

  const rows = await world.db.execute(
    sql`select settled_on, step, shift, reentered, next_step_on::text as "nextStepOn" from invoices`,
  );
  expect([...rows]).toEqual([{ settled_on: null, step: null, shift: 0, reentered: false, nextStepOn: "2026-09-16" }]);
  expect(await count(world, "events where kind = 'payment-returned'")).toBe(1);
});

test("an empty file of payments is news: nothing was paid, nothing is stale", async ({ world }) => {
  await world.import(LEDGER);
  world.clock.advance({ days: 3 });
  await world.import({ "payments.csv": "reference,customer_code,date,amount,currency\n" });
  const rows = await world.db.execute(sql`select kind, imported_at::date::text as day from feeds order by kind`);
  expect([...rows]).toEqual([
    { kind: "invoices", day: "2026-11-24" },
    { kind: "payments", day: "2026-11-27" },
  ]);
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

async function residuals(world: World): Promise<Readonly<Record<string, bigint>>> {
  const items = await openItems(world.db, world.context().today);
  return Object.fromEntries(items.map(({ number, residual }) => [number, residual]));
}

async function settledOn(world: World, number: string): Promise<string | null> {
  const rows = await world.db.execute<{ day: string | null }>(
    sql`select settled_on::text as day from invoices where number = ${number}`,
  );
  return rows[0]?.day ?? null;
}

async function count(world: World, from: string): Promise<number> {
  const rows = await world.db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(from)}`);
  return rows[0]?.n ?? -1;
}

/** All that an import may change, but for the record of the imports themselves. */
async function everything(world: World): Promise<unknown> {
  const tables = [
    "people",
    "customers",
    "contacts",
    "invoices",
    "payments",
    "allocations",
    "events",
    "holds",
    "outbox",
  ];
  const rows = await Promise.all(
    tables.map((name) => world.db.execute(sql`select * from ${sql.raw(name)} order by 1`)),
  );
  return rows.map((table) => [...table]);
}

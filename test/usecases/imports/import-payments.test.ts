import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { credits, openItems } from "#store/open-items.ts";
import { count, LEDGER, residuals, settledOn } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";

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

import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { personByEmail } from "#store/people.ts";
import { goLive } from "#usecases/dunning/go-live.ts";
import { recordAbsence } from "#usecases/people/record-absence.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { aMailbox, asksOf, passAndSend, remindersOf } from "../support/dunning.ts";
import {
  eurosOn,
  heldToday,
  importedCompany,
  INVOICE_HEADER,
  invoicesCsv,
  paymentsCsv,
  previewToday,
} from "../support/imported.ts";
import { everything, residuals } from "../support/small-ledger.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const idOf = async (world: World, name: string) => (await personByEmail(world.db, `${name}@exemple.example`))?.id ?? 0;

describe("trap 18: the rep changed, left, is on leave, or is in no chat", () => {
  const OLD_DEBT = { "invoices.csv": invoicesCsv("F1,GARNIER,2026-09-01,2026-10-20,1000.00,EUR") };
  /** The first reminder leaves today; the call comes ten days later. */
  async function callDue(world: World) {
    await importedCompany(world, OLD_DEBT);
    await passAndSend(world, aMailbox());
    world.clock.set("2026-12-04");
    await world.fresh();
  }

  test("changed in the file: the new one is asked", async ({ world }) => {
    await callDue(world);
    await world.import({
      "people.csv": "email,name,roles\nzoe@exemple.example,Zoé Brun,rep\n",
      "customers.csv": "customer_code,name,rep_email\nGARNIER,Garnier,zoe@exemple.example\n",
    });
    await runDunning(world.context());
    expect(await asksOf(world)).toMatchObject([{ kind: "call", holder: await idOf(world, "zoe") }]);
  });

  test("gone: the manager is asked, and nothing is lost", async ({ world }) => {
    await callDue(world);
    await world.import({
      "people.csv":
        "email,name,roles,manager_email,active\nclaire@exemple.example,Claire Morel,rep,paul@exemple.example,false\n",
    });
    await runDunning(world.context());
    expect(await asksOf(world)).toMatchObject([
      { kind: "call", holder: await idOf(world, "paul"), lines: ["F1 call"] },
    ]);
  });

  test("on leave: who stands in is asked, and the rep is told nothing", async ({ world }) => {
    await callDue(world);
    await world.import({ "people.csv": "email,name,roles\nzoe@exemple.example,Zoé Brun,rep\n" });
    const claire = await personByEmail(world.db, "claire@exemple.example");
    if (claire === null) throw new Error("Claire was not imported.");
    const days = { from: "2026-12-02", until: "2026-12-11" } as const;
    expect(await recordAbsence(world.context(), claire, { ...days, delegate: "Zoé Brun" })).toMatchObject({ ok: true });
    await runDunning(world.context());
    expect(await asksOf(world)).toMatchObject([{ kind: "call", holder: await idOf(world, "zoe"), lines: ["F1 call"] }]);
    const told = await world.db.execute(
      sql`select 1 from outbox where person_id = ${claire.id} and showing->>'show' = 'ask'`,
    );
    expect([...told]).toEqual([]);
  });

  test("known to nobody: the customer is finance's", async ({ world }) => {
    await importedCompany(world, {
      ...OLD_DEBT,
      "customers.csv": "customer_code,name,rep_email\nGARNIER,Garnier,nobody@exemple.example\n",
    });
    await passAndSend(world, aMailbox());
    world.clock.set("2026-12-04");
    await world.fresh();
    await runDunning(world.context());
    expect(await asksOf(world)).toMatchObject([{ kind: "call", holder: null, role: "finance" }]);
  });

  test("in no chat: reminders leave all the same, and the ask is theirs", async ({ world }) => {
    await callDue(world);
    await runDunning(world.context());
    expect(await remindersOf(world)).toMatchObject([{ state: "sent" }]);
    expect(await asksOf(world)).toMatchObject([{ kind: "call", holder: await idOf(world, "claire") }]);
  });
});

test("trap 19: a first import with 1 200 overdue invoices sends nothing, and the cap spreads what follows", async ({
  world,
}) => {
  const codes = Array.from({ length: 1200 }, (_, nth) => `C${String(nth).padStart(4, "0")}`);
  await world.import({
    "customers.csv": ["customer_code,name", ...codes.map((code) => `${code},Client ${code}`), ""].join("\n"),
    "contacts.csv": [
      "customer_code,name,email",
      ...codes.map((code) => `${code},Compta,${code.toLowerCase()}@client.example`),
      "",
    ].join("\n"),
    "invoices.csv": invoicesCsv(...codes.map((code, nth) => `F${nth},${code},2025-01-01,2025-02-01,100.00,EUR`)),
  });
  await runDunning(world.context());
  expect(await remindersOf(world)).toEqual([]);
  expect(await asksOf(world)).toEqual([]);
  const before = await previewToday(world);
  expect(new Set(before.messages.map(({ held, step }) => `${step} ${held}`))).toEqual(
    new Set(["second before-go-live"]),
  );

  await goLive(world.context(), { is: "system" }, { seller: null, undo: false });
  await world.fresh();
  await runDunning(world.context({ dailyCap: 100 }));
  const planned = await remindersOf(world);
  expect(planned).toHaveLength(100);
  expect(new Set(planned.map(({ step }) => step))).toEqual(new Set(["second"]));
});

test("trap 20: the same files again change nothing, and an older file after a newer one pays nothing back", async ({
  world,
}) => {
  const older = {
    "invoices.csv": invoicesCsv(
      "F1,GARNIER,2026-09-01,2026-10-01,100.00,EUR",
      "F2,GARNIER,2026-09-01,2026-10-01,80.00,EUR",
    ),
    "payments.csv": paymentsCsv("P1,GARNIER,2026-10-02,60.00,EUR,F1"),
  };
  await importedCompany(world, older);
  const first = await everything(world);
  const [again] = await world.import({ "invoices.csv": older["invoices.csv"] });
  expect(again).toMatchObject({ rows: 2, unchanged: 2, inserted: 0, updated: 0 });
  expect(await everything(world)).toEqual(first);

  await world.import({ "payments.csv": paymentsCsv("P2,GARNIER,2026-11-03,40.00,EUR,F1") });
  for (const [name, content] of Object.entries(older)) await world.import({ [name]: content });
  expect(await residuals(world)).toEqual({ F2: 8_000n });
});

test("trap 21: the same number in two years or at two sellers is two invoices, and a payment must say which", async ({
  world,
}) => {
  await importedCompany(world, {
    "sellers.csv": "seller_code,name\ndefault,Exemple SA\nES01,Exemple España\n",
    "invoices.csv": `${INVOICE_HEADER},seller
F1,GARNIER,2025-01-05,2025-02-05,100.00,EUR,default
F1,GARNIER,2026-01-05,2026-02-05,200.00,EUR,default
F1,GARNIER,2026-01-05,2026-02-05,400.00,EUR,ES01
`,
  });
  expect(await eurosOn(world, "2026-11-24")).toMatchObject({ openInvoices: 3, outstanding: "700.00" });

  const [payments] = await world.import({
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number,invoice_issue_date,seller
P1,GARNIER,2026-11-02,100.00,EUR,F1,,
P2,GARNIER,2026-11-02,200.00,EUR,F1,2026-01-05,default
`,
  });
  expect(payments).toMatchObject({ inserted: 1, rejected: [{ line: 2, field: "invoice_number" }] });
  expect(payments?.rejected[0]?.reason).toContain("The number means several invoices");
  const open = await world.db.execute(
    sql`select amount::text as amount from invoices where settled_on is null order by invoices.amount`,
  );
  expect([...open]).toEqual([{ amount: "10000" }, { amount: "40000" }]);
  // Only the seller that went live writes; the other one's invoice waits.
  expect((await heldToday(world)).filter((held) => held.endsWith("before-go-live"))).toEqual(["F1 before-go-live"]);
});

import { describe, expect } from "vitest";

import { toDecimal } from "#domain/money.ts";
import { isNoInterest } from "#domain/late-interest.ts";
import { interestOf } from "#usecases/letters/late-interest.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { aMailbox, passAndSend, remindersOf, sendPlanned } from "../support/dunning.ts";
import { eurosOn, heldToday, importedCompany, INVOICE_HEADER, invoicesCsv, previewToday } from "../support/imported.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

/** Late interest of the one invoice, as "interest + indemnity", or why there is none. */
async function interest(world: World, until: "2026-07-10" | "2027-01-05" | "2026-11-24"): Promise<string> {
  const [one] = await interestOf(world.context(), { customer: "GARNIER" }, until);
  if (one === undefined) return "not late";
  const { found } = one;
  if (isNoInterest(found)) return found.because === "rate-missing" ? `no rate of ${found.halfYear}` : found.because;
  const eur = (minor: bigint) => toDecimal({ minor, currency: "EUR" });
  return `${eur(found.interest)} + ${eur(found.indemnity)}`;
}

const customer = (columns: string, values: string) =>
  `customer_code,name,rep_email,${columns}\nGARNIER,Garnier,claire@exemple.example,${values}\n`;

test("trap 22: interest over a half-year counts each at its rate, and a half-year without one is refused", async ({
  world,
}) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-05-20,2026-06-20,10000.00,EUR") });

  // 10 days at 12.15 % and 10 at 12.40 %: 33.29 + 33.97.
  expect(await interest(world, "2026-07-10")).toBe("67.26 + 40.00");
  expect(await interest(world, "2027-01-05")).toBe("no rate of 2027-S1");
});

describe("trap 23: consumer, public body, foreign, intercompany", () => {
  test.for<[string, string, string]>([
    ["kind", "consumer", "consumer"],
    ["kind", "intercompany", "intercompany"],
    ["country", "Belgique", "foreign"],
    // 188 days at 10.15 %: the ECB's rate of the half-year in which interest began, + 8, and no indemnity.
    ["kind", "public", "522.79 + 0.00"],
    // 41 days at 12.15 % and 147 at 12.40 %: 136.48 + 499.40.
    ["kind", "business", "635.88 + 40.00"],
  ])("%s %s: %s", async ([column, value, what], { world }) => {
    await importedCompany(world, {
      "customers.csv": customer(column, value),
      "invoices.csv": invoicesCsv("F1,GARNIER,2026-04-20,2026-05-20,10000.00,EUR"),
    });
    world.clock.set("2026-12-07");
    expect(await interest(world, "2026-11-24")).toBe(what);
  });

  test.for(["consumer", "public", "intercompany"])("a reminder to a %s speaks of no fee", async (kind, { world }) => {
    await importedCompany(world, {
      "customers.csv": customer("kind", kind),
      "invoices.csv": invoicesCsv("F1,GARNIER,2026-04-20,2026-10-01,10000.00,EUR"),
    });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    for (const mail of mailbox.mails) expect(mail.text).not.toMatch(/pénalité|indemnité|40\s€|intérêts/i);
  });
});

test("trap 24: a judgment published yesterday stops what was prepared this morning, and older debts only", async ({
  world,
}) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-18,1000.00,EUR") });
  await runDunning(world.context());

  await world.import({ "customers.csv": customer("insolvency_date", "2026-11-23") });
  const mailbox = aMailbox();
  await sendPlanned(world, mailbox);

  expect(mailbox.mails).toEqual([]);
  expect(await remindersOf(world)).toMatchObject([{ state: "dropped", because: "insolvency" }]);
  expect(await heldToday(world)).toEqual(["F1 insolvency"]);
  expect(await interest(world, "2026-11-24")).toBe("insolvency");

  await world.import({ "invoices.csv": invoicesCsv("F2,GARNIER,2026-11-24,2026-11-30,300.00,EUR") });
  world.clock.set("2026-12-07");
  await world.fresh();
  expect(await previewToday(world)).toMatchObject({
    messages: [{ step: "first", total: "300.00", invoices: [{ number: "F2" }] }],
    heldBack: [{ invoice: "F1", reason: "insolvency" }],
  });
});

test("trap 27: a retention of 5 % due in a year is owed, not late, and asked for by nobody until then", async ({
  world,
}) => {
  await importedCompany(world, {
    "invoices.csv": `${INVOICE_HEADER},kind
F1,GARNIER,2026-09-01,2026-10-01,9500.00,EUR,invoice
F1-RG,GARNIER,2026-09-01,2027-09-01,500.00,EUR,retention
`,
  });

  expect(await eurosOn(world, "2026-11-24")).toMatchObject({ outstanding: "10000.00", overdue: "9500.00" });
  expect((await previewToday(world)).messages).toMatchObject([{ total: "9500.00", invoices: [{ number: "F1" }] }]);
  expect(await eurosOn(world, "2027-09-02")).toMatchObject({ overdueInvoices: 2 });
});

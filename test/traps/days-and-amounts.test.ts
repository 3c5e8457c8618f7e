import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { personByEmail } from "#store/people.ts";
import { showCustomer } from "#usecases/customers/show-customer.ts";
import { aMailbox, passAndSend } from "../support/dunning.ts";
import { eurosOn, heldToday, importedCompany, invoicesCsv, paymentsCsv, previewToday } from "../support/imported.ts";
import { test } from "../support/world.ts";

test("trap 1: an invoice due today is not overdue", async ({ world }) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-24,2026-11-24,1200.00,EUR") });

  expect(await eurosOn(world, "2026-11-24")).toMatchObject({ overdueInvoices: 0, overdue: "0.00", notDue: "1200.00" });
  expect(await eurosOn(world, "2026-11-25")).toMatchObject({ overdueInvoices: 1, aged: { "1-30": "1200.00" } });
  expect(await previewToday(world)).toMatchObject({ messages: [], heldBack: [] });
});

test("trap 2: as of a day in the past, what was paid later was open, and what was not issued yet was nothing", async ({
  world,
}) => {
  await importedCompany(world, {
    "invoices.csv": invoicesCsv(
      "F1,GARNIER,2026-09-01,2026-10-01,1000.00,EUR",
      "F2,GARNIER,2026-11-20,2026-12-20,70.00,EUR",
    ),
    "payments.csv": paymentsCsv("P1,GARNIER,2026-11-10,400.00,EUR,F1", "P2,GARNIER,2026-11-20,600.00,EUR,F1"),
  });

  const openOn = async (day: "2026-11-09" | "2026-11-10" | "2026-11-19" | "2026-11-20") => {
    const euros = await eurosOn(world, day);
    return euros === "none" ? euros : [euros.openInvoices, euros.overdue, euros.outstanding];
  };
  expect(await openOn("2026-11-09")).toEqual([1, "1000.00", "1000.00"]);
  expect(await openOn("2026-11-10")).toEqual([1, "600.00", "600.00"]);
  expect(await openOn("2026-11-19")).toEqual([1, "600.00", "600.00"]);
  expect(await openOn("2026-11-20")).toEqual([1, "0.00", "70.00"]);
});

test("trap 10: amounts above 2 147 483 647 cents and sums of ten cents are exact", async ({ world }) => {
  const dimes = Array.from({ length: 30 }, (_, nth) => `D${nth},GARNIER,2026-10-01,2026-11-01,0.10,EUR`);
  await importedCompany(world, {
    "invoices.csv": invoicesCsv(
      "F1,GARNIER,2026-10-01,2026-11-01,21474836.48,EUR",
      "F2,GARNIER,2026-10-01,2026-11-01,99999999999.93,EUR",
      ...dimes,
    ),
  });

  expect(await eurosOn(world, "2026-11-24")).toMatchObject({
    openInvoices: 32,
    outstanding: "100021474839.41",
    top: [{ customer: "GARNIER", overdue: "100021474839.41" }],
  });
  expect((await previewToday(world)).messages).toMatchObject([{ total: "100021474839.41" }]);
});

test("trap 11: a customer in credit is asked for nothing, and finance looks at the money", async ({ world }) => {
  await importedCompany(world, {
    "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-01,100.00,EUR"),
    "payments.csv": paymentsCsv("P1,GARNIER,2026-11-10,150.00,EUR,"),
  });

  expect(await eurosOn(world, "2026-11-24")).toMatchObject({ outstanding: "100.00", unallocated: "-150.00" });
  expect(await previewToday(world)).toMatchObject({
    messages: [],
    tasks: [{ customer: "GARNIER", kind: "in-credit", holder: "finance" }],
  });
  expect(await heldToday(world)).toEqual(["F1 in-credit"]);
});

test("trap 28: half past midnight in Paris is the new day although UTC is not there yet; a day of 25 hours is one day", async ({
  world,
}) => {
  await importedCompany(world, {
    "invoices.csv": invoicesCsv(
      "F1,GARNIER,2026-10-18,2026-10-23,500.00,EUR",
      "F2,GARNIER,2026-11-01,2026-11-23,80.00,EUR",
    ),
  });
  const overdueOf = async () => (await previewToday(world)).messages.flatMap(({ invoices }) => invoices);

  world.clock.set("2026-11-23T22:59:00Z");
  expect(world.context().today).toBe("2026-11-23");
  expect((await overdueOf()).map(({ number }) => number)).toEqual(["F1"]);
  world.clock.set("2026-11-23T23:30:00Z");
  expect(world.context().today).toBe("2026-11-24");
  expect((await overdueOf()).map(({ number, daysOverdue }) => `${number} ${daysOverdue}`)).toEqual(["F1 32", "F2 1"]);
  world.clock.set("2026-11-24T00:30:00Z");
  expect(world.context().today).toBe("2026-11-24");

  // Clocks go back on 25 October: the day has 25 hours, and the reminder is due on the fifth day all the same.
  world.clock.set("2026-10-24T22:30:00Z");
  expect(world.context().today).toBe("2026-10-25");
  world.clock.set("2026-10-28T08:00:00Z");
  await world.fresh();
  expect(await overdueOf()).toMatchObject([{ number: "F1", daysOverdue: 5, step: "first" }]);
  world.clock.set("2026-10-27T23:30:00Z");
  expect(await overdueOf()).toMatchObject([{ number: "F1", daysOverdue: 5 }]);
});

test("trap 29: of 2 600 open invoices the card shows ten and the total, and the mail brings them as a list", async ({
  world,
}) => {
  const rows = Array.from({ length: 2600 }, (_, nth) => `F${nth},GARNIER,2026-10-01,2026-11-10,10.00,EUR`);
  await importedCompany(world, { "invoices.csv": invoicesCsv(...rows) });
  const claire = await personByEmail(world.db, "claire@exemple.example");
  if (claire === null) throw new Error("Claire was not imported.");

  const shown = await showCustomer(world.context(), claire, { customer: "GARNIER" });
  const text = shown.ok ? plainCard(shown.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "refused";
  expect(text.match(/F\d+/g)).toHaveLength(10);
  expect(text).toContain("26 000 €");
  expect(text).toContain("et 2 590 autres factures pour 25 900 €");

  const mailbox = aMailbox();
  await passAndSend(world, mailbox);
  const [mail, ...others] = mailbox.mails;
  expect(others).toEqual([]);
  expect(mail?.text).toMatch(/26\s000/);
  expect(new Set(mail?.text.match(/\bF\d+\b/g)).size).toBe(10);
  const [list] = mail?.attachments ?? [];
  expect(String(list?.content).trim().split("\n")).toHaveLength(2601);
});

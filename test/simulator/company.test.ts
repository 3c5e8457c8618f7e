import { expect, test } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import { createAccounting } from "#simulator/company/accounting.ts";
import { addressOf } from "#simulator/company/addresses.ts";
import type { CsvFile } from "#simulator/company/canonical-csv.ts";
import { CUSTOMERS } from "#simulator/company/customers.ts";
import { drawLedger } from "#simulator/company/ledger.ts";
import { createPayers, type Call, type Heard } from "#simulator/company/payers.ts";
import { colleagueOf } from "#simulator/company/people.ts";
import { FIRST_IMPORT_DAY, LEDGER_FROM, START_DAY } from "#simulator/company/story.ts";

const DEAF: Heard = { mailsSince: () => [], callsSince: () => [] };

test("the company's books are the same at every start", () => {
  const morning = () => createAccounting(DEAF).filesOf(FIRST_IMPORT_DAY);

  expect(morning()).toEqual(morning());
});

test("sixty customers of eight reps have eighteen months of invoices before the first morning", () => {
  const reps = new Set(CUSTOMERS.map((customer) => colleagueOf(customer.rep).email));
  const past = drawLedger(CUSTOMERS).filter((invoice) => invoice.issued < START_DAY);

  expect(CUSTOMERS).toHaveLength(60);
  expect(new Set(CUSTOMERS.map((customer) => customer.code)).size).toBe(60);
  expect(reps.size).toBe(8);
  expect(past.length).toBeGreaterThan(1000);
  expect(past.some((invoice) => invoice.creditOf !== null)).toBe(true);
  expect(past.some((invoice) => invoice.halfPaidOn !== null)).toBe(true);
});

test("every customer can be sent a letter: a street, a town, and in France a number of nine digits that no firm has", () => {
  const addresses = CUSTOMERS.map((customer) => ({
    ...addressOf(customer),
    isFrench: (customer.more.country ?? "FR") === "FR",
  }));
  expect(addresses.filter(({ address }) => !/^\d+ \p{L}/u.test(address))).toEqual([]);
  expect(addresses.filter(({ city, isFrench }) => isFrench && city === "")).toEqual([]);
  expect(addresses.filter(({ siren, isFrench }) => isFrench !== /^000\d{6}$/.test(siren))).toEqual([]);
  expect(new Set(addresses.filter(({ isFrench }) => isFrench).map(({ siren }) => siren)).size).toBe(
    addresses.filter(({ isFrench }) => isFrench).length,
  );
});

test("on the first morning Claire waits for 84 300 euros, 40 240 of them late", () => {
  const open = residuals(filesUntil(START_DAY)).filter((one) => one.rep === "claire");
  const sum = (list: typeof open) => list.reduce((total, one) => total + one.cents, 0);

  expect(sum(open)).toBe(8_430_000);
  expect(sum(open.filter((one) => one.due < START_DAY))).toBe(4_024_000);
});

test("nobody pays an invoice twice or beyond its amount", () => {
  expect(residuals(filesUntil("2026-12-24")).filter((one) => one.cents < 0)).toEqual([]);
});

test("a customer who waits for a call pays on the promised day, and Batival does not keep what it promises in November", () => {
  const called = (customer: string): Call => ({ customer, on: "2026-11-24", promised: "2026-11-30" });
  const calls = [called("C1001"), called("C1002"), called("C1003")];
  const heard = { ...DEAF, callsSince: (customer: string) => calls.filter((call) => call.customer === customer) };
  const payers = createPayers(drawLedger(CUSTOMERS), heard);
  const paid = daysUntil("2026-12-20")
    .flatMap((day) => payers(day))
    .filter((payment) => payment.on > START_DAY);

  expect(paid.filter((payment) => payment.customer === "C1002").map((payment) => payment.on)).toEqual([
    "2026-11-30",
    "2026-11-30",
  ]);
  expect(paid.some((payment) => ["C1001", "C1003"].includes(payment.customer))).toBe(false);
});

test("mail moves only those who wait for it, some days later", () => {
  const heard = {
    ...DEAF,
    mailsSince: (customer: string): readonly Day[] => (customer === "C1006" ? ["2026-11-30"] : []),
  };
  const payers = createPayers(drawLedger(CUSTOMERS), heard);
  const paid = daysUntil("2026-12-15")
    .flatMap((day) => payers(day))
    .filter((payment) => payment.customer === "C1006" && payment.on > START_DAY);

  expect(paid.map((payment) => [payment.on, payment.cents])).toEqual([["2026-12-04", 420_000]]);
});

function daysUntil(end: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day: Day = LEDGER_FROM; day < end; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Every file of the mornings up to a day. */
function filesUntil(day: Day): readonly CsvFile[] {
  const accounting = createAccounting(DEAF);
  const files: CsvFile[] = [];
  for (let at: Day = FIRST_IMPORT_DAY; at <= day; at = addDays(at, 1)) files.push(...accounting.filesOf(at));
  return files;
}

/** What the files leave to pay per invoice, read as anybody would who imports them. */
function residuals(files: readonly CsvFile[]) {
  const rows = (kind: CsvFile["kind"]) => [
    ...new Set(files.filter((file) => file.kind === kind).flatMap((file) => file.content.trim().split("\n").slice(1))),
  ];
  const cents = (amount: string | undefined) => Math.round(Number(amount) * 100);
  const left = new Map<string, number>();
  const lower = (number: string | undefined, by: number) => {
    if (number !== undefined && number !== "") left.set(number, (left.get(number) ?? 0) - by);
  };
  const invoices = rows("invoices").map((row) => row.split(","));
  for (const row of invoices) {
    if (row[6] === "credit_note") lower(row[9], cents(row[4]));
    else left.set(row[0] ?? "", (left.get(row[0] ?? "") ?? 0) + cents(row[4]));
  }
  for (const row of rows("payments")) {
    const [, , , amount, , number] = row.split(",");
    lower(number, cents(amount));
  }
  return invoices
    .filter((row) => row[6] === "invoice")
    .map(([number = "", code, , due = ""]) => ({
      number,
      due,
      rep: CUSTOMERS.find((customer) => customer.code === code)?.rep,
      cents: left.get(number) ?? 0,
    }));
}

import { describe, expect } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import type { ProofFigure } from "#domain/proof.ts";
import { proveEffect } from "#usecases/reports/prove-effect.ts";
import { showProof } from "#usecases/reports/show-proof.ts";
import { plainCard } from "#cards/plain.ts";
import { did, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const LIVE = "2026-03-02";
const CUSTOMERS = 30;

/** Each customer has so many invoices before and since, paid so many days after their due date; null = never. */
async function history(
  world: World,
  { before, after }: { readonly before: readonly (number | null)[]; readonly after: readonly (number | null)[] },
): Promise<void> {
  await world.seller({ live: LIVE });
  const customers = Array.from({ length: CUSTOMERS }, (_, index) => `K${index}`);
  const bills = customers.flatMap((customer) => [
    ...before.map((late, place) => ({
      customer,
      late,
      due: addDays("2025-09-01", place),
      number: `${customer}-B${place}`,
    })),
    ...after.map((late, place) => ({
      customer,
      late,
      due: addDays("2026-04-01", place),
      number: `${customer}-A${place}`,
    })),
  ]);
  await world.import({
    "customers.csv": ["customer_code,name", ...customers.map((code) => `${code},Client ${code}`)].join("\n"),
    "invoices.csv": [
      "number,customer_code,issue_date,due_date,amount,currency",
      ...bills.map(({ number, customer, due }) => `${number},${customer},${addDays(due, -30)},${due},100.00,EUR`),
    ].join("\n"),
    "payments.csv": [
      "reference,customer_code,date,amount,currency,invoice_number",
      ...bills.flatMap(({ number, customer, due, late }) =>
        late === null ? [] : [`P-${number},${customer},${addDays(due, late)},100.00,EUR,${number}`],
      ),
    ].join("\n"),
  });
  await world.fresh();
}

async function billed(world: World, customer: string, due: Day, late: number | null): Promise<void> {
  const invoice = await world.invoice({ customer, due, amount: "100.00" });
  if (late !== null) await world.payment({ invoice, amount: "100.00", date: addDays(due, late) });
}

async function proofOf(world: World, figure: ProofFigure) {
  const [seller] = await proveEffect(world.context(), null);
  return seller?.proofs.find((proof) => proof.figure === figure);
}

describe("the effect since go-live", () => {
  test("is proven when everybody pays sooner", async ({ world }) => {
    await history(world, { before: [20, 40], after: [5, 10] });

    expect(await proofOf(world, "cash-at-30")).toMatchObject({
      currency: "EUR",
      before: { cases: 60, customers: 30, value: 50 },
      after: { cases: 60, customers: 30, value: 100 },
      difference: 50,
      verdict: "proven-better",
    });
    expect(await proofOf(world, "days-late")).toMatchObject({ after: { value: 7.5 }, verdict: "proven-better" });
  });

  test("is not proven when nothing changed", async ({ world }) => {
    await history(world, { before: [5, 40], after: [5, 40] });

    expect(await proofOf(world, "cash-at-30")).toMatchObject({ difference: 0, verdict: "not-proven" });
  });

  test("compares with nothing when the files of before hold open invoices only", async ({ world }) => {
    await history(world, { before: [null, null], after: [5, 10] });
    const [seller] = await proveEffect(world.context(), null);

    expect(seller?.historyKnown).toBe(false);
    expect(await proofOf(world, "cash-at-30")).toMatchObject({
      before: { cases: 0 },
      after: { value: 100 },
      verdict: "no-before",
    });
  });

  test("waits until thirty days are over, and known of", async ({ world }) => {
    await history(world, { before: [5, 5], after: [5] });
    const customer = await world.customer();
    // Its thirty days end today, whose payments are not in yet; and one straddles go-live.
    await billed(world, customer, "2026-10-25", 2);
    await billed(world, customer, "2026-02-20", 2);
    expect(await proofOf(world, "cash-at-30")).toMatchObject({ before: { cases: 60 }, after: { cases: 30 } });
    world.clock.set("2026-11-26");
    expect((await proofOf(world, "cash-at-30"))?.after.cases).toBe(30);
    await world.fresh();
    expect((await proofOf(world, "cash-at-30"))?.after.cases).toBe(31);
  });

  test("a payment taken back within the thirty days was none, and a credit note was never to be paid", async ({
    world,
  }) => {
    await world.seller({ live: LIVE });
    const customer = await world.customer();
    const returned = await world.invoice({ customer, due: "2026-04-01", amount: "100.00" });
    await world.payment({ invoice: returned, amount: "100.00", date: "2026-04-05" });
    await world.payment({ invoice: returned, amount: "-100.00", date: "2026-04-20" });
    const credited = await world.invoice({ customer, due: "2026-04-01", amount: "100.00" });
    await world.invoice({ customer, kind: "credit_note", creditOf: credited, amount: "60.00", issued: "2026-04-02" });
    await world.payment({ invoice: credited, amount: "40.00", date: "2026-04-10" });
    await world.fresh();

    expect((await proofOf(world, "cash-at-30"))?.after).toMatchObject({ cases: 2, value: 28.57 });
  });

  test("the ledger of a group's own companies does not count", async ({ world }) => {
    await world.seller({ live: LIVE });
    await billed(world, await world.customer({ kind: "intercompany" }), "2026-04-01", 0);
    await world.fresh();

    expect(await proofOf(world, "cash-at-30")).toBeUndefined();
  });
});

describe("/cash preuve", () => {
  test("is finance's and direction's; before go-live there is nothing to compare", async ({ world }) => {
    await world.seller();
    const finance = await world.person({ roles: ["finance"] });
    const rep = await world.person();

    expect(await whyNot(showProof(world.context(), rep, { scope: "" }))).toBe("not-allowed");
    expect(plainCard((await did(showProof(world.context(), finance, { scope: "" }))).card)).toContain(
      "Relais n'est pas encore en service",
    );
  });

  test("reads as a person says it, with its doubt", async ({ world }) => {
    await history(world, { before: [20, 40], after: [5, 10] });
    const finance = await world.person({ roles: ["finance"] });
    const text = plainCard((await did(showProof(world.context(), finance, { scope: "" }))).card).replaceAll(
      /[\u00A0\u202F]/g,
      " ",
    );

    expect(text).toContain("Exemple SA, en service depuis le 2 mars 2026");
    expect(text).toContain("50 % avant, 100 % depuis (60 et 60 cas). Écart : +50 points");
    expect(text).toContain("Amélioration établie.");
    expect(text).toContain("Trop peu de cas ou de clients pour conclure.");
    expect(text).toContain("la saison");
  });
});

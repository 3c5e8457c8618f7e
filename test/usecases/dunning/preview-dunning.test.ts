import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { aCustomer, aMailbox, passAndSend, remindersOf } from "../../support/dunning.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

/** The clock stands on Tuesday 24 November 2026, 9:00 in Paris. */
const TODAY: Day = "2026-11-24";

test("says who would receive what, in decimals, with the reason for what waits; and changes nothing", async ({
  world,
}) => {
  const { customer } = await aCustomer(world);
  await world.contact({ customer, email: "Compta@garnier.example" });
  await world.contact({ customer, email: "achats@garnier.example", role: "purchasing" });
  await world.invoice({ customer, number: "F1", due: addDays(TODAY, -6), amount: "1200.50" });
  await world.invoice({ customer, number: "F2", due: addDays(TODAY, -1), amount: "99.50" });
  await world.invoice({ customer, number: "F3", due: addDays(TODAY, -9), means: "direct_debit" });

  const preview = await previewDunning(world.context(), TODAY);

  expect(preview).toEqual({
    day: TODAY,
    messages: [
      {
        customer: "GARNIER",
        seller: "default",
        currency: "EUR",
        language: "fr",
        channel: "email",
        step: "first",
        to: ["Compta@garnier.example", "sonia@garnier.example"],
        total: "1300.00",
        invoices: [
          { number: "F1", residual: "1200.50", daysOverdue: 6, step: "first" },
          { number: "F2", residual: "99.50", daysOverdue: 1, step: null },
        ],
      },
    ],
    asks: [],
    tasks: [],
    heldBack: [{ customer: "GARNIER", seller: "default", invoice: "F3", reason: "direct-debit", until: null }],
  });
  expect(await remindersOf(world)).toEqual([]);
});

test("an ask says who holds it: the rep, or finance", async ({ world }) => {
  const { customer, rep } = await aCustomer(world);
  const mailbox = aMailbox();
  await world.invoice({ customer, number: "F1", due: "2026-10-20" });
  await world.invoice({ customer, number: "F2", due: "2026-10-20" });
  await passAndSend(world, mailbox);
  await world.db.execute(sql`update invoices set step = 'last' where number = 'F2'`);
  world.clock.set("2026-12-04");
  await world.fresh();
  const { asks } = await previewDunning(world.context(), "2026-12-04");
  const invoice = { residual: "1200.00", daysOverdue: 45 };
  expect(asks).toEqual([
    {
      customer,
      rep: rep.email,
      step: "call",
      holder: rep.email,
      invoices: [{ number: "F1", step: "call", ...invoice }],
    },
    {
      customer,
      rep: rep.email,
      step: "formal-notice",
      holder: "finance",
      invoices: [{ number: "F2", step: "formal-notice", ...invoice }],
    },
  ]);
});

test("before go-live shows what would leave that day, and that it is held", async ({ world }) => {
  await world.seller();
  const customer = await world.customer({ code: "GARNIER" });
  await world.contact({ customer, email: "sonia@garnier.example" });
  await world.invoice({ customer, number: "F1", due: "2026-01-05" });
  const { messages, heldBack } = await previewDunning(world.context(), TODAY);
  expect(messages).toMatchObject([{ customer, step: "second", held: "before-go-live" }]);
  expect(heldBack).toMatchObject([{ invoice: "F1", reason: "before-go-live" }]);
});

describe("what it says of a day is what the pass of that day does", () => {
  const planned = async (world: World) =>
    (await remindersOf(world))
      .map(({ payer, step }) => ({ payer, step }))
      .toSorted((a, b) => (String(a.payer) < String(b.payer) ? -1 : 1));

  test("with holds that end, disputes that close and promises that break in between", async ({ world }) => {
    await world.seller({ live: "2026-01-05" });
    for (const code of ["HELD", "DISPUTED", "PROMISED", "PLAIN"]) {
      const customer = await world.customer({ code });
      await world.contact({ customer });
      await world.invoice({ customer, number: code, due: "2026-11-09" });
    }
    await world.db.execute(sql`
      insert into holds (customer_code, reason, from_on, until_on, placed_by)
      values ('HELD', 'rep-knows', '2026-11-20', '2026-11-29', '{"is":"system"}')`);
    await world.db.execute(sql`
      insert into disputes (customer_code, invoice_id, category, amount, opened_on, opened_by, owner_role, answer_by, closed_on, outcome)
      select customer_code, id, 'price', amount, '2026-11-17', '{"is":"system"}', 'adv', '2026-11-24', '2026-11-24', 'ours'
      from invoices where number = 'DISPUTED'`);
    await world.db.execute(sql`
      with promise as (
        insert into promises (customer_code, currency, amount, due_on, given_on, grace_until, recorded_at, given_by, state_on)
        values ('PROMISED', 'EUR', 120000, '2026-11-25', '2026-11-20', '2026-11-27', '2026-11-20T09:00:00Z', '{"is":"system"}', '2026-11-20')
        returning id)
      insert into promise_lines (promise_id, invoice_id, covered, residual_when_given)
      select promise.id, i.id, 120000, 120000 from promise, invoices i where i.number = 'PROMISED'`);

    const monday: Day = "2026-11-30";
    world.clock.set(monday);
    await world.fresh();
    const preview = await previewDunning(world.context(), monday);
    await judgePromises(world.context());
    await runDunning(world.context());

    expect(preview.messages.map(({ customer, step }) => ({ payer: customer, step }))).toEqual([
      { payer: "DISPUTED", step: "first" },
      { payer: "HELD", step: "first" },
      { payer: "PLAIN", step: "second" },
      { payer: "PROMISED", step: "first" },
    ]);
    expect(await planned(world)).toEqual(preview.messages.map(({ customer, step }) => ({ payer: customer, step })));
  });
});

test("a promise for Sunday holds until Tuesday evening; on Wednesday nothing is known without an import", async ({
  world,
}) => {
  const { customer } = await aCustomer(world);
  await world.invoice({ customer, number: "F1", due: "2026-11-16" });
  await world.db.execute(sql`
    with promise as (
      insert into promises (customer_code, currency, amount, due_on, given_on, grace_until, recorded_at, given_by, state_on)
      values (${customer}, 'EUR', 120000, '2026-11-29', '2026-11-24', '2026-12-01', '2026-11-24T09:00:00Z', '{"is":"system"}', '2026-11-24')
      returning id)
    insert into promise_lines (promise_id, invoice_id, covered, residual_when_given)
    select promise.id, i.id, 120000, 120000 from promise, invoices i`);
  const held = async (day: Day) => (await previewDunning({ ...world.context(), staleAfter: null }, day)).heldBack;
  expect(await held("2026-12-01")).toMatchObject([{ reason: "promise", until: "2026-12-01" }]);
  expect(await held("2026-12-02")).toMatchObject([{ reason: "awaiting-payments", until: null }]);
});

test("a part payment that was imported before its own day answers the reminder all the same", async ({ world }) => {
  const { customer } = await aCustomer(world);
  const invoice = await world.invoice({ customer, number: "F1", due: "2026-11-01" });
  await world.payment({ invoice, amount: "300.00", date: "2026-11-30" });
  await passAndSend(world, aMailbox());

  world.clock.set("2026-12-04");
  await world.fresh();
  const preview = await previewDunning(world.context(), "2026-12-04");

  expect(preview.asks).toEqual([]);
  expect(preview.heldBack).toMatchObject([{ invoice: "F1", reason: "answered" }]);
});

test("a call too young to be judged does not spoil the rank: the largest amounts are asked first", async ({
  world,
}) => {
  const { rep } = await aCustomer(world);
  const mailbox = aMailbox();
  for (const amount of ["100.00", "400.00", "300.00", "200.00"]) {
    const customer = await world.customer({ code: `K${amount[0]}`, rep });
    await world.contact({ customer });
    await world.invoice({ customer, due: "2026-10-20", amount });
  }
  await passAndSend(world, mailbox);
  const early = await world.customer({ code: "EARLY", rep });
  await world.db.execute(sql`
    insert into asks (kind, customer_code, holder_id, reason, opened_at, opened_by, clock_from)
    values ('call', ${early}, ${rep.id}, 'unanswered', '2026-11-27T08:00:00Z', '{"is":"system"}', '2026-11-27')`);

  world.clock.set("2026-12-04");
  await world.fresh();
  const preview = await previewDunning(world.context(), "2026-12-04");

  expect(preview.asks.map(({ customer }) => customer)).toEqual(["K2", "K3", "K4"]);
  expect(preview.heldBack.filter(({ reason }) => reason === "ask-cap").map(({ customer }) => customer)).toEqual(["K1"]);
});

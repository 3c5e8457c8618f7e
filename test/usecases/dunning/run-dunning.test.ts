import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import { rememberShown } from "#store/shown-cards.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { aCustomer, aMailbox, asksOf, passAndSend, remindersOf, sendPlanned, stepOf } from "../../support/dunning.ts";
import { test } from "../../support/world.ts";

/** The clock stands on Tuesday 24 November 2026, 9:00 in Paris. */
const TODAY: Day = "2026-11-24";

describe("one day", () => {
  test("a due reminder leaves once and brings the invoice to its step; the others are listed", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const late = await world.invoice({ customer, due: addDays(TODAY, -6) });
    const young = await world.invoice({ customer, due: addDays(TODAY, -1) });
    const mailbox = aMailbox();

    await passAndSend(world, mailbox);

    expect(mailbox.mails.map((mail) => mail.to)).toEqual([["sonia@garnier.example"]]);
    expect(await remindersOf(world)).toMatchObject([{ payer: "GARNIER", day: TODAY, step: "first", state: "sent" }]);
    expect([await stepOf(world, late), await stepOf(world, young)]).toEqual(["first", null]);
    const lines = await world.db.execute(
      sql`select invoice_id as id, advanced from reminder_lines order by invoice_id`,
    );
    expect([...lines]).toEqual([
      { id: late.id, advanced: true },
      { id: young.id, advanced: false },
    ]);
  });

  test("two passes, one after the other or at once, are one message and one ask", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -6) });
    const key = await world.customer({ code: "KEY", keyAccount: true, rep: await world.person({ name: "Nadia Roy" }) });
    await world.invoice({ customer: key, due: addDays(TODAY, -6) });
    const mailbox = aMailbox();

    await Promise.all([runDunning(world.context()), runDunning(world.context())]);
    await passAndSend(world, mailbox);
    await passAndSend(world, mailbox);

    expect(mailbox.mails).toHaveLength(1);
    expect(await remindersOf(world)).toHaveLength(1);
    expect(await asksOf(world)).toHaveLength(1);
  });

  test("who lacks an address or is in credit is asked about once: later passes write nothing and redraw nothing", async ({
    world,
  }) => {
    await world.seller({ live: "2026-01-05" });
    const rep = await world.person();
    await world.person({ name: "Nadia Benali", roles: ["finance"] });
    const mute = await world.customer({ code: "MUET", rep });
    await world.invoice({ customer: mute, due: addDays(TODAY, -6) });
    const inCredit = await world.customer({ code: "CREDIT", rep });
    await world.contact({ customer: inCredit });
    await world.invoice({ customer: inCredit, due: addDays(TODAY, -6), amount: "100.00" });
    await world.payment({ customer: inCredit, amount: "500.00" });
    await runDunning(world.context());
    expect((await asksOf(world)).map(({ kind }) => kind)).toEqual(["in-credit", "who-to-write-to"]);
    await rememberShown(world.db, {
      chat: "slack",
      personId: rep.id,
      conversation: "D1",
      message: "1.1",
      showing: { show: "ask", ask: 1 },
      drawnHash: "",
      customers: ["MUET", "CREDIT"],
      shownAt: world.clock.now(),
    });
    const written = () =>
      world.db.execute(sql`
        select (select count(*)::int from outbox) as shown, (select count(*)::int from events) as events,
          array(select xmin::text from invoices order by id) as invoices, array(select xmin::text from asks order by id) as asks`);
    const before = [...(await written())];

    world.clock.advance({ minutes: 5 });
    await runDunning(world.context());
    expect([...(await written())]).toEqual(before);
  });

  test.for<[string, string, number]>([
    ["before nine nothing is planned", "2026-11-24T07:59:00Z", 0],
    ["from nine it is", "2026-11-24T08:00:00Z", 1],
    ["until six in the evening", "2026-11-24T16:59:00Z", 1],
    ["and not after", "2026-11-24T17:00:00Z", 0],
    ["nor on a Sunday", "2026-11-22T10:00:00Z", 0],
    ["nor on Christmas", "2026-12-25T10:00:00Z", 0],
  ])("%s", async ([, at, planned], { world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: "2026-11-10" });
    world.clock.set(at);
    await world.fresh();
    expect((await runDunning(world.context())).remindersPlanned).toBe(planned);
  });

  test("half past midnight in Paris is the new day, though it is the old one in UTC, in winter and in summer", async ({
    world,
  }) => {
    const { customer } = await aCustomer(world, { keyAccount: true });
    await world.invoice({ customer, due: "2026-11-19" });
    world.clock.set("2026-11-23T22:30:00Z");
    expect((await runDunning(world.context())).asks).toBe(0);
    world.clock.set("2026-11-23T23:30:00Z");
    expect((await runDunning(world.context())).asks).toBe(1);

    const other = await world.customer({ code: "ETE", keyAccount: true, rep: await world.person({ name: "Ali Ben" }) });
    await world.invoice({ customer: other, due: "2028-03-22" });
    world.clock.set("2028-03-26T22:30:00Z");
    await world.fresh();
    expect((await runDunning(world.context())).asks).toBe(1);
  });

  test("a payment between preparing and sending is seen: the mail asks for the rest, or does not leave", async ({
    world,
  }) => {
    const { customer } = await aCustomer(world);
    const paid = await world.invoice({ customer, due: addDays(TODAY, -6) });
    const rest = await world.invoice({ customer, due: addDays(TODAY, -7), number: "REST" });
    const other = await world.customer({ code: "SODIAL" });
    await world.contact({ customer: other });
    const settled = await world.invoice({ customer: other, due: addDays(TODAY, -6) });
    await runDunning(world.context());

    await world.payment({ invoice: paid, amount: "1200.00" });
    await world.payment({ invoice: settled, amount: "1200.00" });
    const mailbox = aMailbox();
    expect(await sendPlanned(world, mailbox)).toEqual(["sent", "dropped"]);

    expect(mailbox.mails).toHaveLength(1);
    expect(mailbox.mails[0]?.text).toContain("REST");
    expect(mailbox.mails[0]?.text).not.toContain(paid.number);
    expect(await stepOf(world, rest)).toBe("first");
    expect(await remindersOf(world)).toMatchObject([{}, { state: "dropped", because: "nothing-due" }]);
  });

  test("a payment dated tomorrow is none yet: the reminder leaves today", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const invoice = await world.invoice({ customer, due: addDays(TODAY, -6) });
    await world.payment({ invoice, amount: "1200.00", date: addDays(TODAY, 1) });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(mailbox.mails).toHaveLength(1);
    expect(await stepOf(world, invoice)).toBe("first");

    world.clock.advance({ days: 1 });
    expect((await runDunning(world.context())).remindersPlanned).toBe(0);
  });

  test("what was not sent by the evening is dropped, and planned anew the next working day", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -6) });
    await runDunning(world.context());
    world.clock.advance({ days: 1 });
    await runDunning(world.context());
    expect(await remindersOf(world)).toMatchObject([
      { day: TODAY, state: "dropped", because: "not-sent-in-time" },
      { day: addDays(TODAY, 1), state: "planned" },
    ]);
  });

  test("a payer with subsidiaries gets one message; a seller that is not live sends none", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const sub = await world.customer({ code: "GARNIER-SUD", payer: customer });
    await world.invoice({ customer, due: addDays(TODAY, -6) });
    await world.invoice({ customer: sub, due: addDays(TODAY, -6) });
    await world.seller({ code: "OTHER" });
    await world.invoice({ customer, seller: "OTHER", due: addDays(TODAY, -6) });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(await remindersOf(world)).toMatchObject([{ payer: "GARNIER", seller: "default" }]);
    const listed = await world.db.execute(sql`select count(*)::int as n from reminder_lines`);
    expect(listed[0]).toEqual({ n: 2 });
  });

  test("a customer with 2 600 open invoices is one message with all of them", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -6) });
    await world.db.execute(sql`
      insert into invoices (seller_code, customer_code, number, issue_date, due_date, amount, currency, imported_at, next_step_on)
      select seller_code, customer_code, 'M' || n, issue_date, due_date, amount, currency, imported_at, next_step_on
      from invoices, generate_series(1, 2599) n`);
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(mailbox.mails).toHaveLength(1);
    const done = await world.db.execute(sql`select count(*)::int as n from invoices where step = 'first'`);
    expect(done[0]).toEqual({ n: 2_600 });
  });
});

import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import { DEFAULT_SCENARIO } from "#domain/scenario.ts";
import { takeBackSteps } from "#store/dunning-writes.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { aCustomer, aMailbox, asksOf, passAndSend, remindersOf, stepOf } from "../../support/dunning.ts";
import { test } from "../../support/world.ts";

/** The clock stands on Tuesday 24 November 2026, 9:00 in Paris. */
const TODAY: Day = "2026-11-24";

describe("the life of an invoice", () => {
  test("goes from the first reminder to the decision, one step on its day", async ({ world }) => {
    const { customer, rep } = await aCustomer(world);
    await world.person({ name: "Paul Finance", roles: ["finance"] });
    const invoice = await world.invoice({ customer, number: "F1", due: "2026-11-02" });
    const mailbox = aMailbox();
    const days: string[] = [];
    let before: string | null = null;
    for (let day: Day = "2026-11-03"; day <= "2027-01-10"; day = addDays(day, 1)) {
      world.clock.set(day);
      await world.fresh();
      await passAndSend(world, mailbox);
      const step = await stepOf(world, invoice);
      if (step !== before) days.push(`${day} ${step}`);
      before = step;
    }
    expect(days).toEqual([
      "2026-11-09 first",
      "2026-11-17 second",
      "2026-12-02 call",
      "2026-12-10 last",
      "2026-12-17 formal-notice",
      "2027-01-04 decision",
    ]);
    expect(mailbox.mails).toHaveLength(3);
    expect(await asksOf(world)).toEqual([
      { kind: "call", customer, holder: rep.id, role: null, lines: ["F1 call"] },
      { kind: "formal-notice", customer, holder: null, role: "finance", lines: ["F1 formal-notice"] },
      { kind: "decision", customer, holder: null, role: "finance", lines: ["F1 decision"] },
    ]);
    const shown = await world.db.execute(
      sql`select showing->>'show' as show, person_id as person from outbox where person_id = ${rep.id}`,
    );
    expect([...shown]).toContainEqual({ show: "ask", person: rep.id });
  });

  test("a second invoice joins the open card without restarting its clock", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, number: "A", due: "2026-11-02" });
    await world.invoice({ customer, number: "B", due: "2026-11-04" });
    const mailbox = aMailbox();
    for (const day of ["2026-11-09", "2026-11-19", "2026-12-02", "2026-12-04"] as const) {
      world.clock.set(day);
      await world.fresh();
      await passAndSend(world, mailbox);
    }
    expect(await asksOf(world)).toMatchObject([{ kind: "call", lines: ["A call", "B call"] }]);
    const clock = await world.db.execute(sql`select clock_from as day from asks`);
    expect(clock[0]).toEqual({ day: "2026-12-02" });
  });

  test("a bounced reminder takes its step back, and grounds no call", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const invoice = await world.invoice({ customer, due: addDays(TODAY, -20) });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(await stepOf(world, invoice)).toBe("second");
    await world.db.execute(sql`update reminders set state = 'bounced'`);
    await takeBackSteps(
      world.db,
      1,
      DEFAULT_SCENARIO.steps.map((step) => step.name),
      TODAY,
    );
    expect(await stepOf(world, invoice)).toBe("first");

    world.clock.advance({ days: 14 });
    await world.fresh();
    const { messages, asks } = await previewDunning(world.context(), addDays(TODAY, 14));
    expect(asks).toEqual([]);
    expect(messages).toMatchObject([{ step: "second" }]);
  });

  test("a slow payer hears before the day, once", async ({ world }) => {
    const { customer } = await aCustomer(world);
    for (const due of ["2026-05-04", "2026-06-01", "2026-07-01"] as const) {
      const settled = await world.invoice({ customer, due });
      await world.payment({ invoice: settled, amount: "1200.00", date: addDays(due, 10) });
    }
    await world.invoice({ customer, due: addDays(TODAY, 5) });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    world.clock.advance({ days: 1 });
    await passAndSend(world, mailbox);
    expect(await remindersOf(world)).toMatchObject([{ step: "pre-due", state: "sent", day: TODAY }]);
  });

  test("what was written before the day grounds no call after a long outage: a reminder leaves first", async ({
    world,
  }) => {
    const { customer } = await aCustomer(world);
    const due = addDays(TODAY, 5);
    await world.invoice({ customer, due, amount: "12000.00" });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(await remindersOf(world)).toMatchObject([{ step: "pre-due", state: "sent" }]);
    const days: string[] = [];
    for (const late of [36, 44]) {
      world.clock.set(addDays(due, late));
      await world.fresh();
      await passAndSend(world, mailbox);
      days.push(...(await asksOf(world)).map(({ kind }) => `${String(kind)} after ${late} days`));
    }
    expect(await remindersOf(world)).toMatchObject([{ step: "pre-due" }, { step: "second" }]);
    expect(days).toEqual(["call after 44 days"]);
  });
});

describe("coming back", () => {
  test("a hold that ran out is ended, told, and followed by the next step", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const invoice = await world.invoice({ customer, due: addDays(TODAY, -40) });
    await world.db.execute(sql`
      insert into holds (customer_code, reason, from_on, until_on, placed_by)
      values (${customer}, 'rep-knows', ${addDays(TODAY, -10)}, ${addDays(TODAY, -1)}, '{"is":"system"}')`);
    await passAndSend(world, aMailbox());
    expect(await stepOf(world, invoice)).toBe("first");
    const ended = await world.db.execute(sql`select ended_on as "endedOn", resumed_on as "resumedOn" from holds`);
    expect(ended[0]).toEqual({ endedOn: TODAY, resumedOn: TODAY });
    const told = await world.db.execute(sql`select count(*)::int as n from events where kind = 'hold-ended'`);
    expect(told[0]).toEqual({ n: 1 });
  });

  test("a closed dispute brings the same step again after three working days, though nothing else was due", async ({
    world,
  }) => {
    const { customer } = await aCustomer(world);
    const invoice = await world.invoice({ customer, due: "2026-11-09" });
    const mailbox = aMailbox();
    world.clock.set("2026-11-16");
    await world.fresh();
    await passAndSend(world, mailbox);
    await world.db.execute(sql`
      insert into disputes (customer_code, invoice_id, category, amount, opened_on, opened_by, owner_role, answer_by, closed_on, outcome)
      values (${customer}, ${invoice.id}, 'price', 120000, '2026-11-17', '{"is":"system"}', 'adv', '2026-11-24', '2026-11-18', 'ours')`);
    for (let day: Day = "2026-11-18"; day <= "2026-11-24"; day = addDays(day, 1)) {
      world.clock.set(day);
      await world.fresh();
      await passAndSend(world, mailbox);
    }
    expect(await remindersOf(world)).toMatchObject([
      { day: "2026-11-16", step: "first" },
      { day: "2026-11-23", step: "first" },
    ]);
  });

  test("two disputes closed in a row bring the same step again once, after the second", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const invoice = await world.invoice({ customer, due: "2026-11-02" });
    const mailbox = aMailbox();
    for (let day: Day = "2026-11-09"; day <= "2026-11-30"; day = addDays(day, 1)) {
      world.clock.set(day);
      await world.fresh();
      if (day === "2026-11-18" || day === "2026-11-20") {
        await world.db.execute(sql`
          insert into disputes (customer_code, invoice_id, category, amount, opened_on, opened_by, owner_role, answer_by, closed_on, outcome)
          values (${customer}, ${invoice.id}, 'price', 100, '2026-11-17', '{"is":"system"}', 'adv', '2026-11-24', ${day}, 'ours')`);
      }
      await passAndSend(world, mailbox);
    }
    expect(await remindersOf(world)).toMatchObject([
      { day: "2026-11-09", step: "first" },
      { day: "2026-11-17", step: "second" },
      { day: "2026-11-25", step: "second" },
    ]);
  });
});

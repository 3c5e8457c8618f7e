import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import { goLive, previewGoLive } from "#usecases/dunning/go-live.ts";
import { recheckReminder } from "#usecases/dunning/recheck-reminder.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { aCustomer, aMailbox, passAndSend, remindersOf, sendPlanned, stepOf } from "../../support/dunning.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

/** The clock stands on Tuesday 24 November 2026, 9:00 in Paris. */
const TODAY: Day = "2026-11-24";

describe("going live", () => {
  const admin = { is: "system" } as const;

  test("lets old debt in at the second e-mail at most, and nothing twice", async ({ world }) => {
    await world.seller({ live: null });
    const customer = await world.customer();
    await world.contact({ customer });
    const old = await world.invoice({ customer, due: addDays(TODAY, -300) });
    const young = await world.invoice({ customer, due: addDays(TODAY, -8) });
    expect((await runDunning(world.context())).remindersPlanned).toBe(0);

    expect(await previewGoLive(world.context(), null)).toEqual({
      sellers: ["default"],
      levels: { first: 1, second: 1 },
    });
    expect(await goLive(world.context(), admin, { seller: null, undo: false })).toMatchObject({
      invoicesEntered: 2,
      levels: { first: 1, second: 1 },
    });
    expect(await goLive(world.context(), admin, { seller: null, undo: false })).toMatchObject({ sellers: [] });
    await passAndSend(world, aMailbox());
    expect(await remindersOf(world)).toMatchObject([{ step: "second", state: "sent" }]);
    expect([await stepOf(world, old), await stepOf(world, young)]).toEqual(["second", "first"]);
  });

  test("undone, what was planned does not leave", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -8) });
    await runDunning(world.context());
    await goLive(world.context(), admin, { seller: "default", undo: true });
    const mailbox = aMailbox();
    await sendPlanned(world, mailbox);
    expect(mailbox.mails).toEqual([]);
    expect(await remindersOf(world)).toMatchObject([{ state: "dropped", because: "before-go-live" }]);
    const waiting = await world.db.execute(
      sql`select count(*)::int as n from outbox where gate = 'mail' and state = 'waiting'`,
    );
    expect(waiting[0]).toEqual({ n: 0 });
  });

  test("of a seller nobody knows is refused", async ({ world }) => {
    expect(await goLive(world.context(), admin, { seller: null, undo: false })).toEqual({
      ok: false,
      why: "no-seller",
    });
    await world.seller();
    expect(await goLive(world.context(), admin, { seller: "X", undo: false })).toEqual({
      ok: false,
      why: "unknown-seller",
    });
  });
});

describe("the last look before sending", () => {
  const because = async (world: World, change: () => Promise<unknown>) => {
    await runDunning(world.context());
    await change();
    return world.db.transaction(async (tx) => recheckReminder(world.context(), tx, 1));
  };

  test("a promise, a hold, an insolvency, a stopped contact: each keeps it from leaving", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -8) });
    const put = (statement: ReturnType<typeof sql>) => () => world.db.execute(statement);
    expect(await because(world, put(sql`select 1`))).toMatchObject({ ok: true, message: { step: "first" } });
    expect(await because(world, put(sql`update customers set insolvency_date = '2026-11-23'`))).toEqual({
      ok: false,
      because: "insolvency",
    });
    await world.db.execute(sql`update customers set insolvency_date = null`);
    expect(await because(world, put(sql`update contacts set active = false`))).toEqual({
      ok: false,
      because: "no-contact",
    });
    await world.db.execute(sql`update contacts set active = true`);
    expect(await because(world, put(sql`update feeds set imported_at = '2026-11-01'`))).toEqual({
      ok: false,
      because: "stale-data",
    });
    await world.fresh();
    expect(await because(world, put(sql`update sellers set went_live_on = null`))).toEqual({
      ok: false,
      because: "before-go-live",
    });
  });
});

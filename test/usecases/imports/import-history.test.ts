import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addDays } from "#domain/calendar.ts";
import { promisesExpected } from "#store/digest-facts.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { settleAfterImport } from "#usecases/dunning/settle-after-import.ts";
import { openAsks, promiseStates, waiting } from "../../support/loop.ts";
import { LEDGER } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const PROMISES = "customer_code,invoice_number,amount,date,given_on,by_email\n";
const DISPUTES = "customer_code,invoice_number,amount,category,opened_on,closed_on,outcome\n";
/** Its grace ended on 4 November, thirteen working days ago. */
const OLD = "00012,F1,500.00,2026-11-02,2026-10-26,claire@exemple.fr\n";
/** Its grace ended on Thursday 19 November, three working days ago. */
const LATELY = "00012,F1,500.00,2026-11-17,2026-11-09,claire@exemple.fr\n";
/** More than thirty days ahead. */
const LONG = "00012,F1,500.00,2026-12-24,2026-11-20,claire@exemple.fr\n";

/** The small company with finance, and a file of promises; the clock stands on Tuesday 24 November 2026. */
async function imported(world: World, promises: string) {
  await world.person({ name: "Nadia Benali", roles: ["finance"] });
  await world.import({ ...LEDGER, "promises.csv": PROMISES + promises });
  await settleAfterImport(world.context(), ["00012"]);
}

async function positionOf(world: World, number: string) {
  const rows = await world.db.execute(
    sql`select reentered, next_step_on::text as on from invoices where number = ${number}`,
  );
  return rows[0];
}

describe("before go-live", () => {
  test("a promise that was broken is recorded as such, and nobody hears of it", async ({ world }) => {
    await imported(world, LATELY);
    await judgePromises(world.context());
    expect(await promiseStates(world)).toEqual(["broken"]);
    expect(await openAsks(world)).toEqual([]);
    expect(await waiting(world)).toEqual([]);
    expect(await positionOf(world, "F1")).toMatchObject({ reentered: false });
  });

  test("a card for a rep waits for the first digest; finance sees what it prepares", async ({ world }) => {
    await imported(world, "");
    const [rep] = await world.db.execute<{ id: number }>(sql`select id from people where email = 'claire@exemple.fr'`);
    const [finance] = await world.db.execute<{ id: number }>(sql`select id from people where 'finance' = any(roles)`);
    const [invoice] = await world.db.execute<{ id: number }>(sql`select id from invoices where number = 'F1'`);
    const ask = {
      customer: "00012",
      lines: [{ invoice: invoice?.id ?? 0, step: null }],
      openedBy: { is: "system" },
      when: "now",
    } as const;
    await world.db.transaction((tx) =>
      openAsk(tx, world.context(), { ...ask, kind: "call", holder: { person: rep?.id ?? 0 } }),
    );
    await world.db.transaction((tx) =>
      openAsk(tx, world.context(), { ...ask, kind: "check-payment", holder: { role: "finance" } }),
    );
    expect(await openAsks(world)).toHaveLength(2);
    expect((await waiting(world)).map((row) => row.personId)).toEqual([finance?.id]);
  });

  test("a long promise is put to finance on the first run after go-live, once", async ({ world }) => {
    await imported(world, LONG);
    expect(await openAsks(world)).toEqual([]);
    await world.seller({ live: "2026-11-24" });
    await judgePromises(world.context());
    await judgePromises(world.context());
    expect(await openAsks(world)).toEqual(["approve-promise for finance"]);
  });
});

describe("once live", () => {
  test("a promise broken lately is told to the rep and finance", async ({ world }) => {
    await world.seller({ live: "2026-01-05" });
    await imported(world, LATELY);
    expect(await promiseStates(world)).toEqual(["broken"]);
    expect(await openAsks(world)).toEqual(["broken-promise for finance"]);
    expect((await waiting(world)).map((row) => row.showing.show)).toEqual(["promise", "ask"]);
  });

  test.for([
    ["long before it was imported", "2026-01-05", OLD],
    ["long before its seller went live", "2026-12-10", LATELY],
  ] as const)(
    "a promise broken %s is recorded, its invoice comes back, and nobody hears of it",
    async (given, { world }) => {
      const [, live, promises] = given;
      await world.seller({ live });
      if (live > "2026-11-24") {
        // Recorded in time, but no payments came in before go-live.
        await world.import({ ...LEDGER, "payments.csv": "reference,customer_code,date,amount,currency\n" });
        await world.import({ "promises.csv": PROMISES + promises });
        world.clock.set(live);
        await world.fresh();
        await judgePromises(world.context());
      } else {
        await imported(world, promises);
      }
      expect(await promiseStates(world)).toEqual(["broken"]);
      expect(await openAsks(world)).toEqual([]);
      expect(await waiting(world)).toEqual([]);
      expect(await positionOf(world, "F1")).toEqual({ reentered: true, on: world.context().today });
      // Nor is it news in a digest.
      const { today } = world.context();
      expect(await promisesExpected(world.db, today, ["00012"], addDays(today, -1), today)).toEqual([]);
    },
  );

  test("a long promise is put to finance when it is imported", async ({ world }) => {
    await world.seller({ live: "2026-01-05" });
    await imported(world, LONG);
    await settleAfterImport(world.context(), ["00012"]);
    expect(await openAsks(world)).toEqual(["approve-promise for finance"]);
    expect((await waiting(world)).map((row) => row.showing.show)).toEqual(["ask"]);
  });
});

test("a promise given or a dispute opened on a later day than today changes nothing before it", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency
F8,00012,2026-11-25,2026-12-25,100.00,EUR
F9,00012,2026-10-25,2026-11-25,100.00,EUR
`,
    "payments.csv": "reference,customer_code,date,amount,currency,invoice_number\nP9,00012,2026-11-20,100.00,EUR,F9\n",
    "promises.csv": `${PROMISES}00012,F8,100.00,2026-12-04,2026-11-26,\n`,
    "disputes.csv": `${DISPUTES}00012,F9,10.00,price,2026-11-26,,\n`,
  });
  await settleAfterImport(world.context(), ["00012"]);
  expect(await promiseStates(world)).toEqual(["live"]);
  const closed = await world.db.execute(sql`select closed_on from disputes`);
  expect([...closed]).toEqual([{ closed_on: null }]);
});

import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { checkHealth } from "#usecases/company/check-health.ts";
import { forgottenInvoices } from "#usecases/dunning/forgotten-invoices.ts";
import { placeHold } from "#usecases/stops/place-hold.ts";
import { aCustomer } from "../../support/dunning.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

const forgotten = async (world: World) => (await forgottenInvoices(world.context())).map(({ id }) => id);

describe("every overdue invoice has a next action, or a reason for none", () => {
  test("one on its way, one held, one promised by its means: nothing is forgotten", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: "2026-11-18" });
    await world.invoice({ customer, due: "2026-10-01", means: "direct_debit" });
    expect(await forgotten(world)).toEqual([]);
  });

  test("one past its last step, with no task open, is forgotten; a hold is a reason", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const { id } = await world.invoice({ customer, due: "2026-07-01" });
    await world.db.execute(sql`update invoices set step = 'decision', next_step_on = null`);
    expect(await forgotten(world)).toEqual([id]);

    const wiring = { mail: true, slack: true, teams: true, apiKey: true, inboundEmail: true };
    const findings = await checkHealth(world.context(), wiring);
    expect(findings.find(({ about }) => about === "forgotten invoices")).toMatchObject({
      well: false,
      says: expect.stringContaining("1 overdue invoices"),
    });

    await placeHold(world.context(), { is: "system" }, { customer, reason: "finance", until: null });
    expect(await forgotten(world)).toEqual([]);
  });
});

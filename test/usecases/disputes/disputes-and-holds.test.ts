import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { openItems } from "#store/open-items.ts";
import { disputes, holds } from "#store/schema/loop.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { closeSettledDisputes } from "#usecases/disputes/close-settled-disputes.ts";
import { endHold } from "#usecases/stops/end-hold.ts";
import { endHolds } from "#usecases/stops/end-holds.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { placeHold } from "#usecases/stops/place-hold.ts";
import { as, askRow, callCard, company, did, standingHolds, waiting, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";

const eur = (minor: bigint) => ({ minor, currency: "EUR" });

describe("a dispute", () => {
  test("stops the contested part, leaves the rest due, and its owner hears after ten minutes", async ({ world }) => {
    const { rep, adv, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
    const ask = await callCard(world, rep, [invoice]);
    const lines = [{ invoice: invoice.id, amount: eur(20_000n) }];
    await did(openDispute(world.context(), as(rep), { ask, category: "price", lines, comment: "Remise oubliée" }));

    expect(await openItems(world.db, "2026-11-24")).toMatchObject([{ residual: 60_000n, disputed: 20_000n }]);
    expect(await askRow(world, ask)).toMatchObject({ state: "answered", outcome: "dispute" });
    expect(await world.db.select().from(disputes)).toMatchObject([
      { category: "price", ownerRole: "adv", answerBy: "2026-12-01", comment: "Remise oubliée" },
    ]);
    expect((await waiting(world)).at(-1)).toMatchObject({
      personId: adv.id,
      showing: { show: "dispute", dispute: 1 },
      notBefore: new Date("2026-11-24T08:10:00Z"),
    });
  });

  test("of the whole card withdraws it when it was opened elsewhere", async ({ world }) => {
    const { rep, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    const ask = await callCard(world, rep, [invoice]);
    await did(
      openDispute(world.context(), as(rep), { customer, category: "duplicate", lines: [{ invoice: invoice.id }] }),
    );
    expect(await askRow(world, ask)).toMatchObject({ state: "withdrawn", withdrawn: "disputed" });
  });

  test("is possible before the due date", async ({ world }) => {
    const { rep, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-12-20" });
    const lines = [{ invoice: invoice.id }];
    expect(await whyNot(openDispute(world.context(), as(rep), { customer, category: "quality", lines }))).toBe("done");
  });

  test("twice is once; more than is owed, or of somebody else's invoice, is refused", async ({ world }) => {
    const { rep, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
    const foreign = await world.invoice({ due: "2026-10-20" });
    const open = (id: number, minor?: bigint) =>
      openDispute(world.context(), as(rep), {
        customer,
        category: "price",
        lines: [{ invoice: id, amount: minor === undefined ? undefined : eur(minor) }],
      });
    expect(await whyNot(open(invoice.id, 60_001n))).toBe("more-than-owed");
    expect(await whyNot(open(invoice.id, 0n))).toBe("amount-not-positive");
    expect(await whyNot(open(foreign.id))).toBe("nothing-owed");
    const clicks = await Promise.all([whyNot(open(invoice.id)), whyNot(open(invoice.id))]);
    expect(clicks.toSorted()).toEqual(["already-done", "done"]);
    expect(await world.db.select().from(disputes)).toHaveLength(1);
  });

  test("about quality is the customer's project manager's", async ({ world }) => {
    const { rep, customer } = await company(world);
    const project = await world.person({ name: "Iris Mora", roles: ["project"] });
    await world.db.execute(`update customers set project_manager_id = ${project.id} where code = '${customer}'`);
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    await did(
      openDispute(world.context(), as(rep), { customer, category: "quality", lines: [{ invoice: invoice.id }] }),
    );
    expect(await world.db.select().from(disputes)).toMatchObject([{ ownerId: project.id, answerBy: "2026-12-08" }]);
    expect(await whyNot(closeDispute(world.context(), as(project), { dispute: 1, outcome: "ours" }))).toBe("done");
  });

  test("is closed by its owner, once, not by the rep", async ({ world }) => {
    const { rep, adv, finance, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    await did(openDispute(world.context(), as(rep), { customer, category: "price", lines: [{ invoice: invoice.id }] }));
    const close = (who: typeof rep) => closeDispute(world.context(), as(who), { dispute: 1, outcome: "ours" });
    expect(await whyNot(close(rep))).toBe("not-allowed");
    expect(await whyNot(close(adv))).toBe("done");
    expect(await close(finance)).toMatchObject({ refusal: { why: "already-done", by: "Luc Petit" } });
    expect((await openItems(world.db, "2026-11-24"))[0]?.disputed).toBe(0n);
    expect(await standingHolds(world)).toEqual([]);
  });

  test("lost: the invoice waits for its credit note", async ({ world }) => {
    const { rep, adv, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    await did(openDispute(world.context(), as(rep), { customer, category: "price", lines: [{ invoice: invoice.id }] }));
    await did(closeDispute(world.context(), as(adv), { dispute: 1, outcome: "theirs" }));
    expect(await standingHolds(world)).toMatchObject([
      { invoiceId: invoice.id, reason: "finance", untilOn: "2026-12-08" },
    ]);
  });

  test("closes by itself when the invoice is paid, or credited for what was contested", async ({ world }) => {
    const { rep, customer } = await company(world);
    const [paid, credited, open] = [
      await world.invoice({ customer, due: "2026-10-20", amount: "600.00" }),
      await world.invoice({ customer, due: "2026-10-20", amount: "600.00" }),
      await world.invoice({ customer, due: "2026-10-20", amount: "600.00" }),
    ];
    const lines = [paid, credited, open].map((invoice) => ({ invoice: invoice.id, amount: eur(20_000n) }));
    await did(openDispute(world.context(), as(rep), { customer, category: "price", lines }));
    await world.payment({ invoice: paid, amount: "600.00" });
    const note = { customer, kind: "credit_note", due: "2026-11-24", issued: "2026-11-24" } as const;
    await world.invoice({ ...note, amount: "200.00", creditOf: credited });
    await world.invoice({ ...note, amount: "199.99", creditOf: open });

    await closeSettledDisputes(world.context());
    await closeSettledDisputes(world.context());

    const rows = await world.db.select().from(disputes).orderBy(disputes.id);
    expect(rows.map(({ outcome, closedOn }) => [outcome, closedOn])).toEqual([
      ["ours", "2026-11-24"],
      ["theirs", "2026-11-24"],
      [null, null],
    ]);
  });

  test("closes on the day of the payment or the credit note, however late it is imported", async ({ world }) => {
    const { rep, customer } = await company(world);
    const paid = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
    const credited = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
    world.clock.set("2026-11-09");
    const lines = [paid, credited].map((invoice) => ({ invoice: invoice.id, amount: eur(20_000n) }));
    await did(openDispute(world.context(), as(rep), { customer, category: "price", lines }));
    world.clock.set("2026-11-24");
    await world.payment({ invoice: paid, amount: "600.00", date: "2026-11-13" });
    const note = { customer, kind: "credit_note", creditOf: credited, amount: "100.00" } as const;
    await world.invoice({ ...note, due: "2026-11-10", issued: "2026-11-10" });
    await world.invoice({ ...note, due: "2026-11-18", issued: "2026-11-18" });

    await closeSettledDisputes(world.context());

    const rows = await world.db.select().from(disputes).orderBy(disputes.id);
    expect(rows.map(({ outcome, closedOn }) => [outcome, closedOn])).toEqual([
      ["ours", "2026-11-13"],
      ["theirs", "2026-11-18"],
    ]);
  });
});

describe("a hold", () => {
  test("by the rep lasts ten working days at most; finance gives longer ones", async ({ world }) => {
    const { rep, finance, customer } = await company(world);
    const place = (
      who: typeof rep,
      until: "2026-12-08" | "2026-12-09" | null,
      reason: "rep-knows" | "finance" = "rep-knows",
    ) => placeHold(world.context(), as(who), { customer, reason, until });
    expect(await place(rep, "2026-12-09")).toMatchObject({ refusal: { why: "hold-too-long", latest: "2026-12-08" } });
    expect(await whyNot(place(rep, null))).toBe("hold-too-long");
    expect(await whyNot(place(rep, "2026-12-08", "finance"))).toBe("not-allowed");
    expect(await whyNot(place(rep, "2026-12-08"))).toBe("done");
    expect(await whyNot(place(rep, "2026-12-08"))).toBe("already-done");
    expect(await whyNot(place(finance, null, "finance"))).toBe("done");
  });

  test("is not for somebody else's customer or invoice", async ({ world }) => {
    const { rep, customer } = await company(world);
    const stranger = await world.person({ name: "Hugo Blanc" });
    const foreign = await world.invoice({ due: "2026-10-20" });
    const hold = { customer, reason: "rep-knows", until: "2026-12-01" } as const;
    expect(await whyNot(placeHold(world.context(), as(stranger), hold))).toBe("not-allowed");
    expect(await whyNot(placeHold(world.context(), as(rep), { ...hold, invoice: foreign.id }))).toBe("gone");
  });

  test("takes the open card back, because nobody should call meanwhile", async ({ world }) => {
    const { rep, customer } = await company(world);
    const ask = await callCard(world, rep, [await world.invoice({ customer, due: "2026-10-20" })]);
    await did(placeHold(world.context(), as(rep), { customer, reason: "order-in-progress", until: "2026-12-01" }));
    expect(await askRow(world, ask)).toMatchObject({ state: "withdrawn", withdrawn: "stopped" });
  });

  test("ends by itself after its last day, once, and by hand before it", async ({ world }) => {
    const { rep, finance, customer } = await company(world);
    await did(placeHold(world.context(), as(rep), { customer, reason: "rep-knows", until: "2026-11-27" }));
    await did(placeHold(world.context(), as(finance), { customer, reason: "finance", until: null }));
    expect(await whyNot(endHold(world.context(), as(rep), { hold: 2 }))).toBe("not-allowed");

    world.clock.set("2026-11-27");
    await endHolds(world.context());
    expect(await standingHolds(world)).toHaveLength(2);
    world.clock.set("2026-11-30");
    await endHolds(world.context());
    expect(await standingHolds(world)).toMatchObject([{ id: 2 }]);
    await did(endHold(world.context(), as(finance), { hold: 2 }));
    const ended = await world.db.select().from(holds).orderBy(holds.id);
    expect(ended.map((hold) => hold.endedOn)).toEqual(["2026-11-28", "2026-11-30"]);
    expect(await whyNot(endHold(world.context(), as(finance), { hold: 2 }))).toBe("already-done");
  });

  test("of one invoice leaves the others alone", async ({ world }) => {
    const { rep, customer } = await company(world);
    const held = await world.invoice({ customer, due: "2026-10-20" });
    const due = await world.invoice({ customer, due: "2026-10-21" });
    const ask = await callCard(world, rep, [held, due]);
    const hold = { customer, invoice: held.id, reason: "validation-circuit", until: "2026-12-01" } as const;
    await did(placeHold(world.context(), as(rep), hold));
    expect((await askRow(world, ask)).state).toBe("open");
    const [row] = await world.db.select().from(holds).where(eq(holds.invoiceId, held.id));
    expect(row).toMatchObject({ customerCode: customer, fromOn: "2026-11-24" });
  });
});

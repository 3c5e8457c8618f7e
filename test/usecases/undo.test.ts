import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { contactsOf } from "#store/contacts.ts";
import { openItems } from "#store/open-items.ts";
import { outbox } from "#store/schema/delivery.ts";
import { invoices } from "#store/schema/ledger.ts";
import { events, holds } from "#store/schema/loop.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { answerAlreadyPaid } from "#usecases/asks/answer-already-paid.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { answerNotReceived } from "#usecases/asks/answer-not-received.ts";
import { answerOtherContact } from "#usecases/asks/answer-other-contact.ts";
import { bringBackAsks } from "#usecases/asks/bring-back-asks.ts";
import { cancelPromise } from "#usecases/promises/cancel-promise.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { movePromise } from "#usecases/promises/move-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { settleAfterImport } from "#usecases/dunning/settle-after-import.ts";
import { undo } from "#usecases/undo.ts";
import {
  as,
  askRow,
  callCard,
  company,
  did,
  openAsks,
  promiseStates,
  standingHolds,
  waiting,
  whyNot,
} from "../support/loop.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const FRIDAY = "2026-11-27";

async function card(world: World) {
  const people = await company(world);
  const invoice = await world.invoice({ customer: people.customer, due: "2026-10-20", amount: "600.00" });
  const ask = await callCard(world, people.rep, [invoice]);
  world.clock.advance({ days: 1 });
  return { ...people, invoice, ask };
}

describe("undo within ten minutes", () => {
  test("takes the promise back and opens the card with its clock as it was", async ({ world }) => {
    const { rep, customer, ask } = await card(world);
    const before = await askRow(world, ask);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));
    world.clock.advance({ minutes: 9 });
    const undone = await did(undo(world.context(), as(rep), { event }));

    expect(undone.showing).toEqual({ show: "ask", ask });
    expect(await askRow(world, ask)).toEqual(before);
    expect(await promiseStates(world)).toEqual([]);
    expect((await openItems(world.db, "2026-11-25"))[0]).toMatchObject({ promised: 0n, suspended: 0n });
    const log = await world.db.select().from(events).where(eq(events.undoes, event));
    expect(log).toMatchObject([{ kind: "undone", customerCode: customer }]);
  });

  test("opens a card again that the promise had withdrawn", async ({ world }) => {
    const { rep, customer, ask } = await card(world);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));
    expect((await askRow(world, ask)).state).toBe("withdrawn");
    await did(undo(world.context(), as(rep), { event }));
    expect((await askRow(world, ask)).state).toBe("open");
  });

  test("a promise that was replaced runs again", async ({ world }) => {
    const { rep, customer } = await card(world);
    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));
    const { event } = await did(movePromise(world.context(), as(rep), { promise: 1, due: "2026-12-04" }));
    await did(undo(world.context(), as(rep), { event }));
    expect(await promiseStates(world)).toEqual(["live"]);
    expect((await openItems(world.db, "2026-11-25"))[0]).toMatchObject({
      promised: 60_000n,
      suspendedUntil: "2026-12-01",
    });
  });

  test("a cancelled promise runs again", async ({ world }) => {
    const { rep, customer } = await card(world);
    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));
    const { event } = await did(cancelPromise(world.context(), as(rep), { promise: 1 }));
    await did(undo(world.context(), as(rep), { event }));
    expect(await promiseStates(world)).toEqual(["live"]);
  });

  test("nothing is sent to anybody: no copy, no dispute for adv, no task for finance", async ({ world }) => {
    const { rep, ask } = await card(world);
    await world.db.delete(outbox);
    const received = await did(answerNotReceived(world.context(), as(rep), { ask }));
    expect(await waiting(world)).toHaveLength(2);
    await did(undo(world.context(), as(rep), { event: received.event }));
    expect(await waiting(world)).toEqual([]);

    const paid = await did(answerAlreadyPaid(world.context(), as(rep), { ask }));
    await did(undo(world.context(), as(rep), { event: paid.event }));
    expect(await waiting(world)).toEqual([]);
    expect(await standingHolds(world)).toEqual([]);
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
  });

  test("the contact is written to again, and the new one is not", async ({ world }) => {
    const { rep, customer, ask } = await card(world);
    await world.contact({ customer, name: "Sonia Perrin" });
    const { event } = await did(answerOtherContact(world.context(), as(rep), { ask, email: "compta@garnier.example" }));
    await did(undo(world.context(), as(rep), { event }));
    expect(await contactsOf(world.db, customer)).toMatchObject([
      { name: "Sonia Perrin", stopped: null, active: true },
      { name: "compta@garnier.example", active: false },
    ]);
  });

  test("an answer taken back brings no card back later", async ({ world }) => {
    const { rep, ask } = await card(world);
    const { event } = await did(answerNoAnswer(world.context(), as(rep), { ask }));
    await did(undo(world.context(), as(rep), { event }));
    world.clock.advance({ days: 5 });
    await bringBackAsks(world.context());
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
  });

  test("a closed dispute stands again, with the pace that dunning had given it since put back", async ({ world }) => {
    const { rep, adv, customer, invoice } = await card(world);
    await did(openDispute(world.context(), as(rep), { customer, category: "price", lines: [{ invoice: invoice.id }] }));
    const { event } = await did(closeDispute(world.context(), as(adv), { dispute: 1, outcome: "theirs" }));
    await world.db.update(invoices).set({ shift: 9, reentered: true }).where(eq(invoices.id, invoice.id));
    await did(undo(world.context(), as(adv), { event }));
    expect((await openItems(world.db, "2026-11-25"))[0]?.disputed).toBe(60_000n);
    expect(await standingHolds(world)).toEqual([]);
    expect(await world.db.select().from(invoices)).toMatchObject([{ shift: 0, reentered: false }]);
  });
});

describe("undo is refused", () => {
  test("after ten minutes, to anybody else, and for what the machine did", async ({ world }) => {
    const { rep, manager, customer, ask } = await card(world);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));
    const stranger = await world.person({ name: "Hugo Blanc" });
    expect(await whyNot(undo(world.context(), as(manager), { event }))).toBe("undo-not-yours");
    expect(await whyNot(undo(world.context(), as(stranger), { event }))).toBe("not-allowed");
    expect(await whyNot(undo(world.context(), as(rep), { event: 1 }))).toBe("gone");
    expect(await whyNot(undo(world.context(), as(rep), { event: 9999 }))).toBe("gone");
    world.clock.advance({ minutes: 10 });
    expect(await whyNot(undo(world.context(), as(rep), { event }))).toBe("undo-too-late");
    expect(await promiseStates(world)).toEqual(["live"]);
  });

  test("when it was overtaken by a payment that kept the promise", async ({ world }) => {
    const { rep, customer, ask, invoice } = await card(world);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));
    await world.payment({ invoice, amount: "600.00" });
    await settleAfterImport(world.context(), [customer]);
    expect(await whyNot(undo(world.context(), as(rep), { event }))).toBe("undo-overtaken");
  });

  test("when it was overtaken by a dispute on the same invoice; a comment overtakes nothing", async ({ world }) => {
    const { rep, customer, invoice } = await card(world);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));
    await did(addComment(world.context(), as(rep), { customer, text: "Vu Sonia" }));
    const dispute = await did(
      openDispute(world.context(), as(rep), { customer, category: "price", lines: [{ invoice: invoice.id }] }),
    );
    expect(await whyNot(undo(world.context(), as(rep), { event }))).toBe("undo-overtaken");
    await did(undo(world.context(), as(rep), { event: dispute.event }));
    expect(await whyNot(undo(world.context(), as(rep), { event }))).toBe("done");
  });

  test("a second time: two clicks take back once", async ({ world }) => {
    const { rep, customer, ask } = await card(world);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));
    const clicks = await Promise.all([1, 2].map(() => whyNot(undo(world.context(), as(rep), { event }))));
    expect(clicks.toSorted()).toEqual(["already-done", "done"]);
  });
});

test("what was undone leaves no trace in any figure, and every trace in the log", async ({ world }) => {
  const { rep, customer, ask } = await card(world);
  const { event } = await did(answerAlreadyPaid(world.context(), as(rep), { ask }));
  await did(undo(world.context(), as(rep), { event }));
  expect(await world.db.select().from(holds)).toMatchObject([{ undoneAt: world.clock.now() }]);
  const kinds = (await world.db.select().from(events).where(eq(events.customerCode, customer))).map((row) => row.kind);
  expect(kinds).toEqual(["ask-opened", "ask-answered", "ask-opened", "ask-withdrawn", "undone"]);
});

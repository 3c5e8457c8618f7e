import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { answerAlreadyPaid } from "#usecases/asks/answer-already-paid.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { undo } from "#usecases/undo.ts";
import { as, company, did, openAsks, standingHolds, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";

test("a promise that did not come in may be said to be paid without any call, twice is once, and it can be taken back", async ({
  world,
}) => {
  const { rep, customer } = await company(world);
  const invoice = await world.invoice({ customer, due: "2026-10-20" });
  await did(givePromise(world.context(), as(rep), { customer, due: "2026-11-27" }));
  world.clock.set("2026-12-02");
  await world.fresh();
  await judgePromises(world.context());
  expect(await openAsks(world)).toEqual(["broken-promise for finance"]);
  const card = async () => {
    const drawn = await drawShowing(world.context(), { show: "promise", promise: 1 }, rep);
    return drawn === null ? "" : plainCard(drawn.card);
  };
  expect(await card()).toContain("[Il y a un litige] [Déjà payé] [Autre… ▾");

  const { event, showing } = await did(answerAlreadyPaid(world.context(), as(rep), { promise: 1 }));

  expect(showing).toEqual({ show: "promise", promise: 1 });
  expect(await standingHolds(world)).toMatchObject([
    { invoiceId: invoice.id, reason: "already-paid", untilOn: "2026-12-09" },
  ]);
  expect(await openAsks(world)).toContain("check-payment for finance");
  expect(await whyNot(answerAlreadyPaid(world.context(), as(rep), { promise: 1 }))).toBe("already-done");
  expect(await card()).toContain("La comptabilité cherche le paiement");
  expect(await card()).not.toContain("[Déjà payé]");

  await did(undo(world.context(), as(rep), { event }));
  expect(await standingHolds(world)).toEqual([]);
  expect(await openAsks(world)).not.toContain("check-payment for finance");
  expect(await card()).toContain("[Déjà payé]");
});

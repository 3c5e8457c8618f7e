import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { outbox } from "#store/schema/delivery.ts";
import { people } from "#store/schema/people.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { digestView } from "#usecases/reports/draw-digest.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { drawingFor } from "#usecases/delivery/drawing.ts";
import { thankPeople } from "#usecases/reports/thank-people.ts";
import { as, callCard, company, did } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** Claire, who wishes to hear of it, called about 1 000 euros on Tuesday 24 November. */
async function called(world: World, thanks = true) {
  const { rep, customer } = await company(world);
  await world.db.update(people).set({ thanks }).where(eq(people.id, rep.id));
  const invoice = await world.invoice({ customer, due: "2026-10-20", amount: "1000.00" });
  const ask = await callCard(world, rep, [invoice]);
  await did(answerNoAnswer(world.context(), as(rep), { ask }));
  return { rep: { ...rep, thanks }, customer, invoice };
}

/** "person day" of every thanks that is to be sent. */
async function told(world: World): Promise<readonly string[]> {
  const rows = await world.db.select().from(outbox).orderBy(outbox.id);
  return rows.flatMap(({ personId, showing }) => (showing.show === "thanks" ? [`${personId} ${showing.day}`] : []));
}

describe("a word of thanks", () => {
  test("comes in the afternoon, once a day, with what came in since the day before", async ({ world }) => {
    const { rep, invoice } = await called(world);
    world.clock.set("2026-11-25T10:00:00Z");
    await world.payment({ invoice, amount: "400.00" });
    world.clock.set("2026-11-25T14:59:00Z");
    await thankPeople(world.context());
    expect(await told(world)).toEqual([]);
    world.clock.set("2026-11-25T15:00:00Z");
    await thankPeople(world.context());
    world.clock.advance({ minutes: 10 });
    await world.payment({ invoice, amount: "100.00" });
    world.clock.set("2026-11-25T16:30:00Z");
    await thankPeople(world.context());

    expect(await told(world)).toEqual([`${rep.id} 2026-11-25`]);
    const drawn = await drawShowing(world.context(), { show: "thanks", day: "2026-11-25" }, rep);
    expect(drawn === null ? "" : plainCard(drawn.card).replaceAll(/[\u00A0\u202F]/g, " ")).toContain(
      "Bonne nouvelle : Garnier a réglé 400 €, un jour après votre appel. Merci !",
    );
  });

  test("says nothing on a day without news, on a day off, in the evening, and to who did not wish so", async ({
    world,
  }) => {
    const { rep, invoice } = await called(world);
    world.clock.set("2026-11-25T15:00:00Z");
    await thankPeople(world.context());
    world.clock.set("2026-11-28T15:00:00Z");
    await world.payment({ invoice, amount: "400.00" });
    await thankPeople(world.context());
    world.clock.set("2026-11-30T17:30:00Z");
    await thankPeople(world.context());
    expect(await told(world)).toEqual([]);

    await world.db.update(people).set({ thanks: false });
    world.clock.set("2026-12-01T15:00:00Z");
    await thankPeople(world.context());
    expect(await told(world)).toEqual([]);
    await world.db.update(people).set({ thanks: true }).where(eq(people.id, rep.id));
    await thankPeople(world.context());
    // What the evening of the 30th was too late for, and the weekend before it.
    expect(await told(world)).toEqual([`${rep.id} 2026-12-01`]);
  });

  test("what the afternoon tells, the next morning does not repeat", async ({ world }) => {
    const { rep, invoice } = await called(world);
    world.clock.set("2026-11-25T10:00:00Z");
    await world.payment({ invoice, amount: "400.00" });
    world.clock.set("2026-11-26T07:30:00Z");
    const news = async (thanks: boolean) =>
      (await digestView(drawingFor(world.context(), { ...rep, thanks }), "2026-11-26")).view.entries.filter(
        ({ is }) => is === "good-news",
      );

    expect(await news(false)).toHaveLength(1);
    expect(await news(true)).toHaveLength(0);
  });
});

import { describe, expect } from "vitest";

import { givePromise } from "#usecases/promises/give-promise.ts";
import { as, callCard, company, did, promiseStates, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";

const FRIDAY = "2026-11-27";

describe("whose customer it is", () => {
  test("nobody else's: a rep, another manager, adv, direction, admin, a leaver", async ({ world }) => {
    const { customer, adv } = await company(world);
    await world.invoice({ customer, due: "2026-10-20" });
    const strangers = [
      await world.person({ name: "Hugo Blanc" }),
      await world.person({ name: "Eve Noir", roles: ["manager"] }),
      await world.person({ name: "Yves Loup", roles: ["direction"] }),
      await world.person({ name: "Ines Faure", roles: ["admin"] }),
      await world.person({ name: "Zoe Parti", roles: ["finance"], active: false }),
      adv,
    ];
    for (const person of strangers) {
      expect(await whyNot(givePromise(world.context(), as(person), { customer, due: FRIDAY }))).toBe("not-allowed");
    }
    expect(await whyNot(givePromise(world.context(), { is: "person", id: 9999 }, { customer, due: FRIDAY }))).toBe(
      "not-allowed",
    );
    expect(
      await whyNot(givePromise(world.context(), { is: "customer", email: "a@b.example" }, { customer, due: FRIDAY })),
    ).toBe("not-allowed");
    expect(await promiseStates(world)).toEqual([]);
  });

  test("a forwarded card is useless to the wrong person, and tells nothing", async ({ world }) => {
    const { rep, customer } = await company(world);
    const ask = await callCard(world, rep, [await world.invoice({ customer, due: "2026-10-20" })]);
    const stranger = await world.person({ name: "Hugo Blanc" });
    const own = await world.customer({ rep: stranger });
    expect(await whyNot(givePromise(world.context(), as(stranger), { customer: own, ask, due: FRIDAY }))).toBe(
      "not-allowed",
    );
    await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));
    expect(await whyNot(givePromise(world.context(), as(stranger), { customer: own, ask, due: FRIDAY }))).toBe(
      "not-allowed",
    );
  });

  test.for(["manager", "director", "finance"] as const)("the %s may", async (who, { world }) => {
    const people = await company(world);
    const { customer } = people;
    await world.invoice({ customer, due: "2026-10-20" });
    expect(await whyNot(givePromise(world.context(), as(people[who]), { customer, due: FRIDAY }))).toBe("done");
  });

  test("a leaver's customers are the manager's, and no longer the leaver's", async ({ world }) => {
    const { manager } = await company(world);
    const gone = await world.person({ name: "Leo Parti", managerId: manager.id, active: false });
    const customer = await world.customer({ rep: gone });
    await world.invoice({ customer, due: "2026-10-20" });
    expect(await whyNot(givePromise(world.context(), as(gone), { customer, due: FRIDAY }))).toBe("not-allowed");
    expect(await whyNot(givePromise(world.context(), as(manager), { customer, due: FRIDAY }))).toBe("done");
  });
});

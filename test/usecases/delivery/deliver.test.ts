import { describe, expect } from "vitest";

import type { Card } from "#cards/card.ts";
import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { troubledSends } from "#store/deliveries.ts";
import { enqueue, enqueueRedraws, gateOf } from "#store/outbox.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import { drain, GRACE_MS, type Delivering } from "#usecases/delivery/deliver.ts";
import { fault } from "#usecases/fault.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import type { Chat, Posted } from "#usecases/ports.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

test("a morning that is all done keeps its greeting and figures: it was no quiet day", async ({ world }) => {
  const { claire, chat, deliver } = await ready(world);
  const lemoine = await world.customer({ name: "Lemoine", rep: claire });
  const invoice = await world.invoice({ customer: lemoine, due: "2026-10-20", amount: "4200.00" });
  const act = { customer: lemoine, due: "2026-11-24" } as const;
  await givePromise(world.context(), { is: "person", id: claire.id }, act);
  const now = world.clock.now();
  const showing = { show: "digest", day: "2026-11-24" } as const;
  const row = { key: "digest", showing, personId: claire.id, gate: gateOf.person(claire.id), notBefore: now };
  await enqueue(world.db, [row], now);
  await deliver();
  expect(chat.standing()[0]).toContain("Promis pour aujourd'hui : Lemoine, 4 200 €.");

  await world.payment({ invoice, amount: "4200.00" });
  await enqueueRedraws(world.db, [lemoine], world.clock.now());
  await deliver();

  const [done] = chat.standing();
  expect(done).toContain("voici le point du mardi 24 novembre");
  expect(done).not.toContain("Lemoine");
  expect(done).not.toContain("Rien de neuf");
});

describe("a card on its way to a person", () => {
  test("is drawn when it is delivered, and drawn again when the truth changes", async ({ world }) => {
    const { claire, garnier, chat, deliver } = await ready(world);
    await show(world, claire, garnier);
    await deliver();
    expect(chat.standing()).toHaveLength(1);

    await world.invoice({ customer: garnier, due: "2026-11-01", amount: "777.00" });
    await enqueueRedraws(world.db, [garnier], world.clock.now());
    await deliver();

    expect(chat.standing()).toHaveLength(1);
    expect(chat.standing()[0]).toContain("777");
  });

  test("waits as long as a 429 asks, and arrives once", async ({ world }) => {
    const { claire, garnier, chat, deliver, wall } = await ready(world);
    chat.failNext(() => fault("ratelimited", { retryAfterMs: 30_000 }));
    await show(world, claire, garnier);

    await deliver();
    expect(chat.posts).toBe(1);
    expect(chat.standing()).toHaveLength(0);
    wall.advance(29_000);
    await deliver();
    expect(chat.posts).toBe(1);
    wall.advance(1_001);
    await deliver();

    expect(chat.standing()).toHaveLength(1);
  });

  test("is looked for before it is sent again when nobody knows whether it arrived", async ({ world }) => {
    const { claire, garnier, chat, deliver, wall } = await ready(world);
    chat.failNext(() => fault("timeout", { ambiguous: true }), "after");
    await show(world, claire, garnier);

    await deliver();
    wall.advance(GRACE_MS + 1);
    await deliver();

    expect(chat.posts).toBe(1);
    expect(chat.standing()).toHaveLength(1);
  });

  test("is sent again when it is not found", async ({ world }) => {
    const { claire, garnier, chat, deliver, wall } = await ready(world);
    chat.failNext(() => fault("timeout", { ambiguous: true }));
    await show(world, claire, garnier);

    await deliver();
    wall.advance(GRACE_MS + 1);
    await deliver();

    expect(chat.posts).toBe(2);
    expect(chat.standing()).toHaveLength(1);
  });

  test("is a dead letter that doctor shows when the account is closed for good", async ({ world }) => {
    const { claire, garnier, chat, deliver } = await ready(world);
    chat.failNext(() => fault("account_inactive", { gone: true }));
    await show(world, claire, garnier);

    await deliver();

    expect(await troubledSends(world.db)).toMatchObject([{ state: "dead", fault: "account_inactive" }]);
  });

  test("goes nowhere once what it asks was withdrawn: nothing arrives only to say that there is nothing to do", async ({
    world,
  }) => {
    const { claire, garnier, chat, deliver } = await ready(world);
    const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
    await world.seller({ live: "2026-01-01" });
    const asked = await askByHand(
      world.context(),
      { is: "person", id: paul.id },
      { customer: garnier, why: "avant le week-end" },
    );
    expect(asked.ok).toBe(true);
    await givePromise(world.context(), { is: "person", id: claire.id }, { customer: garnier, due: "2026-11-27" });

    await deliver();

    expect(chat.posts).toBe(0);
  });

  test("goes nowhere once it is out of date", async ({ world }) => {
    const { claire, garnier, chat, deliver } = await ready(world);
    await show(world, claire, garnier, new Date(world.clock.now().getTime() + 60_000));

    world.clock.advance({ minutes: 2 });
    await deliver();

    expect(chat.posts).toBe(0);
  });
});

/** Somebody's card of a customer, on the real outbox, to a chat that remembers what stands in it. */
async function ready(world: World) {
  const claire = await world.person();
  const garnier = await world.customer({ name: "Garnier", rep: claire });
  await world.invoice({ customer: garnier, due: "2026-10-20" });
  const chat = memoryChat(claire);
  let wallMs = Date.parse("2026-11-24T08:00:00Z");
  const delivering: Delivering = {
    context: async () => world.context(),
    chats: [chat.port],
    mailer: null,
    wallNow: () => new Date(wallMs),
    paceMs: 0,
    onBug: (error) => {
      throw error;
    },
  };
  return {
    claire,
    garnier,
    chat,
    wall: { advance: (ms: number) => (wallMs += ms) },
    deliver: () => drain(delivering, new Date(wallMs)),
  };
}

function show(world: World, person: Person, customer: string, validUntil?: Date) {
  const now = world.clock.now();
  const row = {
    key: `card:${customer}`,
    showing: { show: "customer", customer } as const,
    personId: person.id,
    gate: gateOf.person(person.id),
    notBefore: now,
  };
  return enqueue(world.db, [validUntil === undefined ? row : { ...row, validUntil }], now);
}

function memoryChat(person: Person) {
  const messages = new Map<string, { readonly key: string; text: string }>();
  let failure: { readonly make: () => Error; readonly when: "before" | "after" } | null = null;
  const state = { posts: 0 };
  const plain = (card: Card) => plainCard(card).replaceAll(/[\u00a0\u202f]/g, " ");
  const port: Chat = {
    name: "slack",
    async post(conversation, card, key): Promise<Posted> {
      state.posts += 1;
      const failing = failure;
      failure = null;
      if (failing?.when === "before") throw failing.make();
      const message = String(messages.size + 1);
      messages.set(message, { key, text: plain(card) });
      if (failing !== null) throw failing.make();
      return { conversation, message };
    },
    async change({ message }, card) {
      const standing = messages.get(message);
      if (standing === undefined) throw fault("message_not_found", { gone: true });
      standing.text = plain(card);
    },
    async find(conversation, key) {
      const found = [...messages].find(([, standing]) => standing.key === key);
      return found === undefined ? "absent" : { conversation, message: found[0] };
    },
    showHome: async () => undefined,
    openConversation: async () => "D1",
    findUser: async () => ({ teamId: "T1", userId: "U1", email: person.email, name: person.name, refused: null }),
    describeUser: async () => ({ teamId: "T1", userId: "U1", email: person.email, name: person.name, refused: null }),
    describeConversation: async () => ({ is: "there", name: "#cash" }),
    readersOf: async () => ({ are: "colleagues", userIds: ["U1"] }),
    sharedWith: async () => [],
  };
  return {
    port,
    get posts() {
      return state.posts;
    },
    standing: () => [...messages.values()].map(({ text }) => text),
    failNext(make: () => Error, when: "before" | "after" = "before") {
      failure = { make, when };
    },
  };
}

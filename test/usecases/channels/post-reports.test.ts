import { describe, expect } from "vitest";

import type { Card } from "#cards/card.ts";
import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { outbox, shownCards } from "#store/schema/delivery.ts";
import { subscriptionRuns } from "#store/schema/subscriptions.ts";
import { openStore } from "#store/store.ts";
import { changeSubscription } from "#usecases/channels/change-subscription.ts";
import { drain, type Delivering } from "#usecases/delivery/deliver.ts";
import { fault } from "#usecases/fault.ts";
import type { Chat } from "#usecases/ports.ts";
import { postReports } from "#usecases/channels/post-reports.ts";
import { stopSubscription } from "#usecases/channels/stop-subscription.ts";
import { channelHere } from "#usecases/channels/subscribe-form.ts";
import { subscribe } from "#usecases/channels/subscribe.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const FRIDAYS = { weekday: 5, minutes: 540, timeZone: "Europe/Paris", locale: "fr" } as const;

describe("a report of a channel", () => {
  test("is posted once, however many replicas look after it", async ({ world }) => {
    const { chat, paul } = await subscribed(world);
    const other = openStore(world.url);
    world.clock.set("2026-11-27T08:00:00Z");
    const contexts = [world.context(), { ...world.context(), store: other }];

    await Promise.all(contexts.flatMap((context) => [postReports(context), postReports(context)]));
    await Promise.all(contexts.map((context) => drain(delivering(context, chat.port), new Date())));
    await other.close();

    expect(chat.posts("C1")).toHaveLength(1);
    expect(chat.posts("C1")[0]).toContain(paul.name);
    expect(await world.db.select().from(subscriptionRuns)).toMatchObject([{ dueOn: "2026-11-27", outcome: "posted" }]);
  });

  test("is drawn again where it stands, a minute after the truth has changed; an older one stays as it was", async ({
    world,
  }) => {
    const { chat, garnier } = await subscribed(world);
    await post(world, chat, "2026-11-27T08:00:00Z");
    await post(world, chat, "2026-12-04T08:00:00Z");
    expect(await world.db.select().from(shownCards)).toMatchObject([
      { personId: null, conversation: "C1", customers: [] },
      { personId: null, conversation: "C1" },
    ]);
    await world.db.update(shownCards).set({ customers: [garnier], drawnHash: "as it was" });
    await enqueueRedraws(world.db, [garnier], world.clock.now());
    await enqueueRedraws(world.db, [garnier], world.clock.now());
    const waiting = (await world.db.select().from(outbox)).filter(({ state }) => state === "waiting");
    expect(waiting.map(({ gate }) => gate)).toEqual(["conversation:slack:C1", "conversation:slack:C1"]);

    world.clock.set("2026-12-04T08:01:01Z");
    await drain(delivering(world.context(), chat.port), new Date());
    expect(chat.changes()).toBe(2);
    expect(chat.posts("C1")).toHaveLength(2);
  });

  test("is not drawn again for guests who came since", async ({ world }) => {
    const { chat, garnier } = await subscribed(world);
    await post(world, chat, "2026-11-27T08:00:00Z");
    await world.db.update(shownCards).set({ customers: [garnier], drawnHash: "as it was" });
    await enqueueRedraws(world.db, [garnier], world.clock.now());
    chat.guestsCome();
    world.clock.set("2026-11-27T08:02:00Z");
    await drain(delivering(world.context(), chat.port), new Date());

    expect(chat.changes()).toBe(0);
  });

  test("that the chat refuses because the channel went in between ends the subscription", async ({ world }) => {
    const { chat, paul } = await subscribed(world);
    chat.goesWhilePosting();
    await post(world, chat, "2026-11-27T08:00:00Z");
    await post(world, chat, "2026-11-27T09:00:00Z");

    expect(chat.posts("D1").filter((text) => text.includes("s'est arrêté"))).toHaveLength(1);
    expect(
      await subscribe(world.context(), paul, chat.from, { ...FRIDAYS, channel: 1, scope: `team:${paul.id}` }),
    ).toEqual({ ok: false, refusal: { why: "channel-closed" } });
  });

  test("asked for twice is one, as it was chosen last; whoever is not in the channel may not ask", async ({
    world,
  }) => {
    const { chat, paul, subscription } = await subscribed(world);
    const again = { ...FRIDAYS, weekday: 1, channel: 1, scope: `team:${paul.id}` };

    expect(await subscribe(world.context(), paul, chat.from, again)).toEqual({
      ok: true,
      value: { is: "subscribed", subscription },
    });
    expect(await subscribe(world.context(), paul, { ...chat.from, userId: "U-elsewhere" }, again)).toMatchObject({
      refusal: { why: "not-in-channel" },
    });
    await post(world, chat, "2026-11-27T08:00:00Z");
    expect(chat.posts("C1")).toHaveLength(0);
    await post(world, chat, "2026-11-30T08:00:00Z");
    expect(chat.posts("C1")).toHaveLength(1);
  });

  test("is changed and stopped by its owner, finance and direction, and by nobody else", async ({ world }) => {
    const { subscription, reps } = await subscribed(world);
    const [claire] = reps;
    const rival = await world.person({ name: "Antoine Keller", email: "antoine@exemple.example", roles: ["manager"] });
    const adv = await world.person({ name: "Luc Petit", email: "luc@exemple.example", roles: ["adv"] });
    const nadia = await world.person({ name: "Nadia Benali", email: "nadia@exemple.example", roles: ["finance"] });
    for (const person of [rival, adv, claire].filter((one) => one !== undefined)) {
      expect(await changeSubscription(world.context(), person, subscription, FRIDAYS)).toMatchObject({ ok: false });
      expect(await stopSubscription(world.context(), person, subscription)).toMatchObject({ ok: false });
    }
    expect(await stopSubscription(world.context(), nadia, subscription)).toEqual({ ok: true, value: subscription });
  });
});

/** Paul's three reps, a late customer, and a subscription of C1 to the team's report on Fridays at nine. */
async function subscribed(world: World) {
  await world.seller({ live: "2026-10-01" });
  const paul = await world.person({ name: "Paul Henry", email: "paul@exemple.example", roles: ["manager"] });
  const reps: Person[] = [];
  for (const key of ["claire", "karim", "emma"]) {
    reps.push(await world.person({ name: key, email: `${key}@exemple.example`, managerId: paul.id }));
  }
  const garnier = await world.customer({ name: "Garnier", rep: reps[0] ?? null });
  await world.invoice({ customer: garnier, due: "2026-10-25" });
  const chat = memoryChat(paul);
  const channel = await channelHere(world.context(), chat.port, "C1");
  const wanted = { ...FRIDAYS, channel: channel?.id ?? 0, scope: `team:${paul.id}` };
  const made = await subscribe(world.context(), paul, chat.from, wanted);
  if (!made.ok || made.value.is !== "subscribed") throw new Error("The channel was not subscribed.");
  return { chat, paul, reps, garnier, subscription: made.value.subscription };
}

async function post(world: World, chat: ReturnType<typeof memoryChat>, at: string): Promise<void> {
  world.clock.set(at);
  await world.fresh();
  await postReports(world.context());
  await drain(delivering(world.context(), chat.port), new Date());
}

function delivering(context: Awaited<ReturnType<Delivering["context"]>>, port: Chat): Delivering {
  return {
    context: async () => context,
    chats: [port],
    mailer: null,
    wallNow: () => new Date(),
    paceMs: 0,
    onBug: (error) => {
      throw error;
    },
  };
}

/** A chat that keeps what it is sent; Paul is U1. */
function memoryChat(paul: Person) {
  const posted: { readonly conversation: string; readonly text: string }[] = [];
  const state = { changes: 0, guests: false, goes: false, isGone: false };
  const plain = (card: Card) => plainCard(card).replaceAll(/[\u00a0\u202f]/g, " ");
  const user = { teamId: "T1", userId: "U1", email: paul.email, name: paul.name, refused: null };
  const port: Chat = {
    name: "slack",
    async post(conversation, card) {
      if (state.goes && conversation === "C1") {
        state.isGone = true;
        throw fault("channel_not_found", { gone: true });
      }
      posted.push({ conversation, text: plain(card) });
      return { conversation, message: String(posted.length) };
    },
    change: async () => void (state.changes += 1),
    find: async () => "absent",
    showHome: async () => undefined,
    openConversation: async () => "D1",
    findUser: async (email) => (email === paul.email ? user : null),
    describeUser: async () => user,
    describeConversation: async () => (state.isGone ? { is: "gone" } : { is: "there", name: "#equipe-ouest" }),
    readersOf: async () => ({ are: state.guests ? "guests" : "colleagues", userIds: ["U1"] }),
    sharedWith: async () => [],
  };
  return {
    port,
    from: { chat: port, userId: "U1" },
    posts: (conversation: string) => posted.filter((one) => one.conversation === conversation).map(({ text }) => text),
    changes: () => state.changes,
    guestsCome: () => void (state.guests = true),
    goesWhilePosting: () => void (state.goes = true),
  };
}

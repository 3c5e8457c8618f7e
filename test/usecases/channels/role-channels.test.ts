import { describe, expect } from "vitest";

import { roleChannelSetCard } from "#cards/role-channels.ts";
import type { Person } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { appendEvent } from "#store/events.ts";
import { cancelUnsent } from "#store/outbox.ts";
import { shownCards } from "#store/schema/delivery.ts";
import { people } from "#store/schema/people.ts";
import { allowGuests } from "#usecases/channels/allow-guests.ts";
import { checkHealth } from "#usecases/company/check-health.ts";
import { drain, GRACE_MS, type Delivering } from "#usecases/delivery/deliver.ts";
import { fault } from "#usecases/fault.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import type { Chat } from "#usecases/ports.ts";
import { clearRoleChannel, rolesToPlace, setRoleChannel } from "#usecases/channels/role-channels.ts";
import { sendDigests } from "#usecases/reports/send-digests.ts";
import { channelHere } from "#usecases/channels/subscribe-form.ts";
import { memoryChannel } from "../../support/memory-channel.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const TASK = "Garnier indique avoir payé";
const ALL_SET_UP = { mail: true, slack: true, teams: true, apiKey: true, inboundEmail: true };

test("finance and IT place the tasks of any role, direction and who leads it their own, nobody else any", async ({
  world,
}) => {
  const placing = async (roles: Person["roles"], active = true) =>
    rolesToPlace(await world.person({ roles, active, email: `${roles.join("-")}-${active}@exemple.example` }));

  expect(await placing(["finance"])).toEqual(["finance", "adv", "direction"]);
  expect(await placing(["admin"])).toEqual(["finance", "adv", "direction"]);
  expect(await placing(["direction"])).toEqual(["direction"]);
  expect(await placing(["adv", "manager"])).toEqual(["adv"]);
  expect(await placing(["adv"])).toEqual([]);
  expect(await placing(["rep", "manager"])).toEqual([]);
  expect(await placing(["finance"], false)).toEqual([]);
});

test("who could be invited into the channel is told apart from who has no account there", async ({ world }) => {
  await world.seller({ live: "2026-10-01" });
  const nadia = await world.person({ name: "Nadia Benali", email: "nadia@exemple.example", roles: ["finance"] });
  await world.person({ name: "Mireille Aubry", email: "mireille@exemple.example", roles: ["finance"] });
  const chat = memoryChannel([nadia]);
  const channel = await channelHere(world.context(), chat.port, "C1");
  if (channel === null) throw new Error("The channel is there.");

  const set = await setRoleChannel(world.context(), nadia, chat.from(nadia), { role: "finance", channel });

  expect(set).toMatchObject({ ok: true, value: { absent: [], unknown: ["Mireille Aubry"] } });
  const card = (locale: "fr" | "en") =>
    JSON.stringify(
      roleChannelSetCard(
        { role: "finance", channel: "#compta", absent: [], unknown: ["Mireille Aubry"] },
        wordsFor(locale),
      ),
    );
  expect(card("fr")).toMatch(/Pas de compte dans cette messagerie\s: Mireille Aubry\./);
  expect(card("en")).toContain("No account in this chat: Mireille Aubry.");
  expect(card("fr")).not.toContain("invitation");
});

describe("a task of a role that has a channel", () => {
  test("stands there alone, and is looked for before it is posted again", async ({ world }) => {
    const { chat, deliver, ask, wall } = await placed(world);
    chat.failNext(() => fault("timeout", { ambiguous: true }), "after");
    await ask();
    await deliver();
    wall.advance(GRACE_MS + 1);
    await deliver();

    expect(chat.texts("C1", TASK)).toHaveLength(1);
    expect(chat.texts("D", TASK)).toHaveLength(0);
    expect(await world.db.select().from(shownCards)).toMatchObject([
      { personId: null, conversation: "C1", showing: { show: "role-task", role: "finance" } },
    ]);
  });

  test("goes to each member as well where the chat cannot tell whether it arrived", async ({ world }) => {
    const { chat, deliver, ask, wall } = await placed(world);
    chat.tellsNothing();
    chat.failNext(() => fault("timeout", { ambiguous: true }), "after");
    await ask();
    await deliver();
    wall.advance(GRACE_MS + 1);
    await deliver();

    expect(chat.texts("D", TASK)).toHaveLength(2);
    expect(await doubts(world)).toEqual([]);
  });

  test("waits for a working day and the company's hours", async ({ world }) => {
    const { chat, deliver, ask } = await placed(world);
    world.clock.set("2026-11-28T10:00:00Z");
    await ask();
    await deliver();
    expect(chat.texts("C1", TASK)).toHaveLength(0);

    world.clock.set("2026-11-30T08:00:00Z");
    await deliver();
    expect(chat.texts("C1", TASK)).toHaveLength(1);
  });

  test("is drawn again on the next working morning, once, while it is open", async ({ world }) => {
    const { chat, deliver, ask } = await placed(world);
    await ask();
    await deliver();
    world.clock.set("2026-11-25T08:00:00Z");
    await sendDigests(world.context());
    await sendDigests(world.context());
    await deliver();

    expect(chat.changes("C1")).toBe(1);
  });

  test("that was taken back reaches nobody, even after its channel was lost", async ({ world }) => {
    const { chat, deliver, ask } = await placed(world);
    const event = await appendEvent(world.db, {
      at: world.clock.now(),
      kind: "note",
      actor: { is: "system" },
      customer: null,
    });
    await world.db.update(people).set({ digestMinutes: 11 * 60 });
    chat.becomes({ is: "archived" });
    await ask(event);
    await deliver();
    await cancelUnsent(world.db, event);
    world.clock.set("2026-11-24T12:00:00Z");
    await deliver();

    expect(chat.texts("", TASK)).toHaveLength(0);
  });
});

describe("a channel that may not be written to", () => {
  test("falls back to each member, its chooser hears why once, doctor names it, and it is tried again", async ({
    world,
  }) => {
    const { chat, deliver, ask, nadia } = await placed(world);
    chat.becomes({ is: "removed" });
    await ask();
    await deliver();
    await ask();
    await deliver();

    expect(chat.texts("C1", TASK)).toHaveLength(0);
    expect(chat.texts("D", TASK)).toHaveLength(4);
    expect(chat.texts(`D${nadia.id}`, "Relais n'est plus dans #compta")).toHaveLength(1);
    expect(chat.texts("D", "Relais n'est plus dans #compta")).toHaveLength(1);
    expect(await doubts(world)).toEqual([expect.stringContaining("finance: #compta (removed)")]);

    chat.becomes({ is: "there", name: "#compta" });
    await ask();
    await deliver();
    expect(chat.texts("C1", TASK)).toHaveLength(1);
    expect(chat.texts("D", TASK)).toHaveLength(4);
    expect(await doubts(world)).toEqual([]);
  });

  test("or goes while a task is on its way, loses none", async ({ world }) => {
    const { chat, deliver, ask } = await placed(world);
    chat.failNext(() => {
      chat.becomes({ is: "gone" });
      return fault("channel_not_found", { gone: true });
    });
    await ask();
    await deliver();

    expect(chat.texts("D", TASK)).toHaveLength(2);
  });

  test("is in a chat that is no longer connected: the members have it where they are", async ({ world }) => {
    const { chat, deliverBy, ask } = await placed(world);
    await ask();
    await deliverBy({ ...chat.port, name: "teams" });

    expect(chat.texts("D", TASK)).toHaveLength(2);
    expect(await doubts(world)).toEqual([expect.stringContaining("not-connected")]);
  });

  test("has guests: allowed reports do not open it to tasks, nor are standing cards drawn again there", async ({
    world,
  }) => {
    const { chat, deliver, ask, nadia, channel } = await placed(world);
    await ask();
    await deliver();
    expect(await allowGuests(world.context(), nadia, { channel, allowed: true })).toMatchObject({ ok: true });
    chat.isReadBy({ are: "guests", userIds: [] });
    await world.db.update(shownCards).set({ drawnHash: "as it was" });
    await ask();
    await deliver();

    expect(chat.texts("C1", TASK)).toHaveLength(1);
    expect(chat.changes("C1")).toBe(0);
    expect(chat.texts("D", TASK)).toHaveLength(2);
    const again = await setRoleChannel(world.context(), nadia, chat.from(nadia), {
      role: "finance",
      channel: { id: channel, chat: "slack", conversation: "C1", name: "#compta", guestsAllowedAt: null },
    });
    expect(again).toEqual({ ok: false, refusal: { why: "guests-read-along" } });
  });

  test("was given up in between: each member has the task, and nobody is told of any trouble", async ({ world }) => {
    const { chat, deliver, ask, nadia } = await placed(world);
    world.clock.set("2026-11-24T06:00:00Z");
    await ask();
    expect(await clearRoleChannel(world.context(), nadia, "finance")).toEqual({ ok: true, value: null });
    expect(await clearRoleChannel(world.context(), nadia, "finance")).toEqual({ ok: true, value: null });
    world.clock.set("2026-11-24T09:00:00Z");
    await deliver();

    expect(chat.texts("D", TASK)).toHaveLength(2);
    expect(chat.texts("", "#compta")).toHaveLength(0);
  });
});

async function doubts(world: World): Promise<readonly string[]> {
  const findings = await checkHealth(world.context(), ALL_SET_UP);
  return findings.flatMap(({ about, well, says }) => (about === "role channels" && !well ? [says] : []));
}

/** Nadia and Nora are finance; Nadia has its tasks come to C1. */
async function placed(world: World) {
  await world.seller({ live: "2026-10-01" });
  const nadia = await world.person({ name: "Nadia Benali", email: "nadia@exemple.example", roles: ["finance"] });
  const nora = await world.person({ name: "Nora Vidal", email: "nora@exemple.example", roles: ["finance"] });
  const garnier = await world.customer({ name: "Garnier" });
  const chat = memoryChannel([nadia, nora]);
  const channel = await channelHere(world.context(), chat.port, "C1");
  if (channel === null) throw new Error("The channel is there.");
  const set = await setRoleChannel(world.context(), nadia, chat.from(nadia), { role: "finance", channel });
  expect(set).toMatchObject({ ok: true, value: { absent: [], unknown: [] } });
  let wallMs = Date.parse("2026-11-24T08:00:00Z");
  let asked = 0;
  const deliverBy = (port: Chat) => drain(delivering(world, port, wallMs), new Date(wallMs));
  return {
    nadia,
    chat,
    channel: channel.id,
    wall: { advance: (ms: number) => (wallMs += ms) },
    deliver: () => deliverBy(chat.port),
    deliverBy,
    /** Somebody said that Garnier has paid: finance looks. */
    ask: async (causedBy: number | null = null): Promise<void> => {
      const invoice = await world.invoice({ customer: garnier, due: "2026-10-20" });
      asked += 1;
      await openAsk(world.db, world.context(), {
        kind: "check-payment",
        customer: garnier,
        about: asked,
        holder: { role: "finance" },
        lines: [{ invoice: invoice.id, step: null }],
        openedBy: { is: "system" },
        when: "now",
        causedBy,
      });
    },
  };
}

function delivering(world: World, port: Chat, wallMs: number): Delivering {
  return {
    context: async () => world.context(),
    chats: [port],
    mailer: null,
    wallNow: () => new Date(wallMs),
    paceMs: 0,
    onBug: (error) => {
      throw error;
    },
  };
}

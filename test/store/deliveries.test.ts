import { expect } from "vitest";

import { claimNext, nextTryAt, settle, shutGate, troubledSends, waitingIn } from "#store/deliveries.ts";
import { cancelUnsent, enqueue, gateOf, type ToShow } from "#store/outbox.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const WALL = new Date("2026-11-24T08:00:00Z");
const LEASE_MS = 60_000;
const after = (ms: number) => new Date(WALL.getTime() + ms);

test("the same thing written twice is shown once", async ({ world }) => {
  await enqueue(world.db, [row(world, "welcome:1"), row(world, "welcome:1")], world.clock.now());

  expect(await claim(world)).toMatchObject({ key: "welcome:1", attempt: 1, ambiguous: false });
  expect(await claim(world, after(1))).toBeNull();
});

test("what is for later waits for product time, whatever the wall says", async ({ world }) => {
  const inTenMinutes = new Date(world.clock.now().getTime() + 600_000);
  await enqueue(world.db, [{ ...row(world, "owner:1"), notBefore: inTenMinutes }], world.clock.now());

  expect(await claim(world, after(3_600_000))).toBeNull();
  world.clock.advance({ minutes: 10 });
  expect(await claim(world)).not.toBeNull();
});

test("of what a morning brings, the welcome and the digest come before the call cards", async ({ world }) => {
  const call = { ...row(world, "ask:1", 1), showing: { show: "ask", ask: 1 } } as const;
  const digest = { ...row(world, "digest:1", 1), showing: { show: "digest", day: "2026-11-24" } } as const;
  const welcome = { ...row(world, "welcome:1", 1), showing: { show: "welcome", part: 1 } } as const;
  await enqueue(world.db, [call, digest, welcome], world.clock.now());

  const keys: (string | undefined)[] = [];
  for (let i = 0; i < 3; i += 1) {
    const claimed = await claim(world);
    keys.push(claimed?.key);
    if (claimed !== null) await settle(world.db, claimed, { state: "sent" });
  }

  expect(keys).toEqual(["welcome:1", "digest:1", "ask:1"]);
});

test("two messages to one person go one after the other, two people are served side by side", async ({ world }) => {
  await enqueue(world.db, [row(world, "a", 1), row(world, "b", 1), row(world, "c", 2)], world.clock.now());

  const claimed = [await claim(world), await claim(world), await claim(world)];

  expect(claimed.map((one) => one?.key ?? null)).toEqual(["a", "c", null]);
});

test("many workers at once never take the same row", async ({ world }) => {
  await enqueue(
    world.db,
    Array.from({ length: 30 }, (_, i) => row(world, `k${i}`, i)),
    world.clock.now(),
  );

  const rounds = await Promise.all(Array.from({ length: 8 }, () => claimSeveral(world, 10)));

  const keys = rounds.flat();
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBe(30);
});

test("a worker that died leaves a doubtful row, and may no longer say how it went", async ({ world }) => {
  await enqueue(world.db, [row(world, "a")], world.clock.now());
  const first = await claim(world);

  const second = await claim(world, after(LEASE_MS + 1));
  expect(second).toMatchObject({ key: "a", attempt: 2, ambiguous: true, firstTriedAt: WALL });
  if (first === null || second === null) throw new Error("Both attempts were to be claimed.");

  await settle(world.db, first, { state: "dead", fault: "late" });
  expect(await troubledSends(world.db)).toEqual([]);
  await settle(world.db, second, { state: "sent", sentAt: world.clock.now() });
  expect(await nextTryAt(world.db, clocks(world, after(LEASE_MS + 2)), [])).toBeNull();
});

test("a shut gate keeps its own messages back and nobody else's", async ({ world }) => {
  await enqueue(world.db, [row(world, "a", 1), row(world, "b", 2)], world.clock.now());
  await shutGate(world.db, gateOf.person(1), after(30_000));
  await shutGate(world.db, gateOf.person(1), after(10_000));

  expect(await claim(world)).toMatchObject({ key: "b" });
  expect(await claim(world, after(20_000))).toBeNull();
  expect(await nextTryAt(world.db, clocks(world, after(20_000)), [])).toEqual(after(30_000));
  expect(await claim(world, after(30_001))).toMatchObject({ key: "a" });
});

test("mail waits while there is no mail server, chat goes on", async ({ world }) => {
  await enqueue(
    world.db,
    [{ ...row(world, "mail"), gate: gateOf.mail, personId: null }, row(world, "chat")],
    world.clock.now(),
  );
  const claimed = await claimNext(world.db, clocks(world, WALL), { leaseMs: LEASE_MS, notThrough: [gateOf.mail] });

  expect(claimed).toMatchObject({ key: "chat" });
  expect(await waitingIn(world.db, gateOf.mail)).toBe(1);
});

test("what an undone event had caused no longer leaves", async ({ world }) => {
  await enqueue(
    world.db,
    [
      { ...row(world, "a"), eventId: 7 },
      { ...row(world, "b", 2), eventId: 8 },
    ],
    world.clock.now(),
  );

  await cancelUnsent(world.db, 7);

  expect(await claim(world)).toMatchObject({ key: "b" });
  expect(await claim(world)).toBeNull();
});

async function claimSeveral(world: World, tries: number): Promise<readonly string[]> {
  const keys: string[] = [];
  for (let i = 0; i < tries; i += 1) {
    const claimed = await claim(world);
    if (claimed !== null) keys.push(claimed.key);
  }
  return keys;
}

function claim(world: World, wall: Date = WALL) {
  return claimNext(world.db, clocks(world, wall), { leaseMs: LEASE_MS, notThrough: [] });
}

function clocks(world: World, wall: Date) {
  return { product: world.clock.now(), wall };
}

/** No such person needs to exist for a gate. */
function row(world: World, key: string, gate = 1): ToShow {
  return {
    key,
    showing: { show: "welcome", part: 1 },
    personId: null,
    gate: gateOf.person(gate),
    notBefore: world.clock.now(),
  };
}

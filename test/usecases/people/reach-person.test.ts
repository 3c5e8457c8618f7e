import { expect } from "vitest";

import { unreachablePeople } from "#store/chat-identities.ts";
import { drain } from "#usecases/delivery/deliver.ts";
import { lookUpPeople } from "#usecases/people/look-up-people.ts";
import type { Chat } from "#usecases/ports.ts";
import { reachPerson } from "#usecases/people/reach-person.ts";
import { openChat } from "../../support/slack-chat.ts";
import { test } from "../../support/world.ts";

const NOON = new Date("2026-11-24T11:00:00Z");
const NEXT_DAY = new Date("2026-11-25T12:00:00Z");
const CLAIRE = { id: "U00CLAIRE0", name: "claire", realName: "Claire Morel" };

test("a person is found by e-mail once, and their conversation is opened once", async ({ world }) => {
  const claire = await world.person();
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: claire.email }]);
  const first = await reachPerson(world.context(), [chat], claire, NOON);
  const again = await reachPerson(world.context(), [chat], claire, NOON);

  expect(first).toMatchObject({ userId: CLAIRE.id });
  expect(again?.conversation).toBe(first?.conversation);
  expect(workspace.read.calls("users.lookupByEmail")).toHaveLength(1);
  expect(workspace.read.calls("conversations.open")).toHaveLength(1);
});

test("nothing is sent any more to who became a guest or left", async ({ world }) => {
  const claire = await world.person();
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: claire.email }]);
  await reachPerson(world.context(), [chat], claire, NOON);
  workspace.setPerson({ ...CLAIRE, email: claire.email, isRestricted: true });

  expect(await reachPerson(world.context(), [chat], claire, NEXT_DAY)).toBeNull();
});

test("nobody with this address: not reachable", async ({ world }) => {
  const paul = await world.person({ name: "Paul Roy" });
  const { chat } = await openChat();

  expect(await reachPerson(world.context(), [chat], paul, NOON)).toBeNull();
});

test("everybody who is written to is looked for once, without a word, before anything is to be said", async ({
  world,
}) => {
  const claire = await world.person();
  const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
  await world.person({ name: "Anne Direction", roles: ["direction"] });
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: claire.email }]);
  const deliver = (chats: readonly Chat[]) =>
    drain(
      {
        context: async () => world.context(),
        chats,
        mailer: null,
        wallNow: () => wall,
        paceMs: 0,
        onBug: (error) => {
          throw error;
        },
      },
      wall,
    );
  let wall = NOON;
  await lookUpPeople(world.context());
  await lookUpPeople(world.context());
  await deliver([]);
  expect(await unreachablePeople(world.db)).toEqual([]);

  wall = NEXT_DAY;
  await deliver([chat]);
  await lookUpPeople(world.context());
  await deliver([chat]);

  expect(await unreachablePeople(world.db)).toEqual([{ email: paul.email, name: "Paul Roy" }]);
  expect(workspace.read.calls("users.lookupByEmail")).toHaveLength(2);
  expect(workspace.read.calls("chat.postMessage")).toHaveLength(0);
});

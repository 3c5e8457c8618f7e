import { expect } from "vitest";

import { reachPerson } from "#usecases/reach-person.ts";
import { openChat } from "../support/slack-chat.ts";
import { test } from "../support/world.ts";

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

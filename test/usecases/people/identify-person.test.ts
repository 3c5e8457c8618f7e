import { eq } from "drizzle-orm";
import { expect } from "vitest";

import { people } from "#store/schema/people.ts";
import { unreachablePeople } from "#store/chat-identities.ts";
import { identifyPerson } from "#usecases/people/identify-person.ts";
import type { SlackLookalike } from "#simulator/slack/lookalike.ts";
import { openChat } from "../../support/slack-chat.ts";
import { reachPerson } from "#usecases/people/reach-person.ts";
import { test } from "../../support/world.ts";

const NOON = new Date("2026-11-24T11:00:00Z");
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const DAY = 24 * 60 + 1;
const CLAIRE = { id: "U00CLAIRE0", name: "claire", realName: "Claire Morel" };
const SENDER = { teamId: "T0RELAIS00", userId: CLAIRE.id };

test("a user is matched by e-mail once, then known by id for ever", async ({ world }) => {
  const claire = await world.person({ email: "Claire@Exemple.example" });
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: "claire@exemple.example" }]);
  const first = await identifyPerson(world.context(), chat, SENDER, NOON);
  workspace.setPerson({ ...CLAIRE, email: "claire.dupont@exemple.example" });
  const again = await identifyPerson(world.context(), chat, SENDER, later(DAY));

  expect(first).toMatchObject({ is: "person", person: { id: claire.id } });
  expect(again).toMatchObject({ is: "person", person: { id: claire.id } });
});

test("Slack is asked about somebody once a day at most", async ({ world }) => {
  const claire = await world.person();
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: claire.email }]);
  for (const minutes of [0, 1, 600, DAY, DAY + 1]) await identifyPerson(world.context(), chat, SENDER, later(minutes));

  expect(asked(workspace)).toBe(2);
});

test("who becomes a guest is refused within a day; who is a full member again is known again", async ({ world }) => {
  const claire = await world.person();
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: claire.email }]);
  await identifyPerson(world.context(), chat, SENDER, NOON);
  workspace.setPerson({ ...CLAIRE, email: claire.email, isRestricted: true });
  const guest = await identifyPerson(world.context(), chat, SENDER, later(DAY));
  workspace.setPerson({ ...CLAIRE, email: claire.email });
  const member = await identifyPerson(world.context(), chat, SENDER, later(DAY + 11));

  expect(guest).toEqual({ is: "stranger", because: "guest" });
  expect(member).toMatchObject({ is: "person", person: { id: claire.id } });
});

test.for([
  ["nobody of the company's people", { email: "else@exemple.example" }, "unknown"],
  ["a guest", { isRestricted: true }, "guest"],
  ["a user of another company", { teamId: "T0ANOTHER0" }, "external"],
  ["a bot", { isBot: true }, "bot"],
  ["a closed account", { isDeleted: true }, "deactivated"],
] as const)("%s stays a stranger", async ([, flags, because], { world }) => {
  const claire = await world.person();
  const { chat } = await openChat([{ ...CLAIRE, email: claire.email, ...flags }]);

  expect(await identifyPerson(world.context(), chat, SENDER, NOON)).toEqual({ is: "stranger", because });
});

test("somebody who acts from another company's team is an outsider, even under a known id", async ({ world }) => {
  const claire = await world.person();
  const { chat } = await openChat([{ ...CLAIRE, email: claire.email }]);
  const elsewhere = { ...SENDER, teamId: "T0ANOTHER0" };

  expect(await identifyPerson(world.context(), chat, elsewhere, NOON)).toEqual({ is: "stranger", because: "external" });
  expect(await identifyPerson(world.context(), chat, SENDER, NOON)).toMatchObject({ is: "person" });
});

test("a leaver is refused at once, whatever Slack still says", async ({ world }) => {
  const claire = await world.person();
  const { chat } = await openChat([{ ...CLAIRE, email: claire.email }]);
  await identifyPerson(world.context(), chat, SENDER, NOON);
  await world.db.update(people).set({ active: false }).where(eq(people.id, claire.id));

  expect(await identifyPerson(world.context(), chat, SENDER, later(1))).toEqual({
    is: "stranger",
    because: "deactivated",
  });
});

test("a second account with the same address is not the person", async ({ world }) => {
  const claire = await world.person();
  const twin = { ...CLAIRE, id: "U00TWIN000", email: claire.email };
  const { chat } = await openChat([{ ...CLAIRE, email: claire.email }, twin]);
  await identifyPerson(world.context(), chat, SENDER, NOON);
  const second = await identifyPerson(world.context(), chat, { ...SENDER, userId: twin.id }, NOON);

  expect(second).toEqual({ is: "stranger", because: "taken" });
});

test("a Slack that does not answer keeps nobody out who was known, and lets nobody in who was not", async ({
  world,
}) => {
  const claire = await world.person();
  const { chat, workspace } = await openChat([{ ...CLAIRE, email: claire.email }]);
  workspace.addFault({ method: "users.info", kind: "500" });
  const unknown = identifyPerson(world.context(), chat, SENDER, NOON);
  await expect(unknown).rejects.toMatchObject({ name: "Fault" });
  await identifyPerson(world.context(), chat, SENDER, NOON);
  workspace.addFault({ method: "users.info", kind: "500" });

  expect(await identifyPerson(world.context(), chat, SENDER, later(DAY))).toMatchObject({ is: "person" });
});

test("people looked for in vain are listed: no leavers, and nobody of whom no chat was asked yet", async ({
  world,
}) => {
  const claire = await world.person();
  const paul = await world.person({ name: "Paul Roy" });
  const guest = await world.person({ name: "Zoé Blanc" });
  const leaver = await world.person({ name: "Léo Petit", active: false });
  const { chat } = await openChat([
    { ...CLAIRE, email: claire.email },
    { id: "U00ZOE0000", name: "zoe", realName: guest.name, email: guest.email, isRestricted: true },
  ]);
  expect(await unreachablePeople(world.db)).toEqual([]);
  for (const person of [claire, paul, guest, leaver]) await reachPerson(world.context(), [chat], person, NOON);
  await reachPerson(world.context(), [], claire, NOON);

  expect((await unreachablePeople(world.db)).map(({ name }) => name)).toEqual(["Paul Roy", "Zoé Blanc"]);
});

function asked(workspace: SlackLookalike): number {
  return workspace.read.calls("users.info").length;
}

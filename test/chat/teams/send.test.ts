import { expect } from "vitest";

import type { Card } from "#cards/card.ts";
import { outbox } from "#store/schema/delivery.ts";
import { chatConversations } from "#store/schema/chats.ts";
import { callCard } from "../../support/loop.ts";
import { deliver, openCall } from "../../support/teams-call.ts";
import { CLAIRE, connectTeams } from "../../support/teams.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const CASH = "19:cash@thread.tacv2";
const PAUL = "29:paul";

test("a card is posted in the person's own chat and changed where it stands", async ({ world }) => {
  const { chat, tenant } = await open(world);
  const conversation = await chat.openConversation(CLAIRE);
  const posted = await chat.post(conversation, card("Un point"), "digest:7:2026-11-24");
  await chat.change(posted, card("Un point, corrigé"));

  expect(tenant.read.message(CLAIRE, posted.message)).toMatchObject({ summary: "Un point, corrigé", isEdited: true });
  expect(tenant.read.refusals()).toEqual([]);
});

test("the conversation is kept from the installation, and opened anew where it is not known", async ({ world }) => {
  const { chat, tenant } = await open(world);
  const known = await chat.openConversation(CLAIRE);
  expect(tenant.read.calls("POST /v3/conversations").filter(({ path }) => path === "/v3/conversations")).toEqual([]);

  tenant.setConversation({ id: "a:1-paul", kind: "personal", name: "Paul", members: [PAUL], hasApp: true });
  expect(await chat.openConversation(PAUL)).toBe("a:1-paul");
  expect(await chat.openConversation(PAUL)).toBe("a:1-paul");
  expect(tenant.read.calls("POST").filter(({ path }) => path === "/v3/conversations")).toHaveLength(1);
  expect((await world.db.select().from(chatConversations)).map((row) => row.conversation)).toEqual([known, "a:1-paul"]);
});

test("whoever does not have the app cannot be written to, for good", async ({ world }) => {
  const { chat } = await open(world);

  await expect(chat.openConversation(PAUL)).rejects.toMatchObject({ name: "Fault", gone: true });
});

test("an address that moves is followed", async ({ world }) => {
  const { chat, tenant } = await open(world);
  await world.db.update(chatConversations).set({ serviceUrl: "http://127.0.0.1:45999/" });
  await expect(chat.post("a:1-claire", card("Un point"), "k")).rejects.toMatchObject({
    name: "Fault",
    ambiguous: false,
  });
  await tenant.acts.sendMessage({ userId: CLAIRE, text: "aide" });

  expect(await chat.post("a:1-claire", card("Un point"), "k")).toMatchObject({ conversation: "a:1-claire" });
});

test.for([
  ["429", { retryAfterSeconds: 7 }, { ambiguous: false, gone: false }],
  ["412", {}, { ambiguous: false, gone: false, retryAfterMs: null }],
  ["502", {}, { ambiguous: false, gone: false, retryAfterMs: null }],
  ["504", {}, { ambiguous: false, gone: false, retryAfterMs: null }],
  ["500", {}, { ambiguous: true, gone: false }],
  ["reset", {}, { ambiguous: true, gone: false }],
  ["accept-then-500", {}, { ambiguous: true, gone: false }],
  ["accept-then-reset", {}, { ambiguous: true, gone: false }],
  ["401", {}, { ambiguous: false, gone: false, retryAfterMs: 900_000 }],
  ["403", {}, { ambiguous: false, gone: true }],
] as const)(
  "a post that meets %s is one call and one fault that says what is known",
  async ([kind, how, expected], { world }) => {
    const { chat, tenant } = await open(world);
    const before = tenant.read.calls("/activities").length;
    tenant.addFault({ call: "send", kind, ...how });

    await expect(chat.post("a:1-claire", card("Un point"), "k")).rejects.toMatchObject({ name: "Fault", ...expected });
    expect(tenant.read.calls("/activities")).toHaveLength(before + 1);
  },
);

test("a change that meets trouble may be made again: nothing about it is in doubt", async ({ world }) => {
  const { chat, tenant } = await open(world);
  const posted = await chat.post("a:1-claire", card("Un point"), "k");
  for (const kind of ["500", "reset", "accept-then-500"] as const) {
    tenant.addFault({ call: "update", kind });
    await expect(chat.change(posted, card("Corrigé"))).rejects.toMatchObject({
      name: "Fault",
      ambiguous: false,
      gone: false,
    });
  }
  await expect(chat.change({ ...posted, message: "1" }, card("Corrigé"))).rejects.toMatchObject({ gone: true });
});

test("more than a conversation takes is not sent at all: it waits", async ({ world }) => {
  const { chat, tenant } = await open(world);
  const before = tenant.read.calls("/activities").length;
  // So many that not even a machine whose seconds are long lets all of them through.
  const sends = Array.from({ length: 80 }, (_, n) => chat.post("a:1-claire", card(`${n}`), `k${n}`));
  const outcomes = await Promise.allSettled(sends);
  const refused = outcomes.filter((one) => one.status === "rejected").map((one) => one.reason as unknown);

  expect(refused.length).toBeGreaterThan(0);
  for (const reason of refused) expect(reason).toMatchObject({ name: "Fault", ambiguous: false, gone: false });
  expect(tenant.read.calls("/activities")).toHaveLength(before + sends.length - refused.length);
});

test("through the outbox a 502 is tried again and arrives once", async ({ world }) => {
  const { teams, tenant, rep, invoice } = await openCall(world);
  tenant.addFault({ call: "send", kind: "502" });
  const other = await world.invoice({ customer: await world.customer({ name: "Batival", rep }), due: "2026-10-25" });
  await callCard(world, rep, [other]);
  await deliver(world, teams);
  expect((await world.db.select().from(outbox)).map(({ state }) => state)).toContain("waiting");
  await world.db.update(outbox).set({ nextTryAt: null });
  await deliver(world, teams);

  expect(tenant.read.byBot(CLAIRE).filter(({ shownText }) => shownText.includes("Batival"))).toHaveLength(1);
  expect(invoice.minor).toBe(1_240_000n);
});

test.for(["accept-then-reset", "accept-then-500", "reset"] as const)(
  "a new message whose fate nobody knows (%s) is not sent twice: an operator is told",
  async (kind, { world }) => {
    const { teams, tenant, rep } = await openCall(world);
    const before = tenant.read.calls("/activities").length;
    tenant.addFault({ call: "send", kind });
    const other = await world.invoice({ customer: await world.customer({ name: "Batival", rep }), due: "2026-10-25" });
    await callCard(world, rep, [other]);
    await deliver(world, teams);
    await world.db.update(outbox).set({ nextTryAt: null });
    await deliver(world, teams);

    expect(tenant.read.calls("/activities")).toHaveLength(before + 1);
    expect(await world.db.select().from(outbox)).toContainEqual(
      expect.objectContaining({ state: "unknown", lastFault: "the chat cannot tell whether it arrived" }),
    );
  },
);

test.for([
  ["a full member", {}, null],
  ["a guest", { isGuest: true }, "guest"],
  ["a member of another company", { tenantId: "00000000-1111-2222-3333-444444444444" }, "external"],
] as const)("%s is described as such", async ([, flags, refused], { world }) => {
  const { chat, tenant, email } = await open(world);
  tenant.setPerson({ id: CLAIRE, aadObjectId: "aad-claire", name: "Claire Morel", email, ...flags });

  expect(await chat.describeUser(CLAIRE)).toMatchObject({ userId: CLAIRE, email, refused });
});

test("a colleague who never wrote is found by address in the rosters, page by page; nobody is an answer", async ({
  world,
}) => {
  const { chat, tenant } = await open(world);
  const crowd = Array.from({ length: 120 }, (_, n) => `29:crowd${n}`);
  for (const id of crowd) tenant.setPerson({ id, aadObjectId: id, name: id, email: `${id.slice(3)}@exemple.example` });
  tenant.setConversation({ id: CASH, kind: "channel", name: "cash", members: [CLAIRE, ...crowd, PAUL] });
  await tenant.acts.addTo(CLAIRE, CASH);

  expect(await chat.findUser("Paul@Exemple.example")).toMatchObject({ userId: PAUL, refused: null });
  expect(await chat.findUser("nobody@exemple.example")).toBeNull();
});

test("a guest among the readers of a channel is noticed", async ({ world }) => {
  const { chat, tenant } = await open(world);
  tenant.setConversation({ id: CASH, kind: "channel", name: "cash", members: [CLAIRE, PAUL] });
  await tenant.acts.addTo(CLAIRE, CASH);
  expect((await chat.readersOf(CASH)).are).toBe("colleagues");

  tenant.setPerson({ id: PAUL, aadObjectId: "aad-paul", name: "Paul", email: "paul@exemple.example", isGuest: true });
  expect((await chat.readersOf(CASH)).are).toBe("guests");
  expect((await chat.readersOf("19:unheard-of@thread.tacv2")).are).toBe("guests");
});

test("an archived team and a removed app are noticed, heard of or not", async ({ world }) => {
  const { chat, tenant } = await open(world);
  tenant.setConversation({ id: CASH, kind: "channel", name: "cash", members: [CLAIRE] });
  await tenant.acts.addTo(CLAIRE, CASH);
  expect(await chat.describeConversation(CASH)).toEqual({ is: "there", name: "cash" });

  await tenant.acts.archive({ userId: CLAIRE, conversationId: CASH, isHeard: false });
  expect(await chat.describeConversation(CASH)).toEqual({ is: "gone" });
  await tenant.acts.archive({ userId: CLAIRE, conversationId: CASH });
  expect(await chat.describeConversation(CASH)).toEqual({ is: "removed" });
});

test("the channels a person shares with the bot are those of their teams, by name", async ({ world }) => {
  const { chat, tenant } = await open(world);
  tenant.setConversation({ id: CASH, kind: "channel", name: "Ventes", members: [CLAIRE] });
  const other = { kind: "channel", teamId: CASH, members: [CLAIRE] } as const;
  tenant.setConversation({ ...other, id: "19:ouest@thread.tacv2", name: "Ouest" });
  tenant.setConversation({ id: "19:secret@thread.tacv2", kind: "channel", name: "Direction", members: [PAUL] });
  tenant.setConversation({ id: "19:group@thread.v2", kind: "groupChat", name: "Le lundi", members: [CLAIRE, PAUL] });
  await tenant.acts.addTo(CLAIRE, CASH);
  await tenant.acts.addTo(PAUL, "19:secret@thread.tacv2");
  await tenant.acts.addTo(CLAIRE, "19:group@thread.v2");
  const names = (await chat.sharedWith(CLAIRE)).map(({ name }) => name);
  expect(names).toEqual(["Le lundi", "Ventes", "Ventes › Ouest"]);

  // The bot never heard of this channel, and writes there all the same.
  await chat.post("19:ouest@thread.tacv2", card("Le point"), "k");
  expect(tenant.read.messages(CLAIRE, "19:ouest@thread.tacv2")).toHaveLength(1);
});

test("the home card is changed where it stands; a deleted one is posted anew", async ({ world }) => {
  const { chat, tenant } = await open(world);
  await chat.showHome(CLAIRE, card("Accueil"));
  await chat.showHome(CLAIRE, card("Accueil, plus tard"));
  const homes = () => tenant.read.byBot(CLAIRE).filter(({ summary }) => summary.startsWith("Accueil"));
  expect(homes().map(({ summary }) => summary)).toEqual(["Accueil, plus tard"]);

  tenant.addFault({ call: "update", kind: "404" });
  await chat.showHome(CLAIRE, card("Accueil, demain"));
  expect(homes()).toHaveLength(2);
});

test("a card that no shortening can make fit is a bug, told in a sentence before anything is sent", async ({
  world,
}) => {
  const { chat, tenant } = await open(world);
  const before = tenant.read.calls("/activities").length;
  const facts = Array.from({ length: 2_000 }, () => ({ label: "Encours", value: "84 300 €" }));

  await expect(chat.post("a:1-claire", { ...card("x"), parts: [{ is: "facts", facts }] }, "k")).rejects.toThrow(
    "too long for Teams",
  );
  expect(tenant.read.calls("/activities")).toHaveLength(before);
});

/** Claire has the app; Paul is in the tenant and has not. */
async function open(world: World) {
  const { email } = await world.person({ name: "Claire Morel" });
  const connected = await connectTeams(world);
  connected.member({ id: CLAIRE, email, name: "Claire Morel" });
  connected.member({ id: PAUL, email: "paul@exemple.example", name: "Paul Roy" });
  await connected.tenant.acts.install(CLAIRE);
  return { ...connected, email, chat: connected.teams.chat };
}

function card(text: string): Card {
  return { name: "test", summary: text, parts: [{ is: "text", text }] };
}

import { expect, test } from "vitest";

import type { Card } from "#cards/card.ts";
import { openChat } from "../../support/slack-chat.ts";

const CLAIRE = { id: "U00CLAIRE0", name: "claire", realName: "Claire Morel", email: "claire@example.com" };
const BOT = "U0RELAISBOT";
const LONG_AGO = new Date(0);
/** Short, but long enough to open a conversation on a busy machine. */
const HASTE_MS = 1_500;

test("a card is posted with its key, found again by it, and changed where it stands", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  const conversation = await chat.openConversation(CLAIRE.id);
  const posted = await chat.post(conversation, card("Un point"), "digest:7:2026-11-24");
  await chat.post(conversation, card("Un autre"), "digest:7:2026-11-25");
  await chat.change(posted, card("Un point, corrigé"));

  expect(await chat.find(conversation, "digest:7:2026-11-24", LONG_AGO)).toEqual(posted);
  expect(await chat.find(conversation, "digest:7:2026-11-26", LONG_AGO)).toBe("absent");
  expect(workspace.read.message(conversation, posted.message)?.text).toBe("Un point, corrigé");
  expect(workspace.read.refusals()).toEqual([]);
});

test("a card far back in a busy conversation is found, page by page", async () => {
  const { chat } = await openChat([CLAIRE]);
  const conversation = await chat.openConversation(CLAIRE.id);
  const first = await chat.post(conversation, card("Le premier"), "first");
  for (let n = 0; n < 120; n += 1) await chat.post(conversation, card(`${n}`), `other:${n}`);

  expect(await chat.find(conversation, "first", LONG_AGO)).toEqual(first);
});

test("a channel's history is not read: nobody can tell whether a card arrived there", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);

  expect(await chat.find("C00CASH000", "report:48", LONG_AGO)).toBe("cannot-tell");
  expect(workspace.read.calls("conversations.history")).toEqual([]);
});

test.each([
  ["429", { retryAfterSeconds: 7 }, { retryAfterMs: 7_000, ambiguous: false, gone: false }],
  ["500", {}, { ambiguous: true, gone: false }],
  ["hang", {}, { ambiguous: true, gone: false }],
  ["reset", {}, { ambiguous: true, gone: false }],
  ["accept-then-500", {}, { ambiguous: true, gone: false }],
  ["error", { error: "token_revoked" }, { gone: false, ambiguous: false, retryAfterMs: 900_000 }],
  ["error", { error: "is_archived" }, { gone: true, ambiguous: false }],
] as const)("a post that meets %s is one call and one fault that says what is known", async (kind, how, expected) => {
  const { chat, workspace } = await openChat([CLAIRE], kind === "hang" ? HASTE_MS : undefined);
  const conversation = await chat.openConversation(CLAIRE.id);
  workspace.addFault({ method: "chat.postMessage", kind, ...how });

  await expect(chat.post(conversation, card("Un point"), "k")).rejects.toMatchObject({ name: "Fault", ...expected });
  expect(workspace.read.calls("chat.postMessage")).toHaveLength(1);
});

test("a deleted message and a leaver are gone for good", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  const conversation = await chat.openConversation(CLAIRE.id);
  workspace.setPerson({ ...CLAIRE, isDeleted: true });

  const change = chat.change({ conversation, message: "1.000001" }, card("Un point"));
  await expect(change).rejects.toMatchObject({ name: "Fault", gone: true });
  await expect(chat.openConversation(CLAIRE.id)).rejects.toMatchObject({ name: "Fault", gone: true });
});

test("nobody at home: the call never left, so it may be made again", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  await chat.openConversation(CLAIRE.id);
  await workspace.close();

  await expect(chat.openConversation(CLAIRE.id)).rejects.toMatchObject({
    name: "Fault",
    ambiguous: false,
    gone: false,
  });
});

test.each([
  ["a full member", {}, null],
  ["a guest", { isRestricted: true }, "guest"],
  ["a guest of one channel", { isUltraRestricted: true }, "guest"],
  ["a member of another company", { teamId: "T0ANOTHER0" }, "external"],
  ["a stranger of a shared channel", { isStranger: true }, "external"],
  ["a bot", { isBot: true }, "bot"],
  ["a leaver", { isDeleted: true }, "deactivated"],
] as const)("%s is described as such", async (_, flags, refused) => {
  const { chat } = await openChat([{ ...CLAIRE, ...flags }]);

  expect(await chat.describeUser(CLAIRE.id)).toMatchObject({ userId: CLAIRE.id, email: CLAIRE.email, refused });
});

test("people are found by e-mail; nobody is an answer, not a fault", async () => {
  const { chat } = await openChat([CLAIRE]);

  expect(await chat.findUser("Claire@Example.com")).toMatchObject({ userId: CLAIRE.id, refused: null });
  expect(await chat.findUser("nobody@example.com")).toBeNull();
  expect(await chat.describeUser("U00NOBODY0")).toBeNull();
});

test("a guest or another company among the readers of a channel is noticed", async () => {
  const guest = { id: "U00GUEST00", name: "guest", realName: "Guest", email: "g@example.com", isRestricted: true };
  const among = await openChat([CLAIRE, guest]);
  const alone = await openChat([CLAIRE]);

  expect((await alone.chat.readersOf("C00CASH000")).are).toBe("colleagues");
  expect((await among.chat.readersOf("C00CASH000")).are).toBe("guests");
  expect((await alone.chat.readersOf("C00CONNECT")).are).toBe("guests");
});

test("an archived channel, one the bot was taken out of and one that is gone are told apart", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  expect(await chat.describeConversation("C00CASH000")).toEqual({ is: "there", name: "#cash" });
  workspace.setChannel({ id: "C00OLD0000", name: "old", members: [BOT], isArchived: true });
  workspace.setChannel({ id: "C00OTHER00", name: "other", members: [CLAIRE.id] });

  expect(await chat.describeConversation("C00OLD0000")).toEqual({ is: "archived" });
  expect(await chat.describeConversation("C00OTHER00")).toEqual({ is: "removed" });
  expect(await chat.describeConversation("C00NOWHERE")).toEqual({ is: "gone" });
});

test("the channels a person shares with the bot are those that both are in", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  workspace.setChannel({ id: "C00SECRET0", name: "secret", isPrivate: true, members: [BOT] });
  workspace.setChannel({ id: "C00PUBLIC0", name: "public", members: [CLAIRE.id] });
  workspace.setChannel({ id: "C00OUEST00", name: "ouest", isPrivate: true, members: [BOT, CLAIRE.id] });
  const names = (await chat.sharedWith(CLAIRE.id)).map(({ name }) => name);

  expect(names).toContain("#ouest");
  expect(names).not.toContain("#secret");
  expect(names).not.toContain("#public");
});

test("a big channel is looked through to the end, though Slack asks to wait in the middle", async () => {
  const crowd = Array.from({ length: 90 }, (_, n) => ({
    id: `U${String(n).padStart(9, "0")}`,
    name: `n${n}`,
    realName: `N ${n}`,
    email: `n${n}@example.com`,
  }));
  const { chat, workspace } = await openChat(crowd);
  workspace.setChannel({ id: "C00BIG0000", name: "big", members: [BOT, ...crowd.map(({ id }) => id)] });
  workspace.addFault({ method: "users.info", kind: "429", times: 1, retryAfterSeconds: 1 });
  await expect(chat.readersOf("C00BIG0000")).rejects.toMatchObject({ retryAfterMs: 1_000 });

  expect((await chat.readersOf("C00BIG0000")).are).toBe("colleagues");
});

test("a card that no shortening can make fit is a bug, told in a sentence before anything is sent", async () => {
  const { chat, workspace } = await openChat([CLAIRE]);
  const conversation = await chat.openConversation(CLAIRE.id);
  const endless: Card = { name: "test", summary: "x", parts: Array.from({ length: 60 }, () => ({ is: "line" })) };

  await expect(chat.post(conversation, endless, "k")).rejects.toThrow("too long for Slack");
  expect(workspace.read.calls("chat.postMessage")).toEqual([]);
});

function card(text: string): Card {
  return { name: "test", summary: text, parts: [{ is: "text", text }] };
}

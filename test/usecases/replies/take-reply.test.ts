import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { outbox } from "#store/schema/delivery.ts";
import { replies } from "#store/schema/dunning.ts";
import { asks, events } from "#store/schema/loop.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { closeReply } from "#usecases/replies/close-reply.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { runAskClock } from "#usecases/asks/run-ask-clock.ts";
import { automaticMail, replyMail } from "../../support/mails.ts";
import { reminded, stepOf, take } from "../../support/reminded.ts";
import { test } from "../../support/world.ts";

describe("a person answers", () => {
  test("the rep has it as a task, finance reads along, and dunning waits", async ({ world }) => {
    const { rep, finance, customer, sent, invoice } = await reminded(world);

    const taken = await take(world, replyMail({ inReplyTo: sent.messageId }));

    expect(taken).toEqual({ kind: "human", repeated: false, customer });
    const [reply] = await world.db.select().from(replies);
    expect(reply).toMatchObject({
      state: "waiting",
      reminderId: sent.id,
      customerCode: customer,
      newText: "Bonjour,\n\nLe virement part vendredi.\n\nSonia",
    });
    const [task] = await world.db.select().from(asks);
    expect(task).toMatchObject({ kind: "read-reply", holderId: rep.id, about: reply?.id });
    const shown = await world.db.select().from(outbox);
    expect(shown).toContainEqual(
      expect.objectContaining({ personId: rep.id, showing: { show: "ask", ask: task?.id } }),
    );
    expect(shown).toContainEqual(
      expect.objectContaining({ personId: finance.id, showing: { show: "reply", reply: reply?.id } }),
    );
    world.clock.set("2026-12-03");
    await world.fresh();
    const plan = await previewDunning(world.context(), world.context().today);
    expect(plan.messages).toEqual([]);
    expect(JSON.stringify(plan.heldBack)).toContain("reply-waiting");
    expect(await stepOf(world, invoice.id)).toBe("first");
  });

  test("after three working days it comes to finance again, and says why; its rep reads that finance is at it", async ({
    world,
  }) => {
    const { rep, finance, sent } = await reminded(world);
    await take(world, replyMail({ inReplyTo: sent.messageId }));
    const [task] = await world.db.select().from(asks);
    const reads = async (viewer: Person) => {
      const drawn = await drawShowing(world.context(), { show: "ask", ask: task?.id ?? 0 }, viewer);
      return drawn === null ? "nothing" : plainCard(drawn.card);
    };
    expect(await reads(finance)).not.toContain("prend le relais");

    world.clock.advance({ days: 10 });
    await runAskClock(world.context());

    expect(await reads(finance)).toContain(
      `${rep.name} n'a pas encore pu s'occuper de cette réponse\u202f: la comptabilité prend le relais.`,
    );
    expect(await reads(rep)).toContain("Cette réponse attendait encore\u202f: la comptabilité prend le relais.");
    expect(await reads({ ...finance, locale: "en" })).toContain(
      `${rep.name} has not been able to deal with this reply`,
    );
  });

  test("the same mail twice, even at once, is one", async ({ world }) => {
    const { sent } = await reminded(world);
    const raw = replyMail({ inReplyTo: sent.messageId });
    const both = await Promise.all([take(world, raw), take(world, raw)]);
    expect(both.filter((taken) => taken.repeated)).toHaveLength(1);
    expect(await world.db.select().from(replies)).toHaveLength(1);
    expect(await world.db.select().from(asks)).toHaveLength(1);
    const received = (await world.db.select().from(events)).filter((event) => event.kind === "reply-received");
    expect(received).toHaveLength(1);
  });
});

describe("what it answers is found", () => {
  const cases: readonly (readonly [
    string,
    (sent: { messageId: string; replyToken: string; subject: string | null }) => string,
  ])[] = [
    [
      "by References alone",
      (sent) => replyMail({ references: `<x@y.example> ${sent.messageId}`, from: "new@other.example" }),
    ],
    [
      "by the token it was sent to",
      (sent) => replyMail({ to: `compta+${sent.replyToken}@vasseur.example`, from: "a@gmail.com" }),
    ],
    [
      "by the token in Delivered-To",
      (sent) => replyMail({ headers: `Delivered-To: compta+${sent.replyToken}@vasseur.example`, from: "a@gmail.com" }),
    ],
    ["by sender and subject", (sent) => replyMail({ subject: `RE: ${sent.subject}` })],
    [
      "by a colleague with the same subject",
      (sent) => replyMail({ subject: `TR : ${sent.subject}`, from: "direction@garnier.example" }),
    ],
    ["by a known sender alone", () => replyMail({ subject: "Votre relance" })],
    [
      "by the company of somebody we never wrote to",
      () => replyMail({ subject: "Votre relance", from: "direction@garnier.example" }),
    ],
  ];
  for (const [how, raw] of cases) {
    test(how, async ({ world }) => {
      const { customer, sent } = await reminded(world);
      expect(await take(world, raw(sent))).toMatchObject({ kind: "human", customer });
      expect(await world.db.select().from(replies)).toMatchObject([{ reminderId: sent.id }]);
    });
  }

  test("a stranger with another subject stops nobody, and finance reads it", async ({ world }) => {
    const { finance, rep } = await reminded(world);
    expect(await take(world, replyMail({ from: "who@else.example", subject: "Bonjour" }))).toMatchObject({
      customer: null,
    });
    expect(await world.db.select().from(asks)).toHaveLength(0);
    const [reply] = await world.db.select().from(replies);
    const shown = (await world.db.select().from(outbox)).filter((row) => row.showing.show === "reply");
    expect(shown.map((row) => row.personId)).toEqual([finance.id]);
    const close = (person: number) =>
      closeReply(world.context(), { is: "person", id: person }, { reply: reply?.id ?? 0, how: "dealt-with" });
    expect(await close(rep.id)).toMatchObject({ ok: false, refusal: { why: "not-allowed" } });
    expect(await close(finance.id)).toMatchObject({ ok: true });
  });
});

test("a copy of our own mail is no answer to it", async ({ world }) => {
  const { sent } = await reminded(world);
  const copy = replyMail({ messageId: sent.messageId, from: "compta@vasseur.example", to: "sonia@garnier.example" });
  expect(await take(world, copy)).toMatchObject({ repeated: true });
  expect(await world.db.select().from(replies)).toEqual([]);
});

test("left unread for three working days it is finance's, and dunning waits all the same", async ({ world }) => {
  const { rep, sent } = await reminded(world);
  await take(world, replyMail({ inReplyTo: sent.messageId }));
  const holder = async () => {
    const [task] = await world.db.select().from(asks);
    return task?.holderRole ?? task?.holderId;
  };
  world.clock.set("2026-11-26");
  await runAskClock(world.context());
  expect(await holder()).toBe(rep.id);
  world.clock.set("2026-11-27");
  await runAskClock(world.context());
  expect(await holder()).toBe("finance");
  expect(await world.db.select().from(replies)).toMatchObject([{ state: "waiting" }]);
});

describe("reading it", () => {
  test("dealt with by the rep: the task is done, and a colleague learns who was first", async ({ world }) => {
    const { rep, finance, sent } = await reminded(world);
    await take(world, replyMail({ inReplyTo: sent.messageId }));
    const [reply] = await world.db.select().from(replies);
    const close = (by: number) =>
      closeReply(world.context(), { is: "person", id: by }, { reply: reply?.id ?? 0, how: "dealt-with" });

    expect(await close(rep.id)).toMatchObject({ ok: true });
    expect(await close(finance.id)).toMatchObject({ ok: false, refusal: { why: "already-done", by: "Claire Morel" } });

    expect(await world.db.select().from(replies)).toMatchObject([{ state: "dealt-with", closedBy: rep.id }]);
    expect(await world.db.select().from(asks)).toMatchObject([{ state: "answered", outcome: "done" }]);
  });

  test("carry on: reminders go on", async ({ world }) => {
    const { finance, sent } = await reminded(world);
    await take(world, replyMail({ inReplyTo: sent.messageId }));
    const [reply] = await world.db.select().from(replies);
    await closeReply(world.context(), { is: "person", id: finance.id }, { reply: reply?.id ?? 0, how: "carry-on" });
    world.clock.set("2026-12-03");
    await world.fresh();
    const plan = await previewDunning(world.context(), world.context().today);
    expect(plan.messages).toMatchObject([{ step: "second" }]);
  });

  test("another rep may not, and nothing changes", async ({ world }) => {
    const { stranger, sent } = await reminded(world);
    await take(world, replyMail({ inReplyTo: sent.messageId }));
    const [reply] = await world.db.select().from(replies);
    const refused = await closeReply(
      world.context(),
      { is: "person", id: stranger.id },
      { reply: reply?.id ?? 0, how: "dealt-with" },
    );
    expect(refused).toEqual({ ok: false, refusal: { why: "not-allowed" } });
    expect(await world.db.select().from(replies)).toMatchObject([{ state: "waiting" }]);
  });
});

test("a machine's answer is kept and stops nothing", async ({ world }) => {
  const { sent, customer } = await reminded(world);
  expect(await take(world, automaticMail({ inReplyTo: sent.messageId }))).toMatchObject({
    kind: "automatic",
    customer,
  });
  expect(await world.db.select().from(replies)).toHaveLength(1);
  expect(await world.db.select().from(asks)).toHaveLength(0);
  world.clock.set("2026-12-03");
  await world.fresh();
  expect((await previewDunning(world.context(), world.context().today)).messages).toHaveLength(1);
});

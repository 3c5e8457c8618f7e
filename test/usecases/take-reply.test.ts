import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { readIncomingMail } from "#email/incoming.ts";
import { outbox } from "#store/schema/delivery.ts";
import { reminders, replies } from "#store/schema/dunning.ts";
import { contacts, invoices } from "#store/schema/ledger.ts";
import { asks, events } from "#store/schema/loop.ts";
import { closeReply } from "#usecases/close-reply.ts";
import { previewDunning } from "#usecases/preview-dunning.ts";
import { runAskClock } from "#usecases/run-ask-clock.ts";
import { runDunning } from "#usecases/run-dunning.ts";
import { sendReminder } from "#usecases/send-reminder.ts";
import { takeReply } from "#usecases/take-reply.ts";
import { automaticMail, bounceMail, complaintMail, replyMail } from "../support/mails.ts";
import type { World } from "../support/world-given.ts";
import { test } from "../support/world.ts";

const MAILER = {
  address: "compta@vasseur.example",
  send: (mail: { readonly to: readonly string[] }) => Promise.resolve({ accepted: mail.to, refused: [] }),
};

/** Garnier had its first reminder this morning. */
async function reminded(world: World, addresses: readonly string[] = ["sonia@garnier.example"]) {
  const rep = await world.person({ name: "Claire Morel" });
  const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
  const stranger = await world.person({ name: "Luc Autre" });
  const seller = await world.seller({ live: "2026-11-01" });
  const customer = await world.customer({ name: "Garnier", rep });
  for (const email of addresses) await world.contact({ customer, name: email.split("@")[0] ?? "", email });
  const invoice = await world.invoice({ customer, seller, due: "2026-11-18", number: "F-1001" });
  await runDunning(world.context());
  const [planned] = await world.db.select().from(reminders);
  await sendReminder(world.context(), MAILER, planned?.id ?? 0);
  const [sent] = await world.db.select().from(reminders);
  const messageId = sent?.messageId ?? null;
  if (sent === undefined || messageId === null) throw new Error("The reminder did not leave.");
  return { rep, finance, stranger, seller, customer, invoice, sent: { ...sent, messageId } };
}

async function take(world: World, raw: string) {
  const mail = await readIncomingMail(Buffer.from(raw));
  if (mail === null) throw new Error("Not a mail.");
  return takeReply(world.context(), mail);
}

const stepOf = async (world: World, id: number) =>
  (await world.db.select().from(invoices).where(eq(invoices.id, id)))[0]?.step;

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

describe("it did not arrive", () => {
  test("hard: the contact stops, the step is not done, the rep is asked whom to write to", async ({ world }) => {
    const { sent, invoice, customer, rep } = await reminded(world);
    expect(await stepOf(world, invoice.id)).toBe("first");

    expect(await take(world, bounceMail({ original: sent.messageId }))).toMatchObject({ kind: "bounce", customer });

    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "bounced" }]);
    expect(await world.db.select().from(reminders)).toMatchObject([{ state: "bounced" }]);
    expect(await stepOf(world, invoice.id)).not.toBe("first");
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to", holderId: rep.id }]);
  });

  test("it can never ground a formal notice: without a mail that arrived there is none", async ({ world }) => {
    const { sent, customer } = await reminded(world);
    await take(world, bounceMail({ original: sent.messageId }));
    world.clock.set("2027-01-18");
    await world.fresh();
    const now = await previewDunning(world.context(), world.context().today);
    expect(now.asks.map(({ step }) => step)).not.toContain("formal-notice");
    await world.contact({ customer, name: "Léa", email: "lea@garnier.example" });
    const then = await previewDunning(world.context(), world.context().today);
    expect(then.asks.map(({ step }) => step)).not.toContain("formal-notice");
    expect(then.messages).toMatchObject([{ to: ["lea@garnier.example"] }]);
  });

  test("a report without our headers is found by the address it names", async ({ world }) => {
    const { customer } = await reminded(world);
    expect(await take(world, bounceMail({ original: null }))).toMatchObject({ customer });
    expect(await world.db.select().from(reminders)).toMatchObject([{ state: "bounced" }]);
  });

  test("one of two addresses, then the other: only then did nobody get it", async ({ world }) => {
    const both = ["sonia@garnier.example", "paul@garnier.example"];
    const { sent, invoice } = await reminded(world, both);
    await take(world, bounceMail({ original: sent.messageId, recipient: "sonia@garnier.example" }));
    expect(await stepOf(world, invoice.id)).toBe("first");
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to" }]);
    await take(world, bounceMail({ original: sent.messageId, recipient: "paul@garnier.example" }));
    expect(await world.db.select().from(reminders)).toMatchObject([{ state: "bounced" }]);
    expect(await stepOf(world, invoice.id)).not.toBe("first");
    expect(await world.db.select().from(asks)).toHaveLength(1);
  });

  test("delayed: noted, and nothing stops", async ({ world }) => {
    const { sent, invoice } = await reminded(world);
    await take(world, bounceMail({ original: sent.messageId, action: "delayed" }));
    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: null }]);
    expect(await stepOf(world, invoice.id)).toBe("first");
    const noted = (await world.db.select().from(events)).filter((event) => event.kind === "reply-received");
    expect(noted).toMatchObject([{ data: { kind: "bounce", how: "delayed" } }]);
  });
});

describe("whose address it was", () => {
  test("a mailbox behind the address we wrote to: the only recipient did not get it", async ({ world }) => {
    const { sent, invoice } = await reminded(world);
    await take(world, bounceMail({ original: sent.messageId, recipient: "sonia.p@box.garnier.example" }));
    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "bounced" }]);
    expect(await stepOf(world, invoice.id)).not.toBe("first");
  });

  test("nobody's reminder, but a contact's address: it stops, and where nobody is left the owner is asked", async ({
    world,
  }) => {
    const { customer, rep } = await reminded(world);
    const other = await world.customer({ name: "Lemoine", rep });
    await world.contact({ customer: other, name: "Léa", email: "lea@lemoine.example" });
    expect(await take(world, bounceMail({ original: null, recipient: "lea@lemoine.example" }))).toMatchObject({
      kind: "bounce",
      customer: null,
    });
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to", customerCode: other }]);
    expect(customer).not.toBe(other);
  });
});

test("a complaint stops mail to that address for good, and the step stays done", async ({ world }) => {
  const { sent, invoice } = await reminded(world);
  await take(world, complaintMail({ original: sent.messageId }));
  expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "complaint" }]);
  expect(await stepOf(world, invoice.id)).toBe("first");
  expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to" }]);
});

test("a complaint that hides its author's name is about the only recipient, and finance hears of it", async ({
  world,
}) => {
  const { sent, finance } = await reminded(world);
  await take(world, complaintMail({ original: sent.messageId, recipient: "redacted@mx.example" }));
  expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "complaint" }]);
  const shown = (await world.db.select().from(outbox)).filter((row) => row.showing.show === "reply");
  expect(shown.map((row) => row.personId)).toEqual([finance.id]);
});

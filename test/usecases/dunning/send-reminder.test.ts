import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { outbox } from "#store/schema/delivery.ts";
import { reminderLines, reminders } from "#store/schema/dunning.ts";
import { contacts, invoices } from "#store/schema/ledger.ts";
import { asks, events } from "#store/schema/loop.ts";
import { fault } from "#usecases/fault.ts";
import type { Mail, Mailer, MailSent } from "#usecases/ports.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { sendReminder } from "#usecases/dunning/send-reminder.ts";
import type { GivenInvoice, World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

/** A mail server that takes everything unless told otherwise, and remembers. */
function mailer(answer?: (mail: Mail) => MailSent | Error) {
  const mails: Mail[] = [];
  const port: Mailer = {
    address: "compta@vasseur.example",
    send(mail) {
      mails.push(mail);
      const answered = answer?.(mail) ?? { accepted: mail.to, refused: [] };
      return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
    },
  };
  return { ...port, mails };
}

interface Story {
  readonly customer: string;
  readonly invoice: GivenInvoice;
  readonly reminder: number;
}

/** Garnier is six days late with one invoice, and this morning's pass planned the first reminder. */
async function plannedReminder(world: World): Promise<Story> {
  const rep = await world.person({ name: "Claire Morel" });
  await world.person({ name: "Camille Roux", roles: ["finance"] });
  const seller = await world.seller({ name: "Atelier Vasseur", live: "2026-11-01" });
  const customer = await world.customer({ name: "Garnier", rep });
  await world.contact({ customer, email: "sonia@garnier.example" });
  const invoice = await world.invoice({ customer, seller, number: "F-1001", due: "2026-11-18", amount: "12400.50" });
  await runDunning(world.context());
  const [row] = await world.db.select().from(reminders);
  if (row === undefined) throw new Error("No reminder was planned.");
  return { customer, invoice, reminder: row.id };
}

const rowOf = async (world: World, id: number) =>
  (await world.db.select().from(reminders).where(eq(reminders.id, id)))[0];
const stepOf = async (world: World, id: number) =>
  (await world.db.select().from(invoices).where(eq(invoices.id, id)))[0]?.step;
const kindsOf = async (world: World) =>
  (await world.db.select().from(events).orderBy(events.id)).map((event) => event.kind);

describe("a reminder that leaves", () => {
  test("is signed by finance, names the rep, and carries our message id and token", async ({ world }) => {
    const story = await plannedReminder(world);
    const server = mailer();

    expect(await sendReminder(world.context(), server, story.reminder)).toBe("sent");

    const row = await rowOf(world, story.reminder);
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      fromName: "Camille Roux (Atelier Vasseur)",
      to: ["sonia@garnier.example"],
      replyTo: `compta+${row?.replyToken}@vasseur.example`,
      messageId: row?.messageId,
      attachments: [],
    });
    expect(mail?.messageId).toMatch(/^<relais\.[0-9a-f]{24}@vasseur\.example>$/);
    expect(mail?.text).toContain("Claire Morel, qui vous suit chez nous");
    expect(mail?.text).toContain("F-1001");
  });

  test("is kept as it was sent, and its step is done only now", async ({ world }) => {
    const story = await plannedReminder(world);
    expect(await stepOf(world, story.invoice.id)).toBeNull();
    const server = mailer();

    await sendReminder(world.context(), server, story.reminder);

    const [mail] = server.mails;
    expect(await rowOf(world, story.reminder)).toMatchObject({
      state: "sent",
      subject: mail?.subject,
      bodyText: mail?.text,
      bodyHtml: mail?.html,
      total: 1_240_050n,
      sentAt: world.clock.now(),
    });
    expect(await world.db.select().from(reminderLines)).toMatchObject([
      { invoiceId: story.invoice.id, advanced: true },
    ]);
    expect(await stepOf(world, story.invoice.id)).toBe("first");
    expect(await kindsOf(world)).toContain("reminder-sent");
  });

  test("leaves once, whoever asks again", async ({ world }) => {
    const story = await plannedReminder(world);
    const server = mailer();
    const send = () => sendReminder(world.context(), server, story.reminder);
    expect([await send(), await send()]).toEqual(["sent", "sent"]);
    expect(server.mails).toHaveLength(1);
  });

  test("speaks the customer's language", async ({ world }) => {
    const seller = await world.seller({ live: "2026-11-01" });
    const customer = await world.customer({ name: "Baker Ltd", language: "en" });
    await world.contact({ customer });
    await world.invoice({ customer, seller, due: "2026-11-18" });
    await runDunning(world.context());
    const server = mailer();
    const [row] = await world.db.select().from(reminders);
    await sendReminder(world.context(), server, row?.id ?? 0);
    expect(server.mails[0]?.text).toContain("Hello Sonia Perrin,");
  });

  test("of a customer with more than ten late invoices holds ten and a list", async ({ world }) => {
    const seller = await world.seller({ live: "2026-11-01" });
    const customer = await world.customer();
    await world.contact({ customer });
    for (let nth = 0; nth < 12; nth += 1) {
      await world.invoice({ customer, seller, due: "2026-11-18", number: nth === 0 ? "=SUM(1,1)" : `F-${nth}` });
    }
    await runDunning(world.context());
    const server = mailer();
    const [row] = await world.db.select().from(reminders);
    await sendReminder(world.context(), server, row?.id ?? 0);
    const [list] = server.mails[0]?.attachments ?? [];
    expect(String(list?.content).trimEnd().split("\r\n")).toHaveLength(13);
    expect(list?.content).toContain("'=SUM(1,1)");
  });
});

describe("a last look at the moment of sending", () => {
  test("paid since it was planned: nothing leaves", async ({ world }) => {
    const story = await plannedReminder(world);
    await world.payment({ invoice: story.invoice, amount: "12400.50" });
    const server = mailer();

    expect(await sendReminder(world.context(), server, story.reminder)).toBe("dropped");

    expect(server.mails).toHaveLength(0);
    expect((await rowOf(world, story.reminder))?.state).toBe("dropped");
    expect(await stepOf(world, story.invoice.id)).toBeNull();
  });

  test("paid in part: the mail asks for what is left", async ({ world }) => {
    const story = await plannedReminder(world);
    await world.payment({ invoice: story.invoice, amount: "12000.00" });
    const server = mailer();
    await sendReminder(world.context(), server, story.reminder);
    expect(server.mails[0]?.text).toContain("400,50");
    expect(server.mails[0]?.text).not.toContain("12\u202f400,50");
  });

  test("the only contact is gone: nothing leaves", async ({ world }) => {
    const story = await plannedReminder(world);
    await world.db.update(contacts).set({ active: false });
    const server = mailer();
    expect(await sendReminder(world.context(), server, story.reminder)).toBe("dropped");
    expect(server.mails).toHaveLength(0);
  });
});

describe("the mail server says no", () => {
  test("for now: nothing is done, and the next attempt is the same message", async ({ world }) => {
    const story = await plannedReminder(world);
    const busy = mailer(() => fault("The mail server: 451 try later"));
    await expect(sendReminder(world.context(), busy, story.reminder)).rejects.toThrow("451");
    expect((await rowOf(world, story.reminder))?.state).toBe("planned");

    const server = mailer();
    expect(await sendReminder(world.context(), server, story.reminder)).toBe("sent");
    expect(server.mails[0]?.messageId).toBe(busy.mails[0]?.messageId);
  });

  test("to the only address: it bounced, the step is not done, the rep is asked whom to write to", async ({
    world,
  }) => {
    const story = await plannedReminder(world);
    const server = mailer((mail) => ({ accepted: [], refused: mail.to }));

    expect(await sendReminder(world.context(), server, story.reminder)).toBe("dropped");

    expect((await rowOf(world, story.reminder))?.state).toBe("bounced");
    expect(await stepOf(world, story.invoice.id)).toBeNull();
    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "bounced" }]);
    expect(await world.db.select().from(asks)).toMatchObject([
      { kind: "who-to-write-to", customerCode: story.customer },
    ]);
  });

  test("to one of two: the other has it, and the step is done", async ({ world }) => {
    const story = await plannedReminder(world);
    await world.contact({ customer: story.customer, name: "Paul", email: "paul@garnier.example" });
    const server = mailer(() => ({ accepted: ["paul@garnier.example"], refused: ["sonia@garnier.example"] }));

    expect(await sendReminder(world.context(), server, story.reminder)).toBe("sent");

    expect(await stepOf(world, story.invoice.id)).toBe("first");
    const stopped = await world.db.select().from(contacts).orderBy(contacts.id);
    expect(stopped.map((contact) => contact.stopped)).toEqual(["bounced", null]);
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to" }]);
  });
});

describe("nobody knows whether it left", () => {
  const lost = () => fault("The mail server: connection lost after the message", { ambiguous: true });

  test("the connection was lost: finance has a task, and it is never tried again", async ({ world }) => {
    const story = await plannedReminder(world);

    expect(await sendReminder(world.context(), mailer(lost), story.reminder)).toBe("unknown");

    expect((await rowOf(world, story.reminder))?.state).toBe("unknown");
    expect(await world.db.select().from(asks)).toMatchObject([
      { kind: "unknown-send", holderRole: "finance", about: story.reminder },
    ]);
    expect(await stepOf(world, story.invoice.id)).toBeNull();
    const again = mailer();
    expect(await sendReminder(world.context(), again, story.reminder)).toBe("unknown");
    expect(again.mails).toHaveLength(0);
  });

  test("the worker died while sending: the next one does not send", async ({ world }) => {
    const story = await plannedReminder(world);
    await world.db.update(reminders).set({ messageId: "<relais.fixed@vasseur.example>" });
    const server = mailer();
    expect(await sendReminder(world.context(), server, story.reminder, { ambiguous: true })).toBe("unknown");
    expect(server.mails).toHaveLength(0);
  });

  test("the worker died before it began: the next one sends", async ({ world }) => {
    const story = await plannedReminder(world);
    const server = mailer();
    expect(await sendReminder(world.context(), server, story.reminder, { ambiguous: true })).toBe("sent");
    expect(server.mails).toHaveLength(1);
  });
});

test("the pass wrote one thing to send", async ({ world }) => {
  const story = await plannedReminder(world);
  const rows = await world.db.select().from(outbox);
  expect(rows.map((row) => row.showing)).toContainEqual({ show: "reminder", reminder: story.reminder });
});

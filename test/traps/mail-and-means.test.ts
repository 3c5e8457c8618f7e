import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { readIncomingMail } from "#email/incoming.ts";
import { openItems } from "#store/open-items.ts";
import { personByEmail } from "#store/people.ts";
import { answerNotReceived } from "#usecases/asks/answer-not-received.ts";
import { takeReply } from "#usecases/replies/take-reply.ts";
import { aMailbox, asksOf, passAndSend, stepOf } from "../support/dunning.ts";
import {
  heldToday,
  importedCompany,
  INVOICE_HEADER,
  invoicesCsv,
  paymentsCsv,
  previewToday,
} from "../support/imported.ts";
import { as, callCard, did } from "../support/loop.ts";
import { automaticMail, bounceMail, replyMail } from "../support/mails.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

/** Garnier got its first reminder this morning; the mail is given back. */
async function reminded(world: World) {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-09-20,2026-10-20,1000.00,EUR") });
  const mailbox = aMailbox();
  await passAndSend(world, mailbox);
  const [mail] = mailbox.mails;
  const [invoice] = await openItems(world.db, "2026-11-24");
  if (mail === undefined || invoice === undefined) throw new Error("The reminder did not leave.");
  return { mail, invoice };
}

async function comesIn(world: World, raw: string) {
  const mail = await readIncomingMail(Buffer.from(raw));
  return mail === null ? "not a mail" : (await takeReply(world.context(), mail)).kind;
}

/** Ten days after the reminder, when the call is due. */
async function tenDaysLater(world: World) {
  world.clock.set("2026-12-04");
  await world.fresh();
  return previewToday(world);
}

describe("trap 25: what is an answer, and what is none", () => {
  test("an absence notice is none, even one that says so in its subject alone", async ({ world }) => {
    const { mail } = await reminded(world);
    const fromHer = { from: "sonia@garnier.example", inReplyTo: mail.messageId };
    expect(await comesIn(world, automaticMail({ ...fromHer, messageId: "<a1@garnier.example>" }))).toBe("automatic");
    const inSubject = replyMail({ ...fromHer, subject: "Absence du bureau", messageId: "<a2@garnier.example>" });
    expect(await comesIn(world, inSubject)).toBe("automatic");
    expect((await tenDaysLater(world)).asks).toMatchObject([{ step: "call", holder: "claire@exemple.example" }]);
  });

  test("nor is the receipt of a ticket", async ({ world }) => {
    const { mail } = await reminded(world);
    const ticket = replyMail({
      from: "support@garnier.example",
      subject: "[Ticket #48213] Votre demande a bien été enregistrée",
      inReplyTo: mail.messageId,
      headers: "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All",
      text: "Votre demande a été enregistrée sous le numéro 48213.",
    });
    expect(await comesIn(world, ticket)).toBe("automatic");
    expect((await tenDaysLater(world)).asks).toMatchObject([{ step: "call" }]);
  });

  test("a bounce is none, and the reminder was not delivered: no call is grounded on it", async ({ world }) => {
    const { mail, invoice } = await reminded(world);
    expect(await comesIn(world, bounceMail({ original: mail.messageId }))).toBe("bounce");
    expect(await stepOf(world, invoice)).not.toBe("second");
    expect(await asksOf(world)).toMatchObject([{ kind: "who-to-write-to" }]);
    expect((await tenDaysLater(world)).asks).toEqual([]);
  });

  test("a colleague who answers from another address of the same domain is one", async ({ world }) => {
    const { mail } = await reminded(world);
    const raw = replyMail({ from: "direction@garnier.example", subject: `RE: ${mail.subject}` });
    expect(await comesIn(world, raw)).toBe("human");
    expect((await tenDaysLater(world)).asks).toEqual([]);
    expect(await heldToday(world)).toEqual(["F1 reply-waiting"]);
  });
});

test("trap 26: the customer never got what the ERP calls sent: adv looks, a copy leaves, and reminders wait", async ({
  world,
}) => {
  const [, , , invoices] = await importedCompany(world, {
    "invoices.csv": `${INVOICE_HEADER},status\nF1,GARNIER,2026-09-20,2026-10-20,1000.00,EUR,sent\n`,
  });
  // What the file says of its dispatch is not taken for a fact, and the report tells so.
  expect(invoices?.warnings.join(" ")).toContain("status");
  const claire = await personByEmail(world.db, "claire@exemple.example");
  const [invoice] = await openItems(world.db, "2026-11-24");
  if (claire === null || invoice === undefined) throw new Error("Nothing was imported.");
  const ask = await callCard(world, claire, [
    { id: invoice.id, number: "F1", customer: "GARNIER", seller: "default", currency: "EUR", minor: 100_000n },
  ]);

  await did(answerNotReceived(world.context(), as(claire), { ask }));

  expect(await heldToday(world)).toEqual(["F1 dispute"]);
  const disputes = await world.db.execute(sql`select category, owner_role as owner from disputes`);
  expect([...disputes]).toEqual([{ category: "not_received", owner: "adv" }]);
  const copies = await world.db.execute(sql`select 1 from outbox where showing->>'show' = 'invoice-copy'`);
  expect([...copies]).toHaveLength(1);
});

test("trap 30: of a direct debit no transfer is asked, and one that came back reopens at its first due date", async ({
  world,
}) => {
  await importedCompany(world, {
    "invoices.csv": `${INVOICE_HEADER},payment_means
F1,GARNIER,2026-09-20,2026-10-20,1000.00,EUR,direct_debit
F2,GARNIER,2026-10-20,2026-11-20,400.00,EUR,direct_debit
`,
    "payments.csv": paymentsCsv("SDD1,GARNIER,2026-10-20,1000.00,EUR,F1"),
  });
  expect(await previewToday(world)).toMatchObject({ messages: [], asks: [] });
  expect(await heldToday(world)).toEqual(["F2 direct-debit"]);

  await world.import({ "payments.csv": paymentsCsv("SDD1-R,GARNIER,2026-11-23,-1000.00,EUR,F1") });

  const { messages } = await previewToday(world);
  expect(messages).toMatchObject([{ total: "1000.00", invoices: [{ number: "F1", daysOverdue: 35 }] }]);
  const mailbox = aMailbox();
  await passAndSend(world, mailbox);
  expect(mailbox.mails).toHaveLength(1);
  expect(mailbox.mails[0]?.text).toContain("Aucun virement n'est attendu");
  expect(mailbox.mails[0]?.text).not.toMatch(/IBAN|BIC/);
});

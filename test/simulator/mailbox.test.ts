import { createTransport } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";

import { mailKind } from "#domain/reply-kind.ts";
import { readIncomingMail } from "#email/incoming.ts";
import { CUSTOMERS } from "#simulator/company/customers.ts";
import { createMailbox } from "#simulator/mailbox/mailbox.ts";
import { replyMail } from "#simulator/mailbox/reply-mail.ts";
import { mailboxRoutes } from "#simulator/mailbox/routes.ts";
import { startSmtp } from "#simulator/mailbox/smtp.ts";

const NOW = new Date("2026-11-24T08:05:00Z");
const GARNIER = "sonia.perrin@garnier.example";

test("a mail sent over SMTP lies in its customer's box, as it was written", async () => {
  const { send, mailbox } = await openMailbox();

  await send(GARNIER);

  expect(mailbox.mails("C1001")).toMatchObject([
    {
      id: "m1",
      at: NOW.toISOString(),
      to: [GARNIER],
      subject: "Vos 3 factures : un rappel",
      messageId: "<r1@vasseur.example>",
    },
  ]);
  expect(mailbox.mails("C1002")).toEqual([]);
  expect(mailbox.daysSince("C1001", "2026-11-23")).toEqual(["2026-11-24"]);
});

test("a dead address is refused for good, and so is any for as long as it is told to", async () => {
  const { send, smtp, mailbox } = await openMailbox(["compta@ailleurs.example"]);

  await expect(send("compta@ailleurs.example")).rejects.toMatchObject({ responseCode: 550 });
  smtp.addFault({ kind: "try-later", times: 1, address: GARNIER, delayMs: 0 });
  await expect(send(GARNIER)).rejects.toMatchObject({ responseCode: 451 });
  await send(GARNIER);

  expect(mailbox.mails()).toHaveLength(1);
});

test("a line that goes dead after the mail leaves the sender in doubt, and the mail in the box", async () => {
  const { send, smtp, mailbox } = await openMailbox();
  smtp.addFault({ kind: "drop", times: 1, address: null, delayMs: 0 });

  await expect(send(GARNIER)).rejects.toThrow("Connection closed unexpectedly");

  expect(mailbox.mails("C1001")).toHaveLength(1);
});

test.for([
  ["human", "human"],
  ["out-of-office", "automatic"],
  ["bounce", "bounce"],
] as const)("an answer of kind %s is read as %s, and finds the mail it answers", async ([kind, is]) => {
  const { send, mailbox } = await openMailbox();
  await send(GARNIER);
  const mail = mailbox.mail("m1");
  if (mail === null) throw new Error("The mail did not arrive.");

  const raw = replyMail(mail, { kind, text: "Nous réglons vendredi.", at: NOW });
  const read = await readIncomingMail(new TextEncoder().encode(raw));

  expect(read === null ? null : mailKind(read.facts)).toMatchObject({ is });
  expect(read?.answers).toContain("<r1@vasseur.example>");
  expect(read?.newText ?? "").toContain("Nous réglons vendredi.");
});

test("answering by the control posts raw MIME to the product and is seen under the mail", async () => {
  const { send, mailbox, smtp } = await openMailbox();
  const posted: string[] = [];
  const routes = mailboxRoutes({
    mailbox,
    smtp,
    now: () => NOW,
    postInbound: (mime) => {
      posted.push(mime);
      return Promise.resolve({ status: 200, answer: { kind: "human" } });
    },
    settle: () => Promise.resolve(),
  });
  await send(GARNIER);
  const answer = (body: unknown) =>
    routes.request("/mail/reply", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  const taken = await answer({ id: "m1", text: "Bonjour" });
  const unknown = await answer({ id: "m9", text: "Bonjour" });

  expect(await taken.json()).toEqual({ status: 200, answer: { kind: "human" } });
  expect(posted[0]).toContain("In-Reply-To: <r1@vasseur.example>");
  expect(mailbox.mail("m1")?.replies).toMatchObject([{ kind: "human", text: "Bonjour" }]);
  expect([unknown.status, await unknown.json()]).toEqual([422, { error: "There is no mail m9." }]);
});

async function openMailbox(deadAddresses: readonly string[] = []) {
  const mailbox = createMailbox({ customers: CUSTOMERS, now: () => NOW, timeZone: "Europe/Paris" });
  const smtp = await startSmtp({ mailbox, deadAddresses });
  onTestFinished(() => smtp.close());
  const transport = createTransport(smtp.url);
  onTestFinished(() => transport.close());
  const send = (to: string) =>
    transport.sendMail({
      from: "Camille Roux <compta@vasseur.example>",
      to,
      subject: "Vos 3 factures : un rappel",
      messageId: "<r1@vasseur.example>",
      text: "Bonjour Sonia",
    });
  return { mailbox, smtp, send };
}

import { afterEach, describe, expect, test } from "vitest";

import { createMailer, type MailTimeouts } from "#email/outgoing.ts";
import { isFault, type Fault } from "#usecases/fault.ts";
import type { Mail } from "#usecases/ports.ts";
import { openBrokenServer, openMailServer, type Answers } from "../support/smtp.ts";

/** Longer than any server of these tests needs on a busy machine. */
const PATIENT = { connectMs: 60_000, greetingMs: 60_000, silenceMs: 60_000, sendMs: 60_000 };
const HASTE_MS = 1_000;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serverThat(answers: Answers = {}) {
  const server = await openMailServer(answers);
  closing.push(() => server.close());
  return server;
}

async function brokenAt(...how: Parameters<typeof openBrokenServer>) {
  const server = await openBrokenServer(...how);
  closing.push(() => server.close());
  return server;
}

const mailerFor = (smtpUrl: string, timeouts: Partial<MailTimeouts> = {}) =>
  createMailer({
    smtpUrl,
    from: "Comptabilité Vasseur <compta@vasseur.example>",
    timeouts: { ...PATIENT, ...timeouts },
  });

function mail(given: Partial<Mail> = {}): Mail {
  return {
    fromName: "Camille Roux (Vasseur, Père & Fils)",
    replyTo: "compta+a1b2@vasseur.example",
    to: ["sonia@garnier.example"],
    subject: "Facture F-1001 du 5 octobre\u202f: un petit rappel",
    text: "Bonjour Sonia Perrin,\n\n12\u202f400,50\u00a0€\n",
    html: "<p>Bonjour Sonia Perrin,</p>",
    messageId: "<relais.1@vasseur.example>",
    attachments: [],
    ...given,
  };
}

async function faultOf(sending: Promise<unknown>): Promise<Fault> {
  const error: unknown = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isFault(error)) throw new Error(`Expected a fault, got ${String(error)}`);
  return error;
}

describe("a mail that is taken", () => {
  test("arrives as written: sender, reply address, our message id, both alternatives", async () => {
    const server = await serverThat();
    const sent = await mailerFor(server.url).send(mail());

    expect(sent).toEqual({ accepted: ["sonia@garnier.example"], refused: [] });
    const [arrived] = server.delivered;
    expect(arrived?.mail).toMatchObject({
      from: { name: "Camille Roux (Vasseur, Père & Fils)", address: "compta@vasseur.example" },
      replyTo: [{ address: "compta+a1b2@vasseur.example" }],
      messageId: "<relais.1@vasseur.example>",
      subject: "Facture F-1001 du 5 octobre\u202f: un petit rappel",
    });
    expect(arrived?.mail.text?.trim()).toBe("Bonjour Sonia Perrin,\n\n12\u202f400,50\u00a0€");
    expect(arrived?.mail.html).toContain("<p>Bonjour Sonia Perrin,</p>");
  });

  test("says nothing that makes a ticket system drop it or keeps an absence notice back", async () => {
    const server = await serverThat();
    await mailerFor(server.url).send(mail());
    const names = server.delivered[0]?.mail.headers.map((header) => header.key) ?? [];
    for (const absent of ["auto-submitted", "x-auto-response-suppress", "list-unsubscribe", "precedence"]) {
      expect(names).not.toContain(absent);
    }
  });

  test("brings its list along", async () => {
    const server = await serverThat();
    const attachments = [{ fileName: "factures.csv", type: "text/csv; charset=utf-8", content: "\ufeffé;1\r\n" }];
    await mailerFor(server.url).send(mail({ attachments }));
    const [list] = server.delivered[0]?.mail.attachments ?? [];
    expect(list).toMatchObject({ filename: "factures.csv", mimeType: "text/csv" });
    expect(Buffer.from(list?.content as ArrayBuffer).toString()).toBe("\ufeffé;1\r\n");
  });

  test("a line break in a subject or a name starts no header", async () => {
    const server = await serverThat();
    await mailerFor(server.url).send(mail({ subject: "Facture\r\nBcc: x@evil.example", fromName: "A\r\nX-Evil: 1" }));
    expect(server.delivered[0]?.to).toEqual(["sonia@garnier.example"]);
    expect(server.delivered[0]?.raw).not.toMatch(/^(X-Evil|Bcc):/im);
  });
});

describe("an address that does not exist", () => {
  const gone = (address: string) => (address.startsWith("sonia") ? { code: 550, text: "5.1.1 User unknown" } : null);

  test("is told, and the others have the mail", async () => {
    const server = await serverThat({ recipient: gone });
    const sent = await mailerFor(server.url).send(mail({ to: ["sonia@garnier.example", "paul@garnier.example"] }));
    expect(sent).toEqual({ accepted: ["paul@garnier.example"], refused: ["sonia@garnier.example"] });
  });

  test("alone: nobody has the mail, and that is no fault of the outside", async () => {
    const server = await serverThat({ recipient: gone });
    const sent = await mailerFor(server.url).send(mail());
    expect(sent).toEqual({ accepted: [], refused: ["sonia@garnier.example"] });
    expect(server.delivered).toHaveLength(0);
  });

  test("is not meant when the server dislikes the sender", async () => {
    const server = await serverThat({ recipient: () => ({ code: 554, text: "5.7.1 Relay access denied" }) });
    expect(await faultOf(mailerFor(server.url).send(mail()))).toMatchObject({ gone: true, ambiguous: false });
  });
});

describe("an answer decides", () => {
  test.each([
    [451, "4.7.1 Greylisted", { gone: false, ambiguous: false }],
    [421, "4.3.2 Closing", { gone: false, ambiguous: false }],
  ])("%i to an address: not sent, try again", async (code, text, kind) => {
    const server = await serverThat({ recipient: () => ({ code, text }) });
    expect(await faultOf(mailerFor(server.url).send(mail()))).toMatchObject(kind);
  });

  test.each([
    [452, "4.3.1 Out of space", { gone: false, ambiguous: false }],
    [554, "5.6.0 Content refused", { gone: true, ambiguous: false }],
  ])("%i to the message: not sent", async (code, text, kind) => {
    const server = await serverThat({ message: () => ({ code, text }) });
    expect(await faultOf(mailerFor(server.url).send(mail()))).toMatchObject(kind);
    expect(server.delivered).toHaveLength(0);
  });
});

describe("without an answer", () => {
  test("nobody listens: not sent", async () => {
    const server = await openMailServer();
    await server.close();
    expect(await faultOf(mailerFor(server.url).send(mail()))).toMatchObject({ gone: false, ambiguous: false });
  });

  for (const how of ["hangs-up", "falls-silent"] as const) {
    for (const at of ["greeting", "MAIL"] as const) {
      test(`the server ${how} at ${at}: not sent`, async () => {
        const server = await brokenAt(at, how);
        const hasty = mailerFor(server.url, at === "greeting" ? { greetingMs: HASTE_MS } : { silenceMs: HASTE_MS });
        expect(await faultOf(hasty.send(mail()))).toMatchObject({ gone: false, ambiguous: false });
      });
    }

    test(`the server ${how} after the message: nobody knows`, async () => {
      const server = await brokenAt("message", how);
      const hasty = mailerFor(server.url, { silenceMs: HASTE_MS });
      expect(await faultOf(hasty.send(mail()))).toMatchObject({ gone: false, ambiguous: true });
    });
  }
});

test("a sender without an address is said at once", () => {
  expect(() => createMailer({ smtpUrl: "smtp://127.0.0.1:25", from: "Comptabilité" })).toThrow(/MAIL_FROM/);
});

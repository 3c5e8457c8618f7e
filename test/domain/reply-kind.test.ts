import { describe, expect, test } from "vitest";

import { mailKind, type MailFacts } from "#domain/reply-kind.ts";

function mail(given: { headers?: Record<string, string> } & Partial<Omit<MailFacts, "headers">> = {}): MailFacts {
  return {
    from: "sonia@garnier.example",
    subject: "RE: Facture F-1001 : un petit rappel",
    deliveries: null,
    complaint: null,
    ...given,
    headers: new Map(Object.entries(given.headers ?? {}).map(([name, value]) => [name, [value]])),
  };
}

describe("a machine wrote", () => {
  const byHeader: readonly (readonly [string, string])[] = [
    ["auto-submitted", "auto-replied"],
    ["auto-submitted", 'auto-generated; owner-email="a@b.example"'],
    ["x-auto-response-suppress", "All"],
    ["x-autoreply", "yes"],
    ["x-autorespond", ""],
    ["precedence", "auto_reply"],
    ["precedence", "Bulk"],
    ["precedence", "junk"],
    ["return-path", "<>"],
    ["list-id", "<news.garnier.example>"],
    ["list-unsubscribe", "<mailto:x@y.example>"],
    ["content-type", "multipart/report; report-type=disposition-notification"],
  ];
  test.each(byHeader)("%s: %s", (name, value) => {
    expect(mailKind(mail({ headers: { [name]: value } }))).toEqual({ is: "automatic" });
  });

  test.each([
    "Réponse automatique : Facture F-1001",
    "Re\u0301ponse automatique : en congés",
    "Absence",
    "Absence du bureau jusqu'au 12",
    "Absence : Facture F-1001",
    "Automatic reply: your invoice",
    "Out of office",
    "Out of the Office: back Monday",
    "Auto-reply: thank you for your message",
  ])("its subject is %s", (subject) => {
    expect(mailKind(mail({ subject }))).toEqual({ is: "automatic" });
  });

  test("an absence notice from iCloud carries In-Reply-To and no Auto-Submitted", () => {
    const vacation = mail({ headers: { "in-reply-to": "<relais.1@vasseur.example>", "x-apple-action": "VACATION" } });
    expect(mailKind(vacation)).toEqual({ is: "automatic" });
  });
});

describe("a person wrote", () => {
  test.each([
    ["auto-submitted", "no"],
    ["auto-submitted", "No (really)"],
    ["precedence", "first-class"],
    ["return-path", "<sonia@garnier.example>"],
    ["in-reply-to", "<relais.1@vasseur.example>"],
    ["x-priority", "1"],
  ])("%s: %s", (name, value) => {
    expect(mailKind(mail({ headers: { [name]: value } }))).toEqual({ is: "human" });
  });

  test.each([
    "RE: Facture F-1001",
    "Absence de facture dans votre envoi",
    "RE: Automatic reply tests of our new press",
    "Votre relance",
    "Facture automatique refusée",
  ])("although the subject is %s", (subject) => {
    expect(mailKind(mail({ subject }))).toEqual({ is: "human" });
  });
});

describe("a mail did not arrive", () => {
  const to = (action: string, recipient = "sonia@garnier.example") => ({ recipient, action });

  test("the action decides: failed, delayed, or neither", () => {
    const failed = mailKind(mail({ deliveries: [to("failed"), to("delayed", "paul@garnier.example")] }));
    expect(failed).toEqual({ is: "bounce", how: "failed", recipients: ["sonia@garnier.example"] });
    expect(mailKind(mail({ deliveries: [to("delayed")] }))).toMatchObject({ is: "bounce", how: "delayed" });
    const delivered = mail({
      deliveries: [to("delivered")],
      headers: { "content-type": "multipart/report; report-type=delivery-status" },
    });
    expect(mailKind(delivered)).toEqual({ is: "automatic" });
  });

  test("a bounce is a bounce although its Return-Path is empty and its sender automatic", () => {
    const bounce = mail({
      deliveries: [to("failed")],
      headers: { "return-path": "<>", "auto-submitted": "auto-replied" },
    });
    expect(mailKind(bounce).is).toBe("bounce");
  });

  test("old servers say it in prose or in a header of their own", () => {
    const prose = mail({ from: "MAILER-DAEMON@mx.example", subject: "Undelivered Mail Returned to Sender" });
    expect(mailKind(prose)).toEqual({ is: "bounce", how: "failed", recipients: [] });
    const header = mail({ headers: { "x-failed-recipients": "a@x.example, b@x.example" } });
    expect(mailKind(header)).toMatchObject({ recipients: ["a@x.example", "b@x.example"] });
  });

  test("a mail server that says something else is only a machine", () => {
    expect(mailKind(mail({ from: "postmaster@mx.example", subject: "Your quota" }))).toEqual({ is: "automatic" });
  });
});

test("a complaint comes before everything else", () => {
  const complaint = mail({
    complaint: { about: ["sonia@garnier.example"] },
    headers: { "auto-submitted": "auto-generated" },
  });
  expect(mailKind(complaint)).toEqual({ is: "complaint", recipients: ["sonia@garnier.example"] });
});

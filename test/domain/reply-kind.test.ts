import { describe, expect, test } from "vitest";

import type { MailFacts } from "#domain/mail-facts.ts";
import { mailKind } from "#domain/reply-kind.ts";

function mail(given: { headers?: Record<string, string> } & Partial<Omit<MailFacts, "headers">> = {}): MailFacts {
  return {
    from: "sonia@garnier.example",
    fromName: "Sonia Perrin",
    subject: "RE: Facture F-1001 : un petit rappel",
    text: "Bonjour, le virement part vendredi.",
    isMeetingAnswer: false,
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
    "Absente du bureau jusqu'au 5 mai",
    "En congés jusqu'au lundi 30",
    "Absence Sonia Perrin jusqu'au 30 novembre",
    "Absente Re: Facture F-1001",
    "Message automatique - RE: Facture F-1001",
    "[Ticket #4512] Nous avons bien reçu votre demande",
    "Votre demande a bien été prise en compte",
    "[Request received] Facture F-1001",
    "Ticket créé : Facture F-1001",
    "Away until May 5",
    "I am on annual leave",
    "Automatische Antwort: Facture F-1001",
    "Abwesenheitsnotiz: Facture",
    "Respuesta automática: Facture F-1001",
    "Risposta automatica: Facture F-1001",
    "Fuori sede: Facture",
    "Automatisch antwoord: Facture F-1001",
    "Resposta automática: Facture F-1001",
    "Lu : Facture F-1001",
    "Merci de vous authentifier pour remettre votre message",
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
    "RE: [Ticket #4512] Facture F-1001",
    "Bien reçu, mais un litige sur la F-1001",
    "Read my answer of Monday",
    "Votre facture F-1001 a bien été payée",
    "RE: Absence de bon de commande",
    "Absence de règlement jusqu'au 30 : un litige",
    "Non-conformité de la livraison",
    "Retour de marchandise",
    "Échec du prélèvement, que faire ?",
    "Message de Sonia Perrin",
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

describe("servers that keep to no standard", () => {
  const server = { from: "MAILER-DAEMON@mx.example", fromName: "Mail Delivery System" };

  test("qmail's prose names the address above the copy of the mail", () => {
    const text =
      "Hi. This is the qmail-send program at mx.example.\nI wasn't able to deliver your message to the following addresses.\n\n<Sonia@garnier.example>:\nno mailbox here by that name.\n\n--- Below this line is a copy of the message.\n\nTo: paul@garnier.example";
    expect(mailKind(mail({ ...server, subject: "failure notice", text }))).toEqual({
      is: "bounce",
      how: "failed",
      recipients: ["sonia@garnier.example"],
    });
  });

  test.each([
    ["Warning: message 1abc-2d delayed 24 hours", "A message has not yet been delivered to: sonia@garnier.example"],
    ["Delivery Status Notification (Delay)", "Delivery to sonia@garnier.example has been delayed."],
    ["Message retardé", "sonia@garnier.example"],
    ["Delivery status notification", "Delivery attempts will continue to be made to sonia@garnier.example"],
  ])("a delay is no failure: %s", (subject, text) => {
    const delay = mail({ ...server, subject, text, headers: { "x-failed-recipients": "sonia@garnier.example" } });
    expect(mailKind(delay)).toEqual({ is: "bounce", how: "delayed", recipients: ["sonia@garnier.example"] });
  });

  test.each(["Non remis : Facture", "Échec de la remise", "Unzustellbar: Facture", "No se puede entregar: Facture"])(
    "in the language of its administrator: %s",
    (subject) => {
      const local = mail({ from: "admin@mx.example", subject, headers: { "return-path": "<>" } });
      expect(mailKind(local)).toMatchObject({ is: "bounce", how: "failed" });
    },
  );

  test("an absence notice that speaks of an address which no longer exists is no bounce", () => {
    const gone = mail({
      subject: "Sonia a quitté la société",
      text: "Cette adresse n'existe plus : écrivez à paul@garnier.example.",
      headers: { "return-path": "<>" },
    });
    expect(mailKind(gone)).toEqual({ is: "automatic" });
  });

  test("a person who answers a delivery report wrote it", () => {
    expect(mailKind(mail({ subject: "RE: Undelivered Mail Returned to Sender" }))).toEqual({ is: "human" });
  });
});

test("an accepted meeting is a click, and says nothing of the invoice", () => {
  expect(mailKind(mail({ isMeetingAnswer: true, subject: "Accepté : Point factures" }))).toEqual({ is: "automatic" });
});

test.each(["noreply@garnier.example", "ne-pas-repondre@garnier.example", "no-reply+1a2b@garnier.example"])(
  "nobody reads at %s, and nobody wrote there",
  (from) => {
    expect(mailKind(mail({ from }))).toEqual({ is: "automatic" });
  },
);

test("a complaint comes before everything else", () => {
  const complaint = mail({
    complaint: { about: ["sonia@garnier.example"] },
    headers: { "auto-submitted": "auto-generated" },
  });
  expect(mailKind(complaint)).toEqual({ is: "complaint", recipients: ["sonia@garnier.example"] });
});

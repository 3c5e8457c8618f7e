import { describe, expect, test } from "vitest";

import { mailKind } from "#domain/reply-kind.ts";
import { readIncomingMail } from "#email/incoming.ts";
import { newTextOf } from "#email/new-text.ts";
import { automaticMail, bounceMail, complaintMail, replyMail } from "../support/mails.ts";

const OURS = "<relais.1@vasseur.example>";

async function read(raw: string) {
  const mail = await readIncomingMail(Buffer.from(raw));
  if (mail === null) throw new Error("Not read as a mail.");
  return { ...mail, kind: mailKind(mail.facts) };
}

describe("a person's reply", () => {
  test("is read with what it answers, to whom it went, and what is new in it", async () => {
    const mail = await read(replyMail({ inReplyTo: OURS, references: `<older@x.example> ${OURS}` }));
    expect(mail).toMatchObject({
      kind: { is: "human" },
      messageId: "<reply-1@garnier.example>",
      fromEmail: "sonia@garnier.example",
      answers: [OURS, OURS, "<older@x.example>"],
      newText: "Bonjour,\n\nLe virement part vendredi.\n\nSonia",
    });
    expect(mail.facts.subject).toBe("RE: Facture F-1001 : un petit rappel");
  });

  test("goes to every address it names and to those the servers noted", async () => {
    const raw = replyMail({ headers: "Cc: <paul@garnier.example>\r\nDelivered-To: compta+a1b2@vasseur.example\r\n" });
    expect((await read(raw)).to).toEqual(
      expect.arrayContaining(["compta@vasseur.example", "paul@garnier.example", "compta+a1b2@vasseur.example"]),
    );
  });

  test("without a message id has one made of its content: the same each time", async () => {
    const raw = replyMail({ messageId: null });
    expect((await read(raw)).messageId).toBe((await read(raw)).messageId);
    expect((await read(`${raw}x`)).messageId).not.toBe((await read(raw)).messageId);
  });
});

test("a bounce names its recipients and the mail that did not arrive", async () => {
  const mail = await read(bounceMail({ original: OURS }));
  expect(mail.kind).toEqual({ is: "bounce", how: "failed", recipients: ["sonia@garnier.example"] });
  expect(mail.answers).toContain(OURS);
  expect((await read(bounceMail({ action: "delayed" }))).kind).toMatchObject({ how: "delayed" });
});

test("a complaint names who complained", async () => {
  const mail = await read(complaintMail({ original: OURS }));
  expect(mail.kind).toEqual({ is: "complaint", recipients: ["sonia@garnier.example"] });
  expect(mail.answers).toContain(OURS);
});

test("an absence notice is a machine's", async () => {
  expect((await read(automaticMail({}))).kind).toEqual({ is: "automatic" });
});

test.each(["", "hello", "\r\n\r\n", "\u0000\u0001\u0002", "From: \r\n\r\nx"])("%j is no mail", async (raw) => {
  expect(await readIncomingMail(Buffer.from(raw))).toBeNull();
});

describe("the new text", () => {
  test.each([
    [
      "Ok pour vendredi.\n\nLe mar. 24 nov. 2026 à 09:12, Camille Roux <c@v.example> a écrit :\n> Bonjour",
      "Ok pour vendredi.",
    ],
    [
      "Ok pour vendredi.\n\nOn Tue, Nov 24, 2026 at 9:12 AM Camille Roux <c@v.example> wrote:\n> Hello",
      "Ok pour vendredi.",
    ],
    ["Payé hier.\n\n-----Message d'origine-----\nDe : Camille Roux\nEnvoyé : mardi\nObjet : Facture", "Payé hier."],
    [
      "Payé hier.\n\nDe : Camille Roux <c@v.example>\nEnvoyé : mardi 24 novembre 2026 09:12\nÀ : Sonia\nObjet : Facture",
      "Payé hier.",
    ],
    ["Payé hier.\n\n________________________________\nDe : Camille\nEnvoyé : mardi", "Payé hier."],
    ["Le 4 décembre convient.\nLe mar. 24 nov. 2026 à 09:12, Camille a écrit :\n> Bonjour", "Le 4 décembre convient."],
    [
      "Il manque 2 colis.\nLe mar. 24 nov. 2026 à 09:12, Camille\n<c@v.example> a écrit :\n> Bonjour",
      "Il manque 2 colis.",
    ],
    ["Le mar. 24 nov. 2026 à 09:12, Camille a écrit :\n> Bonjour\n> Quand ?\n\nVendredi.", "Vendredi."],
    [
      "Le mar. 24 nov. 2026 à 09:12, Camille a écrit :\n> Quand ?\nVendredi.\n> Combien ?\nTout.\n> Merci",
      "Vendredi.\nTout.",
    ],
    ["Vendredi.\n\n  Le mar., 24 nov. 2026 à 9:12, Camille<c@v.example> a écrit :   Bonjour Sonia", "Vendredi."],
    ["Vendredi.\n\nEn date de : mardi 24 novembre, Camille <c@v.example> a écrit :\n\nBonjour", "Vendredi."],
    ["Vendredi.\n\n----- Mail original -----\nDe: Camille\nEnvoyé: Mardi", "Vendredi."],
    ["Vendredi.\n\n*De :* Camille Roux\n*Envoyé :* mardi\n*À :* Sonia", "Vendredi."],
    ["Freitag.\n\nVon: Camille\nGesendet: Dienstag\nAn: Sonia\nBetreff: Rechnung", "Freitag."],
    ["Vendredi.\n\nEnvoyé de mon iPhone\n\n> Le 24 nov. 2026 à 09:12, Camille a écrit :\n> Bonjour", "Vendredi."],
    ["Vendredi.\n\n-- \nSonia Perrin\n01 99 00 12 34", "Vendredi."],
    ["Vendredi.\n\nCordialement,\nSonia Perrin\nComptable\n01 99 00 12 34", "Vendredi.\n\nCordialement,\nSonia Perrin"],
    [
      "Cordialement,\nSonia\n12 rue des Lilas\nPS : le virement part vendredi.",
      "Cordialement,\nSonia\n12 rue des Lilas\nPS : le virement part vendredi.",
    ],
    ["Vendredi.\n\nCe message et ses pièces jointes sont confidentiels.\nMerci.", "Vendredi."],
    ["[EXTERNE]\nVendredi.", "Vendredi."],
    [
      "---------- Forwarded message ---------\nDe : Luc\nDate: lundi\nSubject: Facture\n\nPayez-vous ?",
      "---------- Forwarded message ---------\nDe : Luc\nDate: lundi\nSubject: Facture\n\nPayez-vous ?",
    ],
  ])("%j", (text, fresh) => {
    expect(newTextOf(text, null)).toBe(fresh);
  });

  test("a mail that only quotes is shown whole rather than empty", () => {
    expect(newTextOf("> Quand payez-vous ?\n", null)).toContain("Quand payez-vous");
  });

  test("HTML alone is read as text", () => {
    expect(newTextOf(null, "<style>p{}</style><p>Pay&eacute; &amp; clos</p><blockquote>Bonjour</blockquote>")).toBe(
      "Payé & clos",
    );
  });

  test("a very long one is cut", () => {
    expect(newTextOf("a b ".repeat(50_000), null).length).toBeLessThanOrEqual(4_000);
  });
});

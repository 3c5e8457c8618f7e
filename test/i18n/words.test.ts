import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import type { Refusal } from "#domain/refusal.ts";
import { frenchSpaces, withFrenchSpaces } from "#i18n/french-spaces.ts";
import { refusalText } from "#i18n/refusals/messages.ts";
import { sayIn } from "#i18n/say.ts";
import { wordsFor } from "#i18n/words.ts";

const SOURCE = fileURLToPath(new URL("../../src/i18n/", import.meta.url));

/** TONE.md: words that turn a colleague into a debt collector. */
const NEVER_SAID = [
  /vous devez/i,
  /il faut/i,
  /merci de \p{L}+(er|ir|re)\b/iu,
  /échue?s?\b/i,
  /débiteur/i,
  /recouvrement/i,
  /escalade/i,
  /relance/i,
  /(?<!\p{L})(tu|toi|ton|tes)(?!\p{L})/iu,
];
const NEVER_SAID_IN_ENGLISH = [/you must/i, /you have to/i, /\bdebtor/i, /escalat/i, /debt collect/i];

describe("what people read in chat", () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => !file.startsWith("mail"));

  test("never sounds like a debt collector, in French", () => {
    for (const file of files.filter((each) => each.endsWith("fr.ts"))) {
      const text = readFileSync(SOURCE + file, "utf8");
      expect(
        NEVER_SAID.flatMap((word) => `${file}: ${word.exec(text)?.[0] ?? ""}`).filter((found) => !found.endsWith(": ")),
      ).toEqual([]);
    }
  });

  test("never sounds like one in English either", () => {
    for (const file of files.filter((each) => each.endsWith("en.ts"))) {
      const text = readFileSync(SOURCE + file, "utf8");
      expect(NEVER_SAID_IN_ENGLISH.filter((word) => word.test(text))).toEqual([]);
    }
  });

  test("says « encours » only as the command and in the glossary", () => {
    for (const file of files.filter((each) => each.endsWith("fr.ts") && each.startsWith("cards"))) {
      expect(readFileSync(SOURCE + file, "utf8")).not.toMatch(/(?<!\/)encours/i);
    }
  });
});

describe("French typography", () => {
  test("a plain space before ? ! ; : and within guillemets becomes a narrow one", () => {
    expect(frenchSpaces("Vraiment ? Oui ! Noté : « oui » ; merci")).toBe(
      "Vraiment\u202f? Oui\u202f! Noté\u202f: «\u202foui\u202f»\u202f; merci",
    );
  });

  test("reaches what functions answer, however deep", () => {
    const words = withFrenchSpaces({ ask: { title: (name: string) => `Et ${name} ?` }, list: [["Oui !"]] });

    expect(words.ask.title("Garnier")).toBe("Et Garnier\u202f?");
    expect(words.list[0]?.[0]).toBe("Oui\u202f!");
  });

  test("« de » drops its e before a vowel", () => {
    const { closedDealtWith } = wordsFor("fr").cards.tasks.reply;

    expect(closedDealtWith("Atelier Nord", null)).toContain("d'Atelier Nord");
    expect(closedDealtWith("Garnier", null)).toContain("de Garnier");
  });
});

describe("days as people say them", () => {
  const today = "2026-11-24";

  test.each([
    ["2026-11-23", "hier", "yesterday"],
    ["2026-11-24", "aujourd'hui", "today"],
    ["2026-11-25", "demain", "tomorrow"],
    ["2026-11-26", "jeudi", "Thursday"],
    ["2026-12-01", "mardi 1er décembre", "Tuesday 1 December"],
  ] as const)("%s is %s, %s", (day, french, english) => {
    expect(sayIn("fr").near(day, today)).toBe(french);
    expect(sayIn("en").near(day, today)).toBe(english);
  });
});

test.each([
  ["fr", "L'adresse e-mail manque encore. Par exemple\u202f: prenom.nom@client.fr."],
  ["en", "The e-mail address is still missing. For instance: first.last@customer.com."],
] as const)("an address left empty is asked for, not quoted (%s)", (locale, sentence) => {
  const refusal = { why: "email-not-understood", typed: "" } as const;

  expect(refusalText(refusal, wordsFor(locale).refusals, "Europe/Paris")).toBe(sentence);
});

test("every refusal is one kind sentence, in both languages", () => {
  const owed = { minor: 1_240_000n, currency: "EUR" };
  const refusals: readonly Refusal[] = [
    { why: "not-allowed" },
    { why: "unknown-customer", typed: "garnié" },
    { why: "unknown-customer", typed: "" },
    { why: "several-customers", typed: "gar", names: ["Garnier", "Garnot"] },
    { why: "date-in-past", day: "2026-11-01" },
    { why: "more-than-owed", owed },
    { why: "already-done", by: "Paul Roy", at: new Date("2026-11-24T08:00:00Z") },
    { why: "later-too-far", latest: "2026-12-01" },
    { why: "unknown-scope", typed: "ouest" },
    { why: "several-scopes", typed: "mar", names: ["Paul Martin", "Anne Marchand"] },
    { why: "gone" },
  ];

  const said = (["fr", "en"] as const).flatMap((locale) =>
    refusals.map((refusal) => refusalText(refusal, wordsFor(locale).refusals, "Europe/Paris")),
  );

  expect(said.filter((sentence) => !/[.?]$/.test(sentence))).toEqual([]);
  expect(said.slice(5, 7)).toEqual([
    "C'est plus que ce qui reste à régler\u202f: 12\u202f400\u00a0€. Ce montant-là convient\u202f?",
    "C'est déjà fait par Paul Roy, à 9\u00a0h. La carte montre où on en est.",
  ]);
});

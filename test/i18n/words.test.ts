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

/** One thing has one name, nobody's gender is guessed, and nothing is a word of the trade of programs. */
const OTHER_WORDS_FOR_IT = [
  /(?<!\p{L})(un collègue|l'administrateur|le commercial)(?!\p{L})/iu,
  /par défaut/i,
  /monnaie/i,
];
const OTHER_WORDS_IN_ENGLISH = [
  /\baccounting(?! software)/i,
  /\b(e-mails?|reminders?|letters?|nothing|note) leaves?\b/i,
  /\bceded\b/i,
];

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

  test("calls one thing by one name", () => {
    for (const [ending, others] of [
      ["fr.ts", OTHER_WORDS_FOR_IT],
      ["en.ts", OTHER_WORDS_IN_ENGLISH],
    ] as const) {
      for (const file of files.filter((each) => each.endsWith(ending))) {
        const text = readFileSync(SOURCE + file, "utf8").replace(/^import .*|\/\*\*[^]*?\*\//gm, "");
        expect(
          others.flatMap((word) => word.exec(text)?.slice(0, 1) ?? []).map((found) => `${file}: ${found}`),
        ).toEqual([]);
      }
    }
  });

  test("writes « » in French, straight quotes in English, straight apostrophes in both", () => {
    for (const file of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((each) =>
      /(fr|en)\.ts$/.test(each),
    )) {
      expect(`${file}: ${/[“”‘’]/.exec(readFileSync(SOURCE + file, "utf8"))?.[0] ?? ""}`).toBe(`${file}: `);
    }
  });

  test("never puts a bare number before a word: say.count and say.number group its digits", () => {
    for (const file of files.filter((each) => /(fr|en)\.ts$/.test(each))) {
      expect(`${file}: ${/\$\{n\} \p{L}+/u.exec(readFileSync(SOURCE + file, "utf8"))?.[0] ?? ""}`).toBe(`${file}: `);
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

  test("numbers keep their € and %, n° and L. what follows them", () => {
    expect(frenchSpaces("40 € ou 5 %, lettre n° 12, article L. 441-10")).toBe(
      "40\u00a0€ ou 5\u00a0%, lettre n°\u00a012, article L.\u00a0441-10",
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

test("large counts are grouped, and agree with their word", () => {
  expect([0, 1, 2, 2_600].map((n) => sayIn("fr").count(n, "facture", "factures"))).toEqual([
    "0 facture",
    "1 facture",
    "2 factures",
    "2\u202f600 factures",
  ]);
  expect([0, 1, 2, 2_600].map((n) => sayIn("en").count(n, "invoice", "invoices"))).toEqual([
    "0 invoices",
    "1 invoice",
    "2 invoices",
    "2,600 invoices",
  ]);
});

describe("sentences about one, none and many", () => {
  test("the calls that a payment followed", () => {
    const told = (["fr", "en"] as const).flatMap((locale) =>
      (
        [
          [0, 1],
          [1, 1],
          [0, 5],
          [1, 5],
          [3, 5],
        ] as const
      ).map(([paid, asked]) => wordsFor(locale).cards.calls.why.history(paid, asked)),
    );

    expect(told).toEqual([
      "Ici, le dernier appel n'a pas été suivi d'un paiement dans les 30 jours.",
      "Ici, le dernier appel a été suivi d'un paiement dans les 30 jours.",
      "Ici, sur les 5 derniers appels, aucun n'a été suivi d'un paiement dans les 30 jours.",
      "Ici, sur les 5 derniers appels, 1 a été suivi d'un paiement dans les 30 jours.",
      "Ici, sur les 5 derniers appels, 3 ont été suivis d'un paiement dans les 30 jours.",
      "Here, the last call was not followed by a payment within 30 days.",
      "Here, the last call was followed by a payment within 30 days.",
      "Here, none of the last 5 calls was followed by a payment within 30 days.",
      "Here, 1 of the last 5 calls was followed by a payment within 30 days.",
      "Here, 3 of the last 5 calls were followed by a payment within 30 days.",
    ]);
  });

  test("thanks agree with what was done", () => {
    const { thanks } = wordsFor("fr").cards.report;
    const received = [{ minor: 4_100_000n, currency: "EUR" }];
    const done = { calls: 0, promises: 0, disputesSolved: 0 };

    expect([
      thanks("team", { ...done, calls: 9 }, received),
      thanks("team", { ...done, promises: 1 }, received),
      thanks("team", { ...done, promises: 2 }, received),
      thanks("person", done, received),
    ]).toEqual([
      "Merci à l'équipe\u202f: 9 appels, suivis de 41\u202f000\u00a0€ reçus.",
      "Merci à l'équipe\u202f: 1 promesse notée, suivie de 41\u202f000\u00a0€ reçus.",
      "Merci à l'équipe\u202f: 2 promesses notées, suivies de 41\u202f000\u00a0€ reçus.",
      "Merci\u202f: 41\u202f000\u00a0€ reçus après un appel.",
    ]);
  });

  test("a week without the money that was forecast is told without a percentage", () => {
    expect(wordsFor("fr").cards.report.missed(47, -100)).toBe(" L'argent prévu pour la semaine 47 n'est pas arrivé.");
    expect(wordsFor("en").cards.report.missed(47, -100)).toBe(" The money forecast for week 47 did not come in.");
    expect(wordsFor("fr").cards.report.missed(47, 1_250)).toBe(" La semaine 47 a apporté bien plus que prévu.");
  });

  test("the shipped scenarios have a name in each language", () => {
    expect(["default", "acomptes", "ferme", "sud-ouest"].map(wordsFor("fr").scenarios.name)).toEqual([
      "standard",
      "acomptes",
      "ferme",
      "sud-ouest",
    ]);
    expect(["default", "acomptes", "ferme", "sud-ouest"].map(wordsFor("en").scenarios.name)).toEqual([
      "standard",
      "deposits",
      "firm",
      "sud-ouest",
    ]);
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

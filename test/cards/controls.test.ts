import { expect, test } from "vitest";

import type { Card } from "#cards/card.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleCards } from "./samples.ts";

test.each(LOCALES)("what a button says stands in no menu beside it (%s)", (locale) => {
  const twice = [...sampleCards(wordsFor(locale))].flatMap(([name, card]) =>
    saidTwice(card).map((label) => [name, label]),
  );

  expect(twice).toEqual([]);
});

function saidTwice({ parts }: Card): readonly string[] {
  return parts.flatMap((part) => {
    if (part.is !== "controls") return [];
    const buttons = new Set(part.controls.flatMap((one) => (one.is === "button" ? [one.label] : [])));
    const entries = part.controls.flatMap((one) => (one.is === "menu" ? one.options.map(({ label }) => label) : []));
    return entries.filter((label) => buttons.has(label));
  });
}

import { describe, expect, test } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { checkTeamsCard } from "#chat/teams/limits.ts";
import { renderForm } from "#chat/teams/render-form.ts";
import { renderCard } from "#chat/teams/render.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { actionsOf, textOfCard } from "#simulator/teams/elements.ts";
import type { Json } from "#simulator/slack/json.ts";
import { sampleForms } from "../../cards/sample-forms.ts";
import { sampleCards } from "../../cards/samples.ts";
import { lintCard, parsedCard } from "../../support/adaptive-card.ts";

const TAPS_MAX = 2;

test("the parser would tell a wrong card", () => {
  const wrong = (body: object) => lintCard({ type: "AdaptiveCard", version: "1.5", body: [body] });

  expect(wrong({ type: "Carousel" })).not.toEqual([]);
  expect(wrong({ type: "Input.ChoiceSet", choices: [] })).not.toEqual([]);
  expect(wrong({ type: "ActionSet", actions: [{ type: "Action.ShowCard", title: "x" }] })).not.toEqual([]);
});

describe.each(LOCALES)("in %s", (locale) => {
  const words = wordsFor(locale);
  const cards = [...sampleCards(words)];

  test.each(cards)("the card %s is a message that Teams takes, whole", (_, card) => {
    for (const opensDialogs of [true, false]) {
      const message = renderCard(card, { opensDialogs });

      expect(checkTeamsCard(message.card)).toEqual([]);
      expect(lintCard(message.card)).toEqual([]);
      expect(JSON.stringify(message.card)).not.toContain('"text":"…"');
    }
  });

  test.each(cards)("nothing of the card %s is lost on the way, and nothing is more than two taps away", (_, card) => {
    const drawn = renderCard(card, { opensDialogs: true }).card as unknown as Json;
    const text = unfolded(textOfCard(drawn));

    for (const word of wordsOf(plainCard(card))) expect(text).toContain(word);
    for (const { taps } of actionsOf(drawn)) expect(taps).toBeLessThanOrEqual(TAPS_MAX);
  });

  test.each(sampleForms(words).map((form, nth) => [`${form.name} ${nth}`, form] as const))(
    "the form %s is a dialog and a card that Teams takes",
    (_, form) => {
      const names = form.fields.map((field) => field.name);
      const wrong = Object.fromEntries(names.map((name) => [name, "Ce champ est à compléter."]));
      for (const place of ["dialog", "in-card"] as const) {
        const card = renderForm(form, { place, openedFrom: "1732435800000", fieldMissing: "À compléter.", wrong });

        expect(checkTeamsCard(card)).toEqual([]);
        expect(lintCard(card)).toEqual([]);
        expect(JSON.stringify(parsedCard(card))).toContain(form.fields[0]?.name);
      }
    },
  );
});

/** What stands in a card as text: marks of headings, lists and menus are the plain text's own. */
function wordsOf(text: string): readonly string[] {
  return unfolded(text)
    .split(/[\s[\]|▾#>-]+/)
    .filter((word) => word.length > 1);
}

function unfolded(text: string): string {
  return text.replaceAll(/\\([\\`*_~[\]<>&])/g, "$1");
}

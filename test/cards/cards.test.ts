import { describe, expect, test } from "vitest";

import { ACTION_LENGTH_MAX, encodeAction, type Action } from "#cards/action.ts";
import type { Card, Control, Form, Part } from "#cards/card.ts";
import { plainCard, plainText } from "#cards/plain.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleForms } from "./sample-forms.ts";
import { sampleCards } from "./samples.ts";

const CONTROLS_MAX = 4;
const TITLE_LENGTH_MAX = 24;
const OPTION_LENGTH_MAX = 75;
/** Two such buttons stand side by side on a phone. */
const BUTTON_LENGTH_MAX = 25;

describe.each(LOCALES)("in %s", (locale) => {
  const words = wordsFor(locale);
  const cards = sampleCards(words);
  const forms = sampleForms(words);

  test("every card reads as it was agreed", async () => {
    const text = [...cards].map(([name, card]) => `=== ${name}\n(${card.summary})\n${plainCard(card)}\n`).join("\n");
    await expect(text).toMatchFileSnapshot(`../fixtures/cards/cards.${locale}.txt`);
  });

  test("every form asks what was agreed", async () => {
    await expect(forms.map(plainForm).join("\n")).toMatchFileSnapshot(`../fixtures/cards/forms.${locale}.txt`);
  });

  test("a phone shows at most four controls at once", () => {
    for (const card of cards.values()) {
      expect(card.parts.filter((part) => controlsOf(part).length > CONTROLS_MAX)).toEqual([]);
    }
  });

  test("every button's meaning fits the smallest room a chat gives, whatever the ids", () => {
    for (const action of [...cards.values()].flatMap(actionsOf)) {
      expect(encodeAction(withLongIds(action)).length).toBeLessThanOrEqual(ACTION_LENGTH_MAX);
    }
  });

  test("labels of menus and titles of forms fit", () => {
    const menus = [...cards.values()].flatMap((card) => card.parts.flatMap(controlsOf));
    for (const control of menus) {
      expect(labelsOf(control).filter((label) => [...label].length > OPTION_LENGTH_MAX)).toEqual([]);
    }
    for (const form of forms) {
      expect([...form.title].length).toBeLessThanOrEqual(TITLE_LENGTH_MAX);
      expect([...form.submit].length).toBeLessThanOrEqual(TITLE_LENGTH_MAX);
    }
  });

  test("a button is short enough for a phone", () => {
    const controls = [...cards.values()].flatMap((card) => card.parts.flatMap(controlsOf));
    expect(controls.map(({ label }) => label).filter((label) => [...label].length > BUTTON_LENGTH_MAX)).toEqual([]);
  });

  test("no card speaks like a program", () => {
    for (const card of cards.values()) {
      expect(plainCard(card)).not.toMatch(/\b[a-z]+_[a-z]+|\bdefault\b|undefined|\bnull\b|NaN|\[object/);
    }
  });

  test("every card says when it was true, but those that hold no figures", () => {
    for (const [name, card] of cards) {
      if (/^(absence|help|welcome|goals|subscription|role channel|document|sent mail|export)/.test(name)) continue;
      expect(plainCard(card)).toContain(locale === "fr" ? "Situation à 7\u00a0h\u00a010" : "As of 7:10");
    }
  });
});

test("a promise is two taps: the menu on the card, and the day in it", () => {
  const call = sampleCards(wordsFor("fr")).get("call open");
  const [menu] = call?.parts.flatMap(controlsOf) ?? [];

  expect(menu?.is === "menu" ? menu.options.map(({ action }) => action) : []).toEqual([
    { do: "give-promise", customer: "C0012", ask: 12, due: "2026-11-27" },
    { do: "give-promise", customer: "C0012", ask: 12, due: "2026-11-30" },
    { do: "give-promise", customer: "C0012", ask: 12, due: "2026-12-09" },
    { do: "open-form", form: "promise", customer: "C0012", ask: 12 },
  ]);
});

test("French puts a narrow space before ? ! ; and :", () => {
  for (const card of sampleCards(wordsFor("fr")).values()) {
    const text = plainCard(card).replace(/^# |^> /gm, "");
    expect(text.match(/.{0,20}(?<!\u202f)[?!;:»]|«(?!\u202f).{0,10}/u)).toBeNull();
  }
});

test("French never parts a number from its € or %, and groups its digits", () => {
  for (const card of sampleCards(wordsFor("fr")).values()) {
    const text = plainCard(card).replace(/^> .*|\/\S+ .*/gm, "");
    expect(
      text.match(/.{0,20}(?<![\u00a0\u202f])[€%]|.{0,20}(?<![\w-])(?!(?:19|20)\d\d )\d{4,}(?= \p{L}).{0,10}/u),
    ).toBeNull();
  }
});

function controlsOf(part: Part): readonly Control[] {
  if (part.is === "controls") return part.controls;
  return part.is === "item" && part.control !== undefined ? [part.control] : [];
}

function actionsOf(card: Card): readonly Action[] {
  return card.parts
    .flatMap(controlsOf)
    .flatMap((control) => (control.is === "button" ? [control.action] : control.options.map(({ action }) => action)));
}

function labelsOf(control: Control): readonly string[] {
  return control.is === "button" ? [control.label] : [control.label, ...control.options.map(({ label }) => label)];
}

/** Codes of 20 characters and ids of nine digits: larger than any company's. */
function withLongIds(action: Action): Action {
  const long = Object.entries(action).map(([name, value]) => {
    if (name === "customer") return [name, "CUSTOMER-00000000001"];
    return [name, typeof value === "number" ? 123_456_789 : value];
  });
  return Object.fromEntries(long) as Action;
}

function plainForm(form: Form): string {
  const fields = form.fields.map((field) => {
    const options = field.is === "choice" || field.is === "choices" ? field.options.map(({ label }) => label) : [];
    const value = "value" in field && field.value !== undefined ? ` = ${field.value}` : "";
    const hint = field.hint === undefined ? "" : ` (${field.hint})`;
    return `- ${field.name}, ${field.is}: ${field.label}${value}${hint}${options.length === 0 ? "" : `\n    ${options.join(" | ")}`}`;
  });
  return `=== ${form.name}: ${form.title} [${form.submit}] [${form.cancel}]\n${plainText(form.intro ?? "")}\n${fields.join("\n")}\n`;
}

import { expect, test } from "vitest";

import { checkTeamsCard, refuseOverSize } from "#chat/teams/limits.ts";

const text = (value: string) => ({ type: "RichTextBlock", inlines: [{ type: "TextRun", text: value }] });
const execute = (title = "Oui") => ({ type: "Action.Execute", title, verb: "yes", data: {} });
const card = (...body: readonly object[]) => ({ type: "AdaptiveCard", version: "1.5", body });
const show = (inner: object) => ({
  type: "ActionSet",
  actions: [{ type: "Action.ShowCard", title: "Plus", card: inner }],
});

test("a card within the limits has nothing against it", () => {
  expect(
    checkTeamsCard(card(text("Garnier"), { type: "ActionSet", actions: [execute()] }, show(card(text("Plus"))))),
  ).toEqual([]);
});

test.each([
  ["no card", {}, "/ must be an AdaptiveCard"],
  [
    "a version Teams does not draw",
    { ...card(text("x")), version: "1.6" },
    "/version must be 1.5, the newest that Teams draws",
  ],
  ["an empty card", card(), '/ has nothing in "body"'],
  ["an empty text", card(text("")), '/body/0/inlines/0 lacks the text "text"'],
  [
    "a text too long",
    card(text("é".repeat(3_001))),
    '/body/0/inlines/0 has 3001 characters in "text", at most 3000 allowed',
  ],
  ["an element Teams does not draw", card({ type: "Carousel" }), '/body/0 has the unknown type "Carousel"'],
  [
    "seven buttons",
    card({ type: "ActionSet", actions: Array.from({ length: 7 }, () => execute()) }),
    '/body/0 has 7 in "actions", at most 6 allowed',
  ],
  [
    "a button without words",
    card({ type: "ActionSet", actions: [execute("")] }),
    '/body/0/actions/0 lacks the text "title"',
  ],
  [
    "a link to a script",
    card({
      type: "RichTextBlock",
      inlines: [{ type: "TextRun", text: "x", selectAction: { type: "Action.OpenUrl", url: "javascript:alert(1)" } }],
    }),
    "/body/0/inlines/0/selectAction must lead to http or https",
  ],
  [
    "a card three deep",
    card(show(card(show(card(text("x")))))),
    "/body/0/actions/0/card/body/0/actions/0 lies 3 cards deep, at most 2 allowed",
  ],
  [
    "two inputs of one name",
    card({ type: "Input.Text", id: "a", label: "A" }, { type: "Input.Date", id: "a", label: "A" }),
    '/ uses the input id "a" more than once',
  ],
  [
    "a menu without entries",
    card({ type: "Input.ChoiceSet", id: "a", label: "A", choices: [] }),
    '/body/0 has nothing in "choices"',
  ],
])("%s is told with its place", (_, wrong, sentence) => {
  expect(checkTeamsCard(wrong)).toContain(sentence);
});

test("a message counts in UTF-16: two bytes for a letter, four for an emoji", () => {
  const large = card(...Array.from({ length: 20 }, () => text("😀".repeat(1_500))));

  expect(checkTeamsCard(large).join()).toContain("at most 100000 allowed");
  expect(() => refuseOverSize("é".repeat(50_001))).toThrow("it has 100002 bytes");
  expect(() => refuseOverSize("é".repeat(50_000))).not.toThrow();
});

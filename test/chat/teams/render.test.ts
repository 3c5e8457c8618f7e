import { expect, test } from "vitest";

import type { Card, Part } from "#cards/card.ts";
import { checkTeamsCard, TEAMS_LIMITS, utf16Bytes } from "#chat/teams/limits.ts";
import { renderCard, renderNotice } from "#chat/teams/render.ts";
import { escapeMarkdown } from "#chat/teams/text.ts";
import { lintCard } from "../../support/adaptive-card.ts";

const NASTY = [
  "<!channel>",
  "**x**",
  "[a](b)",
  "<b>SARL</b>",
  "a_b_c",
  "`code`",
  "R&amp;D",
  "# Titre",
  "1. un",
] as const;
const button = { is: "button", label: "Ouvrir", action: { do: "show-customer", customer: "C0001" } } as const;
const form = {
  is: "button",
  label: "Litige",
  action: { do: "open-form", form: "dispute", customer: "C0001" },
} as const;

test.each(NASTY)(
  "a customer called %s is shown by that name, whatever the client makes of markdown and HTML",
  (name) => {
    const { card: drawn, summary } = render(
      [
        { is: "text", text: [{ text: name, strong: true }] },
        { is: "item", text: name },
        { is: "quote", text: name },
        { is: "small", text: name },
      ],
      name,
    );
    const runs = JSON.stringify(drawn.body);

    expect(summary).toBe(name);
    // Runs are never read as markdown; the only element that is, is a heading, and a fact's value.
    expect(drawn.body.map(({ type }) => type)).toEqual([
      "RichTextBlock",
      "RichTextBlock",
      "Container",
      "RichTextBlock",
    ]);
    expect(runs.split(JSON.stringify(name))).toHaveLength(5);
  },
);

test.each([
  ["<!channel>", String.raw`\<!channel\>`],
  ["**x**", String.raw`\*\*x\*\*`],
  ["[a](b)", String.raw`\[a\](b)`],
  ["a_b ~c~ `d`", String.raw`a\_b \~c\~ ` + "\\`d\\`"],
  ["R&amp;D", String.raw`R\&amp;D`],
  ["Dupont & Fils (Ouest) - 12.5 %", "Dupont & Fils (Ouest) - 12.5 %"],
  ["# un", String.raw`\# un`],
  ["2. deux", String.raw`2\. deux`],
])("where markdown is read, %s stands for itself", (typed, escaped) => {
  expect(escapeMarkdown(typed)).toBe(escaped);
  expect(render([{ is: "heading", text: typed }]).card.body).toMatchObject([{ type: "TextBlock", text: escaped }]);
  expect(render([{ is: "facts", facts: [{ label: typed, value: typed }] }]).card.body).toMatchObject([
    { facts: [{ title: escaped, value: escaped }] },
  ]);
});

test("every kind of part is drawn, in its order", () => {
  const { card: drawn } = render([
    { is: "heading", text: "Un coup de fil à Garnier ?" },
    { is: "text", text: ["12 400 €", " sur 3 factures"].map((text) => ({ text })) },
    { is: "facts", facts: [{ label: "Encours", value: "84 300 €" }] },
    { is: "item", text: "Lemoine", control: button },
    { is: "quote", text: "Deux\nlignes" },
    {
      is: "controls",
      controls: [button, { is: "menu", label: "Autre…", options: [{ label: "Plus tard", action: button.action }] }],
    },
    { is: "line" },
    { is: "small", text: "Situation à 7 h 10" },
  ]);

  expect(drawn.body.map(({ type }) => type)).toEqual([
    "TextBlock",
    "RichTextBlock",
    "FactSet",
    "ColumnSet",
    "Container",
    "ActionSet",
    "RichTextBlock",
  ]);
  expect(drawn.body[4]).toMatchObject({ style: "emphasis", items: [{}, { spacing: "none" }] });
  expect(drawn.body[6]).toMatchObject({ separator: true });
  expect(lintCard(drawn)).toEqual([]);
});

test("buttons stay where they stand, carry the action, and answer with the replacing card; a form opens a dialog", () => {
  const { card: drawn } = render([{ is: "controls", controls: [{ ...button, look: "primary" }, form] }]);

  expect(drawn.body).toMatchObject([
    {
      type: "ActionSet",
      actions: [
        {
          type: "Action.Execute",
          title: "Ouvrir",
          verb: "show-customer",
          data: { action: '{"do":"show-customer","customer":"C0001"}' },
          style: "positive",
        },
        { type: "Action.Submit", title: "Litige", data: { msteams: { type: "task/fetch" } } },
      ],
    },
  ]);
  expect(drawn.actions).toBeUndefined();
});

test("where no dialog can open, a form's button asks for the form in the card", () => {
  const { card: drawn } = renderCard(card([{ is: "controls", controls: [form] }]), { opensDialogs: false });

  expect(drawn.body).toMatchObject([{ actions: [{ type: "Action.Execute", verb: "open-form.dispute" }] }]);
});

test("a question before a click unfolds under its button", () => {
  const confirm = { title: "Annuler la promesse ?", text: "Garnier reprend son cours.", yes: "Annuler", no: "Garder" };
  const { card: drawn } = render([{ is: "item", text: "Garnier", control: { ...button, look: "danger", confirm } }]);
  const text = JSON.stringify(drawn);

  expect(text).toContain("Annuler la promesse ?");
  expect(text).toContain('"type":"Action.ShowCard","title":"Ouvrir"');
  expect(text).toContain('"style":"destructive"');
});

test("a menu too long for buttons is a list to choose from", () => {
  const options = Array.from({ length: 40 }, (_, n) => ({ label: `Client ${n}`, action: button.action }));
  const { card: drawn } = render([
    {
      is: "controls",
      controls: [
        { is: "menu", label: "Lequel ?", options },
        { is: "menu", label: "Ou ?", options },
      ],
    },
  ]);

  expect(checkTeamsCard(drawn)).toEqual([]);
  expect(lintCard(drawn)).toEqual([]);
  expect(JSON.stringify(drawn)).toContain("Client 39");
  expect(JSON.stringify(drawn)).toContain('"title":"OK","verb":"choose"');
});

test("a button stands beside its entry only where both have room on a phone", () => {
  const letter = { ...button, label: "Noter l'envoi de la lettre" };
  const { card: drawn } = render([
    { is: "item", text: "Garnier, 12 400 €", control: button },
    { is: "item", text: "Garnier, 12 400 €", control: letter },
    { is: "item", text: "À comptabilite.fournisseurs@garnier.example", control: button },
  ]);

  expect(drawn.body).toMatchObject([
    { type: "ColumnSet" },
    { type: "Container", items: [{ type: "RichTextBlock" }, { type: "ActionSet" }] },
    { type: "Container", items: [{ type: "RichTextBlock" }, { type: "ActionSet" }] },
  ]);
});

test("a fact with a word too long for half a phone, an address perhaps, has a line of its own, and the order stays", () => {
  const facts = [
    { label: "Nom", value: "Claire Morel" },
    { label: "Adresse", value: "claire.morel@garnier.example" },
    { label: "Rôle", value: "le commerce" },
  ];
  const { card: drawn } = render([{ is: "facts", facts }]);

  expect(drawn.body).toMatchObject([
    { type: "FactSet", facts: [{ title: "Nom" }] },
    {
      type: "Container",
      items: [
        { inlines: [{ text: "Adresse", weight: "bolder" }] },
        { inlines: [{ text: "claire.morel@garnier.example" }], spacing: "none" },
      ],
    },
    { type: "FactSet", facts: [{ title: "Rôle" }] },
  ]);
  expect(lintCard(drawn)).toEqual([]);
});

test("a list too long for one message loses its end to an ellipsis, and keeps what comes after", () => {
  const items: Part[] = Array.from({ length: 400 }, (_, n) => ({ is: "item", text: `Client ${n}`, control: button }));
  const drawn = render([{ is: "heading", text: "Mes clients" }, ...items, { is: "controls", controls: [button] }]);

  expect(checkTeamsCard(drawn.card)).toEqual([]);
  expect(utf16Bytes(JSON.stringify(drawn.card))).toBeGreaterThan(TEAMS_LIMITS.messageBytes * 0.8);
  expect(drawn.card.body.at(-2)).toMatchObject({ inlines: [{ text: "…" }] });
  expect(drawn.card.body.at(-1)?.type).toBe("ActionSet");
});

test("texts far beyond the limits are cut with an ellipsis, wherever they stand", () => {
  const long = "&é😀".repeat(5_000);
  const drawn = render(
    [
      { is: "heading", text: long },
      { is: "text", text: [{ text: long, strong: true, struck: true }] },
      { is: "small", text: long },
      { is: "facts", facts: [{ label: long, value: long }] },
      {
        is: "controls",
        controls: [
          { ...button, label: long, confirm: { title: long, text: long, yes: long, no: long } },
          { is: "menu", label: long, options: [{ label: long, action: button.action }] },
        ],
      },
    ],
    long,
  );

  expect(checkTeamsCard(drawn.card)).toEqual([]);
  expect(checkTeamsCard(renderNotice(long))).toEqual([]);
});

test("a card that no shortening can make fit is a bug, told in a sentence", () => {
  const facts = Array.from({ length: 2_000 }, () => ({ label: "Encours", value: "84 300 €" }));

  expect(() => render([{ is: "facts", facts }])).toThrow("too long for Teams");
});

function render(parts: readonly Part[], summary?: string) {
  return renderCard(card(parts, summary), { opensDialogs: true });
}

function card(parts: readonly Part[], summary = "Un point"): Card {
  return { name: "test", summary, parts };
}

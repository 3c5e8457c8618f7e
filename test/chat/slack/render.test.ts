import { expect, test } from "vitest";

import type { Card, Part } from "#cards/card.ts";
import { checkSlackPayload } from "#chat/slack/limits.ts";
import { renderCard, renderHome, renderNotice } from "#chat/slack/render.ts";
import { marked } from "#chat/slack/text.ts";

const NASTY = "<!channel> & <https://evil.example|SARL>";
const button = { is: "button", label: "Ouvrir", action: { do: "show-customer", customer: "C0001" } } as const;

test("a customer's name pings nobody and draws no link", () => {
  const { text, blocks } = renderCard(card([{ is: "text", text: [{ text: NASTY, strong: true }] }], NASTY));

  expect(text).toBe("&lt;!channel&gt; &amp; &lt;https://evil.example|SARL&gt;");
  expect(blocks).toEqual([
    {
      type: "section",
      text: {
        type: "mrkdwn",
        text: "*&lt;!channel&gt; &amp; &lt;https://evil.example|SARL&gt;*",
        verbatim: true,
      },
    },
  ]);
});

test("nor does it in a title, a button, a menu or the line of the notification", () => {
  const drawn = renderCard(
    card(
      [
        { is: "heading", text: NASTY },
        {
          is: "controls",
          controls: [
            { ...button, label: NASTY },
            { is: "menu", label: NASTY, options: [{ label: NASTY, action: button.action }] },
          ],
        },
      ],
      NASTY.repeat(40),
    ),
  );

  expect(JSON.stringify(drawn)).not.toMatch(/[<>]/);
  expect(drawn.text.length).toBeLessThanOrEqual(300);
  expect(drawn.text.replaceAll(/&(amp|lt|gt);/g, "")).not.toContain("&");
});

test("every kind of part is drawn, in its order", () => {
  const { blocks } = renderCard(
    card([
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
    ]),
  );

  expect(blocks.map((block) => block.type)).toEqual([
    "header",
    "section",
    "section",
    "section",
    "section",
    "actions",
    "divider",
    "context",
  ]);
  expect(blocks[4]).toMatchObject({ text: { text: "> Deux\n> lignes" } });
  expect(blocks[5]).toMatchObject({
    elements: [{ action_id: "show-customer" }, { action_id: "menu.show-customer.1" }],
  });
});

test("a list too long for one message loses its end to an ellipsis, and keeps what comes after", () => {
  const items: Part[] = Array.from({ length: 80 }, (_, n) => ({ is: "item", text: `Client ${n}`, control: button }));
  const drawn = renderCard(
    card([{ is: "heading", text: "Mes clients" }, ...items, { is: "controls", controls: [button] }]),
  );

  expect(checkSlackPayload("chat.postMessage", { channel: "D1", ...drawn })).toEqual([]);
  expect(drawn.blocks).toHaveLength(50);
  expect(drawn.blocks.at(-2)).toMatchObject({ type: "context", elements: [{ text: "…" }] });
  expect(drawn.blocks.at(-1)?.type).toBe("actions");
});

test("entries without a button share blocks, so that hundreds of them fit", () => {
  const items: Part[] = Array.from({ length: 200 }, (_, n) => ({ is: "item", text: `F${n} : 1 200 €` }));
  const { blocks } = renderCard(card(items));

  expect(checkSlackPayload("chat.postMessage", { channel: "D1", blocks })).toEqual([]);
  expect(JSON.stringify(blocks)).toContain("F199");
});

test("texts far beyond the limits are cut with an ellipsis, wherever they stand", () => {
  const long = "&é😀".repeat(5_000);
  const drawn = card(
    [
      { is: "heading", text: long },
      { is: "text", text: [{ text: long, strong: true, struck: true }] },
      { is: "small", text: long },
      { is: "facts", facts: Array.from({ length: 23 }, () => ({ label: "x", value: "y" })) },
      {
        is: "controls",
        controls: [
          {
            ...button,
            label: long,
            look: "danger",
            confirm: { title: long, text: long, yes: long, no: long },
          },
          { is: "menu", label: long, options: [{ label: long, action: button.action }] },
        ],
      },
    ],
    long,
  );

  expect(checkSlackPayload("chat.update", { channel: "D1", ts: "1", ...renderCard(drawn) })).toEqual([]);
  expect(checkSlackPayload("views.publish", { user_id: "U1", view: renderHome(drawn) })).toEqual([]);
  expect(checkSlackPayload("ack", renderNotice(long))).toEqual([]);
});

test("a cut never breaks an entity or a mark", () => {
  for (let max = 3; max < 40; max += 1) {
    const text = marked([{ text: "Dupont & Fils <SARL>", strong: true }, { text: " & associés" }], max);
    expect([...text].length).toBeLessThanOrEqual(max);
    expect(text.replaceAll(/&(amp|lt|gt);/g, "")).not.toContain("&");
    expect(text.split("*").length % 2).toBe(1);
  }
});

test("marks touch the words they emphasise, line by line", () => {
  expect(marked([{ text: " Garnier ", strong: true }], 100)).toBe(" *Garnier* ");
  expect(marked([{ text: "un\n\ndeux", struck: true }], 100)).toBe("~un~\n\n~deux~");
  expect(marked([{ text: "F-1", href: "https://x.example/a?b=1&c=|" }], 100)).toBe(
    "<https://x.example/a?b=1&amp;c=%7C|F-1>",
  );
});

function card(parts: readonly Part[], summary = "Un point"): Card {
  return { name: "test", summary, parts };
}

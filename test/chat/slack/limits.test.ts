import { describe, expect, test } from "vitest";

import { checkSlackPayload, findSlackViolations, SLACK_LIMITS } from "#chat/slack/limits.ts";

type Block = Readonly<Record<string, unknown>>;

const plain = (text: string): Block => ({ type: "plain_text", text });
const section = (text: string): Block => ({ type: "section", text: { type: "mrkdwn", text } });
const button = (own: Block = {}): Block => ({
  type: "button",
  action_id: "call",
  text: plain("Appeler"),
  ...own,
});
const actions = (...elements: readonly Block[]): Block => ({ type: "actions", elements });
const option = (value: string): Block => ({ text: plain(value), value });
const menu = (own: Block): Block => ({ type: "static_select", action_id: "when", ...own });
const modal = (own: Block = {}): Block => ({
  type: "modal",
  title: plain("Promesse"),
  blocks: [section("Quand ?")],
  ...own,
});
const input = (element: Block): Block => ({ type: "input", label: plain("Jour"), element });
const table = (rows: number, columns = 1, text = "x"): Block => ({
  type: "table",
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => ({ type: "raw_text", text }))),
});
const pie = (labels: number): Block => ({
  type: "data_visualization",
  title: "Retards",
  chart: {
    type: "pie",
    segments: Array.from({ length: labels }, (_, index) => ({ label: `n° ${index}`, value: 1 })),
  },
});
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const post = (...blocks: readonly Block[]): readonly string[] =>
  checkSlackPayload("chat.postMessage", { channel: "C1", text: "t", blocks });

describe("what Slack takes passes", () => {
  test("a card with every kind of block that Relais draws", () => {
    const blocks = [
      { type: "header", text: plain("Bonjour Claire") },
      { ...section("*Garnier* : 12 400 €"), accessory: button() },
      { type: "section", fields: [plain("En retard"), plain("31 600 €")] },
      { type: "context", elements: [plain("Situation à 7 h 10")] },
      { type: "divider" },
      actions(
        button({ value: "x", style: "primary" }),
        menu({ options: [option("friday")], placeholder: plain("Promis pour…") }),
      ),
      { type: "image", image_url: "https://example.com/a.png", alt_text: "aged balance" },
      table(100, 5),
      pie(6),
    ];

    expect(post(...blocks)).toEqual([]);
    expect(checkSlackPayload("chat.postMessage", { text: "t", blocks: JSON.stringify(blocks) })).toEqual([]);
  });

  test("a form with inputs, and a home", () => {
    const form = modal({
      submit: plain("Noter"),
      blocks: [input({ type: "datepicker", action_id: "day", initial_date: "2026-04-03" })],
    });

    expect(checkSlackPayload("views.open", { trigger_id: "1", view: form })).toEqual([]);
    expect(
      checkSlackPayload("views.publish", {
        user_id: "U1",
        view: { type: "home", blocks: times(100, () => section("a")) },
      }),
    ).toEqual([]);
  });

  test("characters are counted as people see them: 75 emoji fit on a button", () => {
    expect(post(actions(button({ text: plain("💶".repeat(75)) })))).toEqual([]);
    expect(post(actions(button({ text: plain("💶".repeat(76)) })))).toEqual([
      "/blocks/0/elements/0/text/text has 76 characters, at most 75 allowed",
    ]);
  });
});

describe("what breaks a limit is refused with its place", () => {
  const tooLong = (max: number): string => "x".repeat(max + 1);
  const cases: readonly (readonly [string, readonly Block[], string])[] = [
    ["51 blocks", times(51, () => section("a")), "/blocks has 51 items, at most 50 allowed"],
    ["a long section", [section(tooLong(3000))], "/blocks/0/text/text has 3001 characters, at most 3000 allowed"],
    [
      "11 fields",
      [{ type: "section", fields: times(11, () => plain("a")) }],
      "/blocks/0/fields has 11 items, at most 10 allowed",
    ],
    [
      "a long field",
      [{ type: "section", fields: [plain(tooLong(2000))] }],
      "/blocks/0/fields/0/text has 2001 characters",
    ],
    ["an empty section", [{ type: "section" }], "/blocks/0 must have text or fields"],
    ["an empty text", [section("")], "/blocks/0/text/text has 0 characters, at least 1 needed"],
    ["a long header", [{ type: "header", text: plain(tooLong(150)) }], "/blocks/0/text/text has 151 characters"],
    [
      "a header in mrkdwn",
      [{ type: "header", text: { type: "mrkdwn", text: "a" } }],
      "/blocks/0/text/type must be one of plain_text",
    ],
    [
      "11 context elements",
      [{ type: "context", elements: times(11, () => plain("a")) }],
      "/blocks/0/elements has 11 items",
    ],
    [
      "26 buttons",
      [actions(...times(26, (index) => button({ action_id: `a${index}` })))],
      "/blocks/0/elements has 26 items",
    ],
    ["no button at all", [actions()], "/blocks/0/elements has 0 items, at least 1 needed"],
    [
      "a long button value",
      [actions(button({ value: tooLong(2000) }))],
      "/blocks/0/elements/0/value has 2001 characters",
    ],
    [
      "a long action_id",
      [actions(button({ action_id: tooLong(255) }))],
      "/blocks/0/elements/0/action_id has 256 characters",
    ],
    ["a long block_id", [{ ...section("a"), block_id: tooLong(255) }], "/blocks/0/block_id has 256 characters"],
    [
      "a menu without options",
      [actions(menu({ options: [] }))],
      "/blocks/0/elements/0/options has 0 items, at least 1 needed",
    ],
    [
      "a menu of 101",
      [actions(menu({ options: times(101, (index) => option(`${index}`)) }))],
      "/blocks/0/elements/0/options has 101 items",
    ],
    [
      "a long option",
      [actions(menu({ options: [{ text: plain(tooLong(75)), value: "a" }] }))],
      "/blocks/0/elements/0/options/0/text/text has 76",
    ],
    [
      "a long option value",
      [actions(menu({ options: [{ text: plain("a"), value: tooLong(150) }] }))],
      "/options/0/value has 151 characters",
    ],
    [
      "a choice that is not offered",
      [actions(menu({ options: [option("a")], initial_option: option("b") }))],
      "has an initial option that is not among",
    ],
    ["a menu with two sources", [actions(menu({}))], "must have exactly one of options, option_groups"],
    [
      "a long confirmation",
      [
        actions(
          button({
            confirm: {
              title: plain(tooLong(100)),
              text: plain("a"),
              confirm: plain("a"),
              deny: plain("a"),
            },
          }),
        ),
      ],
      "/confirm/title/text has 101",
    ],
    ["a missing field", [{ type: "header" }], '/blocks/0 lacks the required field "text"'],
    ["an unknown field", [{ type: "divider", colour: "red" }], '/blocks/0 has the unknown field "colour"'],
    ["an unknown block", [{ type: "carrousel" }], '/blocks/0 has the unknown block type "carrousel"'],
    ["a type from the prototype", [{ type: "constructor" }], '/blocks/0 has the unknown block type "constructor"'],
    ["an unknown element", [actions({ type: "slider" })], '/blocks/0/elements/0 has the unknown element type "slider"'],
    [
      "a text input outside an input block",
      [actions({ type: "plain_text_input" })],
      'may not hold the element type "plain_text_input" here',
    ],
    [
      "one block_id twice",
      [
        { ...section("a"), block_id: "b" },
        { ...section("a"), block_id: "b" },
      ],
      '/blocks use the block_id "b" more than once',
    ],
    [
      "one action_id twice in a block",
      [actions(button(), button())],
      '/blocks/0/elements use the action_id "call" more than once',
    ],
    ["two tables", [table(1), table(1)], "/blocks hold 2 table blocks, at most 1 allowed"],
    ["101 rows", [table(101)], "/blocks/0/rows has 101 items"],
    ["21 columns", [table(1, 21)], "/blocks/0/rows/0 has 21 items"],
    [
      "a table of much text",
      [table(11, 1, "x".repeat(1000))],
      "/blocks/0 holds 11000 characters, at most 10000 allowed in a table",
    ],
    ["three charts", [pie(1), pie(1), pie(1)], "/blocks hold 3 data_visualization blocks, at most 2 allowed"],
    ["a long chart title", [{ ...pie(1), title: tooLong(50) }], "/blocks/0/title has 51 characters"],
    ["13 segments", [pie(13)], "/blocks/0/chart/segments has 13 items"],
  ];

  test.each(cases)("%s", (_name, blocks, sentence) => {
    expect(post(...blocks).join("\n")).toContain(sentence);
  });

  test("the same action_id in two blocks is fine: each invoice has its button", () => {
    expect(post(actions(button()), actions(button()))).toEqual([]);
  });

  test("more than 12 000 characters in one message is msg_blocks_too_long", () => {
    const blocks = times(5, () => section("x".repeat(2500)));

    expect(findSlackViolations("chat.postMessage", { blocks })).toEqual([
      {
        error: "msg_blocks_too_long",
        sentence: "/blocks hold 12500 characters of text, at most 12000 allowed",
      },
    ]);
  });

  test("an update takes 4 000 characters of text, a new message more", () => {
    const body = { text: "x".repeat(SLACK_LIMITS.updateText + 1) };

    expect(findSlackViolations("chat.update", body).map((violation) => violation.error)).toEqual(["msg_too_long"]);
    expect(checkSlackPayload("chat.postMessage", body)).toEqual([]);
  });
});

import { describe, expect, test } from "vitest";

import { checkSlackPayload, findSlackViolations } from "#chat/slack/limits.ts";

type Block = Readonly<Record<string, unknown>>;

const plain = (text: string): Block => ({ type: "plain_text", text });
const section = (text: string): Block => ({ type: "section", text: { type: "mrkdwn", text } });
const modal = (own: Block = {}): Block => ({
  type: "modal",
  title: plain("Promesse"),
  blocks: [section("Quand ?")],
  ...own,
});
const input = (element: Block): Block => ({ type: "input", label: plain("Jour"), element });
const chart: Block = {
  type: "data_visualization",
  title: "Retards",
  chart: { type: "pie", segments: [{ label: "30 jours", value: 1 }] },
};
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

describe("forms and homes have limits of their own", () => {
  const open = (own: Block): string =>
    checkSlackPayload("views.open", { trigger_id: "1", view: modal(own) }).join("\n");

  test.each([
    ["title", { title: plain("x".repeat(25)) }, "/view/title/text has 25 characters, at most 24 allowed"],
    ["submit", { submit: plain("x".repeat(25)) }, "/view/submit/text has 25 characters"],
    ["close", { close: plain("x".repeat(25)) }, "/view/close/text has 25 characters"],
    ["metadata", { private_metadata: "x".repeat(3001) }, "/view/private_metadata has 3001 characters"],
    ["callback_id", { callback_id: "x".repeat(256) }, "/view/callback_id has 256 characters"],
    ["blocks", { blocks: times(101, () => section("a")) }, "/view/blocks has 101 items, at most 100 allowed"],
    [
      "inputs without submit",
      { blocks: [input({ type: "plain_text_input" })] },
      "/view has an input block, so it must have submit",
    ],
    ["a chart", { blocks: [chart] }, '/view/blocks/0 may not hold the block type "data_visualization" here'],
    [
      "a day that is none",
      { submit: plain("ok"), blocks: [input({ type: "datepicker", initial_date: "3 avril" })] },
      "must be a day as YYYY-MM-DD",
    ],
  ])("%s", (_name, own, sentence) => {
    expect(open(own)).toContain(sentence);
  });

  test("a view above 250 kB is too large, counted in bytes", () => {
    const view = { type: "home", blocks: times(100, () => section("é".repeat(1500))) };

    expect(findSlackViolations("views.publish", { user_id: "U1", view }).map((violation) => violation.error)).toContain(
      "view_too_large",
    );
  });

  test("a body that is not an object, a view that is missing and a JSON string that is none are one sentence each", () => {
    expect(checkSlackPayload("chat.postMessage", null)).toEqual(["/ must be an object"]);
    expect(checkSlackPayload("views.open", { trigger_id: "1" })).toEqual(["/view must be an object"]);
    expect(checkSlackPayload("chat.postMessage", { blocks: "[oops" })).toEqual(["/blocks must be a list"]);
  });
});

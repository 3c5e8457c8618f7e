import { expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { rankFinance, type FinanceItem, type FinanceSubject } from "#domain/finance-list.ts";

/** A Tuesday. */
const TODAY: Day = "2026-11-24";
const item = (name: string, euros: number, since: Day, subject: FinanceSubject = { is: "bounce" }): FinanceItem => ({
  subject,
  customer: { code: name, name },
  money: euros === 0 ? [] : [{ minor: BigInt(euros) * 100n, currency: "EUR" }],
  since,
});
const reply = (since: Day, euros = 10) => item("Reply", euros, since, { is: "reply", reply: 1, ask: null });

test.each<[string, readonly FinanceItem[], readonly string[]]>([
  ["the most money first", [item("A", 10, TODAY), item("B", 900, TODAY)], ["B", "A"]],
  ["a week of waiting is worth as much money again", [item("A", 150, TODAY), item("B", 100, "2026-11-17")], ["B", "A"]],
  ["a day of waiting is not", [item("A", 150, TODAY), item("B", 100, "2026-11-23")], ["A", "B"]],
  ["a weekend is no waiting", [item("A", 101, "2026-11-23"), item("B", 100, "2026-11-20")], ["B", "A"]],
  ["without money, the longest waiting first", [item("A", 0, "2026-11-20"), item("B", 0, "2026-11-19")], ["B", "A"]],
  [
    "a reply unread for two working days before any money",
    [item("A", 9_999, TODAY), reply("2026-11-20")],
    ["Reply", "A"],
  ],
  ["a reply of yesterday takes its place by money", [item("A", 9_999, TODAY), reply("2026-11-23")], ["A", "Reply"]],
  ["of two alike, by name", [item("B", 10, TODAY), item("A", 10, TODAY)], ["A", "B"]],
])("%s", (_, given, order) => {
  expect(rankFinance(given, TODAY).map(({ customer }) => customer?.name)).toEqual(order);
});

import { expect, test } from "vitest";

import { readCommand, readMessage } from "#chat/commands.ts";

const TODAY = "2026-11-24";

test.each([
  ["encours", "", { is: "portfolio", of: { is: "usual" } }],
  ["outstanding", "", { is: "portfolio", of: { is: "usual" } }],
  ["encours", "mes clients", { is: "portfolio", of: { is: "mine" } }],
  ["encours", "équipe", { is: "portfolio", of: { is: "team" } }],
  ["encours", " Tout ", { is: "portfolio", of: { is: "all" } }],
  ["outstanding", "all", { is: "portfolio", of: { is: "all" } }],
  ["encours", "commercial Paul Roy", { is: "portfolio", of: { is: "rep", who: "Paul Roy" } }],
  ["outstanding", "seller LYON", { is: "portfolio", of: { is: "seller", who: "LYON" } }],
  ["encours", "rep", { is: "customer", who: "rep" }],
  ["encours", "Garnier & Fils", { is: "customer", who: "Garnier & Fils" }],
  ["litige", "garnier", { is: "dispute", who: "garnier" }],
  ["dispute", "", { is: "dispute", who: "" }],
  ["brief", "garnier", { is: "brief", who: "garnier" }],
  ["agenda", "", { is: "calendar", address: "" }],
  [
    "calendar",
    ` https://c.example/${"k".repeat(400)}.ics `,
    { is: "calendar", address: `https://c.example/${"k".repeat(400)}.ics` },
  ],
  ["réglages", "", { is: "settings" }],
  ["settings", "", { is: "settings" }],
  ["aide", "dso", { is: "help", topic: "dso" }],
  ["relais-help", "", { is: "help", topic: "" }],
  ["facturer", "garnier", { is: "unknown" }],
])("/%s %s", (name, text, typed) => {
  expect(readCommand(name, text, TODAY)).toEqual(typed);
});

test("a promise is taken apart the same in both languages", () => {
  const french = readCommand("promesse", "garnier vendredi 12400", TODAY);
  const english = readCommand("promise", "garnier friday 12400", TODAY);

  expect(french).toMatchObject({ is: "promise", said: { who: "garnier", day: "2026-11-27", amountText: "12400" } });
  expect(english).toMatchObject({ is: "promise", said: { who: "garnier", day: "2026-11-27", amountText: "12400" } });
});

test.each(["encours garnier", "/encours garnier", "  Encours   garnier", "ENCOURS garnier"])(
  "said as a message: %s",
  (text) => {
    expect(readMessage(text, TODAY)).toEqual({ is: "customer", who: "garnier" });
  },
);

test.each(["bonjour", "12400", "", "merci pour l'encours", "😀"])("a message that is no command: %s", (text) => {
  expect(readMessage(text, TODAY)).toEqual({ is: "unknown" });
});

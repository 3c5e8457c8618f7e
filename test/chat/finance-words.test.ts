import { expect, test } from "vitest";

import { readFinances, type TypedFinances } from "#chat/finance-words.ts";

const SAID: readonly (readonly [string, TypedFinances])[] = [
  ["", { is: "finance-list" }],
  ["de la semaine", { is: "finance-list" }],
  ["canal", { is: "role-channel", role: null }],
  ["Salon compta", { is: "role-channel", role: "finance" }],
  ["ici  ADV", { is: "role-channel", role: "adv" }],
  ["canal administration des ventes", { is: "role-channel", role: "adv" }],
  ["canal Comptabilité", { is: "role-channel", role: "finance" }],
  ["channel senior management", { is: "role-channel", role: "direction" }],
  ["here direction", { is: "role-channel", role: "direction" }],
  ["canal lune", { is: "role-channel", role: { unknown: "lune" } }],
  ["canaux", { is: "role-channels" }],
  ["channels", { is: "role-channels" }],
];

test.each(SAID)("/finances %s", (typed, read) => {
  expect(readFinances(typed)).toEqual(read);
});

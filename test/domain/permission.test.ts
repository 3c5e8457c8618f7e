import { describe, expect, test } from "vitest";

import { mayTouch, THE_COMPANY, type Act, type Ownership } from "#domain/permission.ts";
import type { Person, Role } from "#domain/person.ts";

const person = (id: number, roles: readonly Role[], active = true): Person => ({
  id,
  roles,
  active,
  email: `${id}@exemple.example`,
  name: "Claire Morel",
  managerId: null,
  locale: "fr",
  timeZone: "Europe/Paris",
  digestMinutes: 510,
  quietLine: false,
  thanks: false,
  chat: null,
  workFromMinutes: null,
  workUntilMinutes: null,
  alsaceMoselle: false,
});

const OWNER: Ownership = { repId: 1, managersAbove: [2, 3], standIns: [7], projectManagerId: 8 };
const PEOPLE = {
  "the rep": person(1, ["rep"]),
  "the rep's manager": person(2, ["manager"]),
  "the manager's manager": person(3, ["manager", "direction"]),
  "another rep": person(4, ["rep"]),
  "another manager": person(5, ["manager"]),
  finance: person(6, ["finance"]),
  "a colleague with the ask": person(7, ["rep"]),
  "the project manager": person(8, ["project"]),
  adv: person(9, ["adv"]),
  direction: person(10, ["direction"]),
  admin: person(11, ["admin"]),
} as const;
type Who = keyof typeof PEOPLE;

const TABLE: readonly (readonly [Extract<Act, string>, readonly Who[]])[] = [
  [
    "see-customer",
    [
      "the rep",
      "the rep's manager",
      "the manager's manager",
      "finance",
      "a colleague with the ask",
      "the project manager",
      "adv",
      "direction",
    ],
  ],
  ["promise", ["the rep", "the rep's manager", "the manager's manager", "finance", "a colleague with the ask"]],
  ["answer", ["the rep", "the rep's manager", "the manager's manager", "finance", "a colleague with the ask"]],
  [
    "dispute",
    [
      "the rep",
      "the rep's manager",
      "the manager's manager",
      "finance",
      "a colleague with the ask",
      "the project manager",
    ],
  ],
  ["hold", ["the rep", "the rep's manager", "the manager's manager", "finance"]],
  ["long-hold", ["finance"]],
  ["urgent-block", ["the rep", "the rep's manager", "the manager's manager", "finance", "a colleague with the ask"]],
  ["ask-vip", ["the rep", "the rep's manager", "the manager's manager", "finance"]],
  ["change-contacts", ["finance", "adv"]],
  [
    "note-customer",
    [
      "the rep",
      "the rep's manager",
      "the manager's manager",
      "finance",
      "a colleague with the ask",
      "the project manager",
      "adv",
    ],
  ],
  ["ask-by-hand", ["the rep's manager", "the manager's manager", "finance"]],
  ["reassign", ["the rep's manager", "the manager's manager", "finance"]],
  ["approve-promise", ["finance"]],
  ["change-settings", ["finance"]],
  ["see-finance-list", ["finance"]],
  ["go-live", ["finance"]],
  ["pause-dunning", ["finance"]],
  ["preview-dunning", ["the manager's manager", "finance", "direction"]],
  ["see-company-figures", ["the manager's manager", "finance", "direction"]],
  ["see-person-figures", ["the rep", "the rep's manager", "the manager's manager", "finance"]],
  ["see-team-figures", ["the rep", "the rep's manager", "the manager's manager", "finance", "direction"]],
];

describe.each(TABLE)("%s", (act, allowed) => {
  test.each(Object.keys(PEOPLE) as Who[])("%s", (who) => {
    expect(mayTouch(PEOPLE[who], OWNER, act)).toBe(allowed.includes(who));
  });

  test("nobody unknown, and nobody who left", () => {
    expect(mayTouch(null, OWNER, act)).toBe(false);
    expect(mayTouch(person(1, ["rep", "finance"], false), OWNER, act)).toBe(false);
  });
});

test("a dispute is closed by its owner, its role or finance, not by the rep", () => {
  const adv = { do: "close-dispute", ownerId: null, ownerRole: "adv" } as const;
  expect(mayTouch(PEOPLE.adv, OWNER, adv)).toBe(true);
  expect(mayTouch(PEOPLE.finance, OWNER, adv)).toBe(true);
  expect(mayTouch(PEOPLE["the rep"], OWNER, adv)).toBe(false);
  expect(mayTouch(PEOPLE["the project manager"], OWNER, adv)).toBe(false);
  expect(mayTouch(PEOPLE.adv, OWNER, { ...adv, ownerRole: "finance" })).toBe(false);
  expect(mayTouch(PEOPLE["the project manager"], OWNER, { ...adv, ownerId: 8, ownerRole: null })).toBe(true);
});

test("a role's task is not answered by the rep whose promise it is about", () => {
  const task = { do: "task", holderId: null, holderRole: "finance" } as const;
  expect(mayTouch(PEOPLE["the rep"], OWNER, task)).toBe(false);
  expect(mayTouch(PEOPLE["the rep's manager"], OWNER, task)).toBe(false);
  expect(mayTouch(PEOPLE.finance, OWNER, task)).toBe(true);
});

test("a call held by a colleague is answered by the colleague, the rep or the managers", () => {
  const task = { do: "task", holderId: 7, holderRole: null } as const;
  for (const who of ["a colleague with the ask", "the rep", "the rep's manager"] as const) {
    expect(mayTouch(PEOPLE[who], OWNER, task)).toBe(true);
  }
  expect(mayTouch(PEOPLE["another rep"], OWNER, task)).toBe(false);
});

test("an unowned customer is finance's alone", () => {
  expect(mayTouch(PEOPLE.finance, THE_COMPANY, "promise")).toBe(true);
  expect(mayTouch(PEOPLE["the rep"], THE_COMPANY, "see-customer")).toBe(false);
});

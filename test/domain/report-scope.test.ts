import { expect, test } from "vitest";

import { readScopeKey, scopeKey } from "#domain/report-scope.ts";
import { readScopeWords } from "#domain/scope-words.ts";

test.each([
  ["company", { is: "company" }],
  ["team:12", { is: "team", manager: 12 }],
  ["person:7", { is: "person", person: 7 }],
  ["seller:FR:01", { is: "seller", code: "FR:01" }],
] as const)("%s is a scope and comes back as it was", (key, scope) => {
  expect(readScopeKey(key)).toEqual(scope);
  expect(scopeKey(scope)).toBe(key);
});

test.each(["", "companies", "team:", "team:x", "person:1e3", "seller:", "region:west"])("%j is no scope", (key) => {
  expect(readScopeKey(key)).toBeNull();
});

test.each([
  ["", { is: "usual" }],
  ["  Moi ", { is: "mine" }],
  ["mon équipe", { is: "team" }],
  ["team", { is: "team" }],
  ["Tout", { is: "all" }],
  ["toute l'entreprise", { is: "all" }],
  ["équipe Roy", { is: "team-of", who: "Roy" }],
  ["team Paul Roy", { is: "team-of", who: "Paul Roy" }],
  ["commercial Claire  Morel", { is: "rep", who: "Claire Morel" }],
  ["société FR01", { is: "seller", who: "FR01" }],
  ["garnier", null],
  ["commercial", null],
])("%j after a command", (typed, words) => {
  expect(readScopeWords(typed)).toEqual(words);
});

import { describe, expect, test } from "vitest";

import { faultsOfTemplate } from "#domain/mail-template.ts";
import { SHIPPED_SCENARIOS } from "#domain/scenario-choice.ts";
import { lintScenarios, type LintFacts } from "#domain/scenario-lint.ts";
import { DEFAULT_SCENARIO, usualStep, type Step } from "#domain/scenario.ts";

describe("lint", () => {
  const facts: LintFacts = {
    interval: 7,
    staffed: ["rep", "finance", "manager"],
    templates: ["chaleureux"],
    withoutContact: (_, role) => (role === "signatory" ? 3 : 0),
  };
  const faults = (steps: readonly Step[], templates: Parameters<typeof lintScenarios>[1] = []) =>
    lintScenarios([{ ...DEFAULT_SCENARIO, steps }], templates, facts).map(
      ({ fault, weight, step }) => `${weight} ${fault}${step === null ? "" : ` ${step}`}`,
    );

  test.each(SHIPPED_SCENARIOS.map((scenario) => [scenario.name, scenario] as const))(
    "nothing to say of %s",
    (_, scenario) => {
      expect(lintScenarios([scenario], [], facts)).toEqual([]);
    },
  );

  test.each<[string, readonly Step[], readonly string[]]>([
    [
      "a threat too early",
      [usualStep("first", 5), usualStep("formal-notice", 29)],
      ["error threat-too-early formal-notice"],
    ],
    ["a threat out of the blue", [usualStep("formal-notice", 45)], ["error threat-without-email formal-notice"]],
    ["a call out of the blue", [usualStep("call", 30)], ["error call-without-email call"]],
    ["offsets that do not rise", [usualStep("first", 15), usualStep("second", 15)], ["error not-ascending second"]],
    ["two steps too near", [usualStep("first", 5), usualStep("second", 9)], ["warning too-near second"]],
    ["levels that fall", [usualStep("second", 5), usualStep("first", 15)], ["error level-falls first"]],
    ["an unknown wording", [{ ...usualStep("first", 5), template: "gentil" }], ["error unknown-template first"]],
    ["a wording that exists", [{ ...usualStep("first", 5), template: "chaleureux" }], []],
    [
      "a role nobody has",
      [usualStep("first", 5), { ...usualStep("call", 30), actor: "direction" }],
      ["warning missing-role call"],
    ],
    [
      "customers without a signatory",
      [{ ...usualStep("first", 5), recipients: { to: ["signatory"], cc: [], bcc: [] } }],
      ["warning missing-contact first"],
    ],
    ["a letter as a first step", [{ ...usualStep("first", 5), channel: "letter" }], ["error wrong-channel first"]],
    ["no step at all", [], ["error no-steps"]],
  ])("%s", (_, steps, expected) => {
    expect(faults(steps).filter((found) => !found.includes("machine-cannot"))).toEqual(expected);
  });

  test.each([
    ["{{tableau}}", []],
    ["Réglez la {{facture}} avant le {{échéance}} : {{ Tableau }}", []],
    ["Bonjour", ["no-number", "no-due-date", "no-table"]],
    ["{{facture}} {{montant}}", ["no-due-date", "no-table"]],
    ["{{tableau}} {{iban}}", ["unknown-placeholder"]],
    ["{{tableau}} {{facture", ["unknown-placeholder"]],
  ])("the wording %s", (body, expected) => {
    expect(faultsOfTemplate({ name: "first", subject: "Rappel", body }).map(({ fault }) => fault)).toEqual(expected);
  });
});

import { describe, expect } from "vitest";

import { addDays } from "#domain/calendar.ts";
import { SHIPPED_SCENARIOS } from "#domain/scenario-choice.ts";
import { DEFAULT_SCENARIO, type Scenario } from "#domain/scenario.ts";
import { wordsFor } from "#i18n/words.ts";
import { readScenarioFile, writeScenarioFile } from "#imports/scenario-file.ts";
import { checkScenarioFile } from "#usecases/scenarios/check-scenarios.ts";
import { aCustomer } from "../../support/dunning.ts";
import { TODAY } from "../../support/scenarios.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** What finance reads of a file, in English. */
async function said(world: World, text: string): Promise<readonly string[]> {
  const { file, finding } = wordsFor("en").scenarios;
  const checked = await checkScenarioFile(world.context(), text);
  return checked.is === "unreadable"
    ? checked.reasons.map((reason) => file.at(reason.line, file.fault(reason)))
    : checked.findings.map((found) => `${found.weight} ${file.at(found.line, finding(found))}`);
}

const one = (...steps: readonly string[]) =>
  ["scenarios:", "  - name: one", "    steps:", ...steps.map((step) => `      - { ${step} }`)].join("\n");
const FIRST = "level: first, offset: 5";
const text = (body: string) => `templates:\n  - { name: own, locale: fr, subject: Rappel, body: "${body}" }`;

test("a file reads back what it was written from", () => {
  const [, ...others] = SHIPPED_SCENARIOS;
  const step = { ...DEFAULT_SCENARIO.steps[1], when: { ratings: ["difficult"] } };
  const scenarios = [{ ...DEFAULT_SCENARIO, steps: [step] } as Scenario, ...others];
  const templates = [
    { name: "first", locale: "fr", sender: "FR01", subject: "S", body: "{{tableau}}\n\nÀ bientôt" },
  ] as const;
  expect(readScenarioFile(writeScenarioFile({ scenarios, templates }))).toMatchObject({
    ok: true,
    file: { scenarios, templates },
  });
});

describe("each fault of a file is one sentence with its line", () => {
  test.for<readonly [string, string, readonly string[]]>([
    [
      "a threat too early",
      one(FIRST, "level: formal-notice, offset: 20"),
      [
        'error line 5: "one", formal notice: threat too early: the tone of a formal notice 20 days after the due date; never before 30.',
      ],
    ],
    [
      "a threat too early under another name",
      one("level: first, offset: 5, template: formal-notice"),
      [
        'error line 4: "one", first reminder: threat too early: the tone of a formal notice 5 days after the due date; never before 30.',
        'error line 4: "one", first reminder: threat out of the blue: no e-mail reminder comes before the formal notice.',
      ],
    ],
    [
      "no due date",
      text("{{invoice}} {{count}}"),
      [
        'error line 2: Template "own, fr": the due date is missing: {{due}} or {{table}}.',
        'error line 2: Template "own, fr": the table of invoices is missing: {{table}}.',
      ],
    ],
    [
      "no number",
      text("{{due}}"),
      [
        'error line 2: Template "own, fr": the invoice number is missing: {{invoice}} or {{table}}.',
        'error line 2: Template "own, fr": the table of invoices is missing: {{table}}.',
      ],
    ],
    [
      "an unknown placeholder",
      text("{{table}} {{iban}}"),
      ['error line 2: Template "own, fr": "iban" is not a known placeholder.'],
    ],
    [
      "a role that nobody has",
      one(FIRST, "level: call, offset: 30, actor: direction"),
      ['warning line 5: "one", call: nobody is in senior management for now: finance will answer.'],
    ],
    [
      "two steps too near",
      one(FIRST, "level: second, offset: 9"),
      [
        'warning line 5: "one", second reminder: too near "first reminder": 4 days apart, for at least 7 between two reminders.',
      ],
    ],
    [
      "steps the wrong way round",
      one("level: second, offset: 15", FIRST),
      ['error line 5: "one", first reminder: the steps are not in order: this one comes before "second reminder".'],
    ],
    [
      "the same name twice",
      `${one(FIRST)}\n  - name: one\n    steps: [{ ${FIRST} }]`,
      ['error line 5: "one": this name is used twice in the file.'],
    ],
    ["a field left out", one("level: first"), ['line 4: "offset" is missing here.']],
    ["words for a number", one("level: first, offset: quinze"), ['line 4: "offset" takes a number, not "quinze".']],
    ["half a day", one("level: first, offset: 5.5"), ['line 4: "offset" takes a whole number, not "5.5".']],
    ["a day too far", one("level: first, offset: 5000"), ['line 4: "offset" goes up to 730.']],
    [
      "a level nobody knows",
      one("level: premier, offset: 5"),
      [
        'line 4: "level" does not know "premier"; it takes one of: pre-due, first, second, call, last, formal-notice, decision.',
      ],
    ],
    ["a field nobody knows", one(`${FIRST}, colour: red`), ['line 4: "colour" is not a known field.']],
    [
      "a line out of place",
      `${one(FIRST)}\n   - name: two`,
      ["line 5: this line is not aligned with the others of its list."],
    ],
    ["an empty file", "", ['the file begins with "scenarios:" or "templates:".']],
  ])("%s", async ([, file, expected], { world }) => {
    await world.person({ roles: ["finance"] });
    expect(await said(world, file)).toEqual(expected);
  });
});

test("customers who have nobody of a role are counted, once for a scenario", async ({ world }) => {
  const { customer } = await aCustomer(world);
  await world.invoice({ customer, due: addDays(TODAY, -3) });
  const steps = ["level: first, offset: 5, to: [billing, signatory]", "level: second, offset: 15, cc: [signatory]"];
  const file = one(...steps).replace("name: one", "name: default");
  expect(await said(world, file)).toEqual([
    'warning line 4: "standard", first reminder: 1 customer has nobody for "signatory".',
  ]);
});

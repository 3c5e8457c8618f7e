import { hasErrors, lintScenarios, type LintFacts } from "#domain/scenario-lint.ts";
import {
  EVERYBODY,
  STEP_NAMES,
  USUAL_PRE_DUE,
  usualStep,
  type Audience,
  type Scenario,
  type Step,
  type StepCondition,
} from "#domain/scenario.ts";

export type Chance = () => number;

const FACTS: LintFacts = {
  interval: 7,
  staffed: ["rep", "finance", "manager"],
  templates: [],
  withoutContact: () => 0,
};

/** Any scenario that finance could publish: some of the steps, on some days, by mail or by telephone. */
export function randomScenario(name: string, audience: Partial<Audience>, chance: Chance): Scenario {
  for (;;) {
    const scenario: Scenario = {
      name,
      audience: { ...EVERYBODY, ...audience },
      profiles: [],
      steps: randomSteps(chance),
      preDue: { ...USUAL_PRE_DUE, everybody: chance() < 0.5, largeFromMinor: chance() < 0.5 ? 200_000n : 1_000_000n },
    };
    if (!hasErrors(lintScenarios([scenario], [], FACTS))) return scenario;
  }
}

function randomSteps(chance: Chance): readonly Step[] {
  let offset = -8;
  return STEP_NAMES.filter(() => chance() < 0.75).map((level) => {
    offset = level === "pre-due" ? offset : Math.max(offset, 0) + 1 + Math.floor(chance() * 14);
    const usual = usualStep(level, offset);
    const byPhone = (level === "second" || level === "last") && chance() < 0.2;
    return {
      ...usual,
      ...(byPhone ? { channel: "call", actor: "rep" } : {}),
      when: chance() < 0.2 ? randomCondition(chance) : {},
    } satisfies Step;
  });
}

function randomCondition(chance: Chance): StepCondition {
  const kind = chance();
  if (kind < 0.3) return { daysLate: { from: Math.floor(chance() * 40), to: null } };
  if (kind < 0.6) return { outstanding: { from: Math.floor(chance() * 8_000), to: null } };
  return kind < 0.8 ? { means: ["transfer", "cheque"] } : { segments: ["retail"] };
}

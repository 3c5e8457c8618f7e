import type { StepName } from "#domain/scenario.ts";

/** The step a call stands for; "broken" after a promise that did not hold. */
export type ScriptStep = StepName | "broken";

/** When a call comes in the life of an invoice: what one says then differs. */
export type ScriptMoment = "upcoming" | "late" | "last" | "before-letter" | "broken";

/** What to say at one moment (E6). */
export interface ScriptTexts {
  /** What follows the greeting. */
  readonly opening: string;
  readonly questions: readonly [string, string, string];
  readonly close: string;
  readonly replies: SixReplies;
}

type Reply = readonly [heard: string, answer: string];

/** The six usual replies, each with an answer. */
export type SixReplies = readonly [Reply, Reply, Reply, Reply, Reply, Reply];

const MOMENTS: Readonly<Record<ScriptStep, ScriptMoment>> = {
  "pre-due": "upcoming",
  first: "late",
  second: "late",
  call: "late",
  last: "last",
  "formal-notice": "before-letter",
  decision: "before-letter",
  broken: "broken",
};

/** At which moment of dunning a step stands: how firm the sentence may be. */
export function momentOf(step: ScriptStep): ScriptMoment {
  return MOMENTS[step];
}

/** The steps of dunning, in the order in which an invoice goes through them. */
export const STEP_NAMES = ["pre-due", "first", "second", "call", "last", "formal-notice", "decision"] as const;
export type StepName = (typeof STEP_NAMES)[number];

export const STEP_CHANNELS = ["email", "call", "letter"] as const;
export type StepChannel = (typeof STEP_CHANNELS)[number];

export interface Step {
  readonly name: StepName;
  /** Calendar days from the due date; negative = before it. */
  readonly offset: number;
  readonly channel: StepChannel;
  /** Who does it; the system sends e-mails, people do the rest. */
  readonly actor: "system" | "rep" | "finance";
}

export interface PreDueRule {
  /** Large invoices are announced earlier. */
  readonly largeFromMinor: bigint;
  readonly largeOffset: number;
  /** A slow payer: mean delay at least this many days over at least `settledMin` settled invoices. */
  readonly slowMeanDelayDays: number;
  readonly settledMin: number;
}

export interface Scenario {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly preDue: PreDueRule;
}

/** The scenario shipped with Relais: DOMAIN.md section 4, every number a setting. */
export const DEFAULT_SCENARIO: Scenario = {
  name: "default",
  steps: [
    { name: "pre-due", offset: -5, channel: "email", actor: "system" },
    { name: "first", offset: 5, channel: "email", actor: "system" },
    { name: "second", offset: 15, channel: "email", actor: "system" },
    { name: "call", offset: 30, channel: "call", actor: "rep" },
    { name: "last", offset: 38, channel: "email", actor: "system" },
    { name: "formal-notice", offset: 45, channel: "letter", actor: "finance" },
    { name: "decision", offset: 60, channel: "call", actor: "finance" },
  ],
  preDue: { largeFromMinor: 1_000_000n, largeOffset: -10, slowMeanDelayDays: 10, settledMin: 3 },
};

/** Where a step stands in the scenario; -1 for an invoice that has had none. */
export function positionOf(scenario: Scenario, step: StepName | null): number {
  return step === null ? -1 : scenario.steps.findIndex((candidate) => candidate.name === step);
}

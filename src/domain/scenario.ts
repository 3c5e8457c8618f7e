import type { ContactRole } from "./customer.ts";
import type { PaymentMeans } from "./invoice.ts";
import type { PayerProfile } from "./payer-profile.ts";
import type { Locale, Role } from "./person.ts";
import type { Score } from "./score.ts";

/** The steps of dunning, in the order in which an invoice goes through them. */
export const STEP_NAMES = ["pre-due", "first", "second", "call", "last", "formal-notice", "decision"] as const;
export type StepName = (typeof STEP_NAMES)[number];

export const STEP_CHANNELS = ["email", "call", "letter"] as const;
export type StepChannel = (typeof STEP_CHANNELS)[number];

/** How a step speaks, from the mildest on: it never goes down within a scenario. */
export const TONES = ["informative", "courteous", "firm", "last-amicable", "formal"] as const;
export type Tone = (typeof TONES)[number];

/** Colleagues who get a copy as a step is sent (D6). */
export const COPY_ROLES = ["rep", "project-manager", "collector", "direction"] as const;
export type CopyRole = (typeof COPY_ROLES)[number];
export type RecipientRole = ContactRole | CopyRole;

/** Who a step is sent to, by role: the customer's people as To or Cc, colleagues as Cc or Bcc. */
export interface StepRecipients {
  /** `billing` = the usual: active billing contacts, else any contact with an address. */
  readonly to: readonly ContactRole[];
  readonly cc: readonly RecipientRole[];
  readonly bcc: readonly CopyRole[];
}

/** Bounds, both inclusive; null = none. */
export interface Between {
  readonly from: number | null;
  readonly to: number | null;
}

/** What must hold for a step to be for an invoice (D4); what is left out is not asked. Judged by scenario-condition.ts. */
export interface StepCondition {
  /** Days late of the customer's oldest overdue invoice: its age bucket. */
  readonly daysLate?: Between;
  /** The customer's whole outstanding in the invoice's currency, in main units. */
  readonly outstanding?: Between;
  readonly limitExceeded?: "insurer" | "factor" | "either";
  /** Months since the customer's first day with us. */
  readonly customerMonths?: Between;
  readonly ratings?: readonly Score["rating"][];
  readonly means?: readonly PaymentMeans[];
  readonly segments?: readonly string[];
}

export interface Step {
  readonly name: StepName;
  /** Calendar days from the due date; negative = before it. */
  readonly offset: number;
  readonly channel: StepChannel;
  /** Who does it; the system sends e-mails, people do the rest: `rep` = whoever has the customer. */
  readonly actor: "system" | Role;
  /** The name of its wording: a shipped one bears the name of its step. */
  readonly template: string;
  readonly tone: Tone;
  readonly recipients: StepRecipients;
  readonly when: StepCondition;
}

export interface PreDueRule {
  /** Finance wants everybody announced, not only large amounts and slow payers (D3). */
  readonly everybody: boolean;
  /** Large invoices are announced earlier. */
  readonly largeFromMinor: bigint;
  readonly largeOffset: number;
  /** A slow payer: mean delay at least this many days over at least `settledMin` settled invoices. */
  readonly slowMeanDelayDays: number;
  readonly settledMin: number;
}

/** Whose invoices follow a scenario; empty lists = any. */
export interface Audience {
  /** Deposits have a scenario of their own, where finance made one. */
  readonly invoices: "all" | "deposits";
  /** True: only customers for whom finance chose it. */
  readonly onlyChosen: boolean;
  readonly segments: readonly string[];
  readonly languages: readonly Locale[];
}

export interface Scenario {
  readonly name: string;
  readonly audience: Audience;
  /** The payer profiles for which it is proposed (D15). */
  readonly profiles: readonly PayerProfile[];
  readonly steps: readonly Step[];
  readonly preDue: PreDueRule;
}

const USUAL: StepRecipients = { to: ["billing"], cc: [], bcc: [] };
const TONE_OF: Readonly<Record<StepName, Tone>> = {
  "pre-due": "informative",
  first: "courteous",
  second: "firm",
  call: "firm",
  last: "last-amicable",
  "formal-notice": "formal",
  decision: "formal",
};
const CHANNEL_OF: Readonly<Record<StepName, StepChannel>> = {
  "pre-due": "email",
  first: "email",
  second: "email",
  call: "call",
  last: "email",
  "formal-notice": "letter",
  decision: "call",
};
const ACTOR_OF: Readonly<Record<StepName, Step["actor"]>> = {
  "pre-due": "system",
  first: "system",
  second: "system",
  call: "rep",
  last: "system",
  "formal-notice": "finance",
  decision: "finance",
};

/** A step as its name has it, where nothing else is said. */
export function usualStep(name: StepName, offset: number): Step {
  return {
    name,
    offset,
    channel: CHANNEL_OF[name],
    actor: ACTOR_OF[name],
    template: name,
    tone: TONE_OF[name],
    recipients: USUAL,
    when: {},
  };
}

/** Whether it is a step of the closed list. */
export function isStepName(name: string): name is StepName {
  return STEP_NAMES.some((step) => step === name);
}

/** The level of a step: its place among the names. */
export function levelOf(step: StepName): number {
  return STEP_NAMES.indexOf(step);
}

export const EVERYBODY: Audience = { invoices: "all", onlyChosen: false, segments: [], languages: [] };
export const USUAL_PRE_DUE: PreDueRule = {
  everybody: false,
  largeFromMinor: 1_000_000n,
  largeOffset: -10,
  slowMeanDelayDays: 10,
  settledMin: 3,
};

/** The scenario shipped with Relais: DOMAIN.md section 4, every number a setting. */
export const DEFAULT_SCENARIO: Scenario = {
  name: "default",
  audience: EVERYBODY,
  profiles: [],
  steps: [
    usualStep("pre-due", -5),
    usualStep("first", 5),
    usualStep("second", 15),
    usualStep("call", 30),
    usualStep("last", 38),
    usualStep("formal-notice", 45),
    usualStep("decision", 60),
  ],
  preDue: USUAL_PRE_DUE,
};

/**
 * Where a step stands in the scenario; -1 for an invoice that has had none. A step of another scenario, from before a
 * switch, stands at the last one here that is not above its level: nobody hears the same level twice.
 */
export function positionOf(scenario: Scenario, step: StepName | null): number {
  return step === null ? -1 : scenario.steps.findLastIndex((candidate) => levelOf(candidate.name) <= levelOf(step));
}

import { faultsOfTemplate, isShippedTemplate, type MailTemplate, type TemplateFault } from "./mail-template.ts";
import type { Role } from "./person.ts";
import {
  levelOf,
  TONES,
  type RecipientRole,
  type Scenario,
  type Step,
  type StepChannel,
  type StepName,
} from "./scenario.ts";

/** What is wrong or doubtful in scenarios and wordings; each has one sentence (i18n). */
export type Finding = FindingPlace & (ScenarioFault | TemplateFault);

export interface FindingPlace {
  /** An error keeps it from being handed in; a warning is finance's to weigh. */
  readonly weight: "error" | "warning";
  readonly scenario: string | null;
  readonly step: StepName | null;
  readonly template: string | null;
}

export type ScenarioFault =
  | { readonly fault: "no-steps" }
  | { readonly fault: "threat-too-early"; readonly offset: number; readonly earliest: number }
  | { readonly fault: "threat-without-email" }
  | { readonly fault: "call-without-email" }
  | { readonly fault: "not-ascending"; readonly before: StepName }
  | { readonly fault: "step-twice" }
  | { readonly fault: "level-falls"; readonly before: StepName }
  | { readonly fault: "tone-falls"; readonly before: StepName }
  | { readonly fault: "too-near"; readonly before: StepName; readonly days: number; readonly interval: number }
  | { readonly fault: "wrong-channel"; readonly channel: StepChannel }
  | { readonly fault: "pre-due-late" }
  | { readonly fault: "not-late-yet" }
  | { readonly fault: "machine-cannot" }
  | { readonly fault: "unknown-template" }
  | { readonly fault: "missing-role"; readonly role: Role }
  | { readonly fault: "missing-contact"; readonly role: RecipientRole; readonly customers: number }
  | { readonly fault: "name-not-usable" };

/** What the company is like, as far as scenarios depend on it. */
export interface LintFacts {
  /** Days between two reminders to a customer. */
  readonly interval: number;
  /** Roles that somebody active has. */
  readonly staffed: readonly Role[];
  /** Wordings that exist already, by name. */
  readonly templates: readonly string[];
  /** How many customers of a scenario have nobody of a role; left out = none. */
  readonly withoutContact: (scenario: Scenario, role: RecipientRole) => number;
}

/** A formal notice before this many days would surprise a judge and a customer alike. */
const THREAT_FROM_DAYS = 30;
const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

const CHANNELS: Readonly<Record<StepName, readonly StepChannel[]>> = {
  "pre-due": ["email"],
  first: ["email"],
  second: ["email", "call"],
  call: ["call"],
  last: ["email", "call"],
  "formal-notice": ["letter"],
  decision: ["call"],
};

/** Everything that finance should read before scenarios and wordings are used, errors first. */
export function lintScenarios(
  scenarios: readonly Scenario[],
  templates: readonly MailTemplate[],
  facts: LintFacts,
): readonly Finding[] {
  const names = new Set([...facts.templates, ...templates.map(({ name }) => name)]);
  const findings = [
    ...scenarios.flatMap((scenario) => lintScenario(scenario, names, facts)),
    ...templates.flatMap(lintTemplate),
  ];
  return findings.toSorted((a, b) => Number(b.weight === "error") - Number(a.weight === "error"));
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ weight }) => weight === "error");
}

function lintTemplate(template: MailTemplate): readonly Finding[] {
  const name = [template.name, template.locale, ...(template.sender === null ? [] : [template.sender])].join(", ");
  return faultsOfTemplate(template).map((fault) => ({
    ...fault,
    weight: "error",
    scenario: null,
    step: null,
    template: name,
  }));
}

function lintScenario(scenario: Scenario, templates: ReadonlySet<string>, facts: LintFacts): readonly Finding[] {
  const at = (step: Step | null, weight: Finding["weight"], fault: ScenarioFault): Finding => ({
    ...fault,
    weight,
    scenario: scenario.name,
    step: step?.name ?? null,
    template: step !== null && fault.fault === "unknown-template" ? step.template : null,
  });
  const { steps } = scenario;
  return [
    ...(NAME.test(scenario.name) ? [] : [at(null, "error", { fault: "name-not-usable" })]),
    ...(steps.length === 0 ? [at(null, "error", { fault: "no-steps" })] : []),
    ...steps.flatMap((step, index) => [
      ...errorsOf(step, steps.slice(0, index), templates).map((fault) => at(step, "error", fault)),
      ...warningsOf(step, steps[index - 1], facts).map((fault) => at(step, "warning", fault)),
      ...missingContacts(scenario, step, facts).map((fault) => at(step, "warning", fault)),
    ]),
  ];
}

function errorsOf(step: Step, earlier: readonly Step[], templates: ReadonlySet<string>): readonly ScenarioFault[] {
  const before = earlier.at(-1);
  const faults: (ScenarioFault | false)[] = [
    before !== undefined && before.offset >= step.offset && { fault: "not-ascending", before: before.name },
    earlier.some(({ name }) => name === step.name) && { fault: "step-twice" },
    before !== undefined && levelOf(before.name) > levelOf(step.name) && { fault: "level-falls", before: before.name },
    !CHANNELS[step.name].includes(step.channel) && { fault: "wrong-channel", channel: step.channel },
    step.name === "pre-due" && step.offset > 0 && { fault: "pre-due-late" },
    step.name !== "pre-due" && step.offset <= 0 && { fault: "not-late-yet" },
    step.channel !== "email" && step.actor === "system" && { fault: "machine-cannot" },
    usesTemplate(step) &&
      !isShippedTemplate(step.template) &&
      !templates.has(step.template) && { fault: "unknown-template" },
    ...threatFaults(step, earlier),
  ];
  return faults.filter((fault) => fault !== false);
}

/** A threat comes late, and never to somebody who was not written to. */
function threatFaults(step: Step, earlier: readonly Step[]): readonly (ScenarioFault | false)[] {
  const wrote = earlier.some(({ name, channel }) => channel === "email" && name !== "pre-due");
  const isThreat = step.name === "formal-notice";
  return [
    isThreat &&
      step.offset < THREAT_FROM_DAYS && {
        fault: "threat-too-early",
        offset: step.offset,
        earliest: THREAT_FROM_DAYS,
      },
    isThreat && !wrote && { fault: "threat-without-email" },
    !isThreat && step.channel === "call" && !wrote && { fault: "call-without-email" },
  ];
}

function warningsOf(step: Step, before: Step | undefined, facts: LintFacts): readonly ScenarioFault[] {
  const gap = before === undefined || before.name === "pre-due" ? null : step.offset - before.offset;
  const role = step.actor === "system" ? null : step.actor;
  const faults: (ScenarioFault | false)[] = [
    before !== undefined &&
      gap !== null &&
      gap > 0 &&
      gap < facts.interval && { fault: "too-near", before: before.name, days: gap, interval: facts.interval },
    before !== undefined &&
      TONES.indexOf(before.tone) > TONES.indexOf(step.tone) && { fault: "tone-falls", before: before.name },
    role !== null && !facts.staffed.includes(role) && { fault: "missing-role", role },
  ];
  return faults.filter((fault) => fault !== false);
}

function missingContacts(scenario: Scenario, step: Step, facts: LintFacts): readonly ScenarioFault[] {
  const { to, cc, bcc } = step.recipients;
  return [...new Set<RecipientRole>([...to, ...cc, ...bcc])].flatMap((role): readonly ScenarioFault[] => {
    const customers = facts.withoutContact(scenario, role);
    return customers === 0 ? [] : [{ fault: "missing-contact", role, customers }];
  });
}

/** A call has a script, not a wording. */
function usesTemplate({ channel }: Step): boolean {
  return channel !== "call";
}

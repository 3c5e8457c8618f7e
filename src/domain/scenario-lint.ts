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
  | { readonly fault: "name-not-usable" }
  | { readonly fault: "name-twice" };

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
    ...scenarios.flatMap((scenario, at) => lintScenario(scenario, scenarios.slice(0, at), { templates: names, facts })),
    ...templates.flatMap((template, at) => lintTemplate(template, templates.slice(0, at))),
  ];
  return findings.toSorted((a, b) => Number(b.weight === "error") - Number(a.weight === "error"));
}

/** Whether a scenario cannot be published as it is; warnings do not count. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ weight }) => weight === "error");
}

function lintTemplate(template: MailTemplate, earlier: readonly MailTemplate[]): readonly Finding[] {
  const name = labelOf(template);
  const isRepeated = earlier.some((other) => labelOf(other) === name);
  const faults = [...(isRepeated ? [{ fault: "name-twice" } as const] : []), ...faultsOfTemplate(template)];
  return faults.map((fault) => ({
    ...fault,
    weight: "error",
    scenario: null,
    step: null,
    template: name,
  }));
}

/** A wording as findings name it. */
export function labelOf({ name, locale, sender = null }: Label): string {
  return [name, locale, ...(sender === null ? [] : [sender])].join(", ");
}

interface Label {
  readonly name: string;
  readonly locale: string;
  readonly sender?: string | null | undefined;
}

interface Known {
  readonly templates: ReadonlySet<string>;
  readonly facts: LintFacts;
}

function lintScenario(
  scenario: Scenario,
  others: readonly Scenario[],
  { templates, facts }: Known,
): readonly Finding[] {
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
    ...(others.some(({ name }) => name === scenario.name) ? [at(null, "error", { fault: "name-twice" })] : []),
    ...(steps.length === 0 ? [at(null, "error", { fault: "no-steps" })] : []),
    ...steps.flatMap((step, index) => [
      ...errorsOf(step, steps.slice(0, index), templates).map((fault) => at(step, "error", fault)),
      ...warningsOf(step, steps[index - 1], facts).map((fault) => at(step, "warning", fault)),
      ...missingContacts(scenario, index, facts).map((fault) => at(step, "warning", fault)),
    ]),
  ];
}

function errorsOf(step: Step, earlier: readonly Step[], templates: ReadonlySet<string>): readonly ScenarioFault[] {
  const before = earlier.at(-1);
  const falls = levelFalls(before, step);
  const faults: (ScenarioFault | false)[] = [
    before !== undefined && !falls && before.offset >= step.offset && { fault: "not-ascending", before: before.name },
    earlier.some(({ name }) => name === step.name) && { fault: "step-twice" },
    before !== undefined && falls && { fault: "level-falls", before: before.name },
    !CHANNELS[step.name].includes(step.channel) && { fault: "wrong-channel", channel: step.channel },
    step.name === "pre-due" && step.offset > 0 && { fault: "pre-due-late" },
    step.name !== "pre-due" && step.offset <= 0 && { fault: "not-late-yet" },
    step.channel !== "email" && step.actor === "system" && { fault: "machine-cannot" },
    usesTemplate(step) &&
      step.template !== step.name &&
      !isShippedTemplate(step.template) &&
      !templates.has(step.template) && { fault: "unknown-template" },
    ...threatFaults(step, earlier),
  ];
  return faults.filter((fault) => fault !== false);
}

function levelFalls(before: Step | undefined, step: Step): boolean {
  return before !== undefined && levelOf(before.name) > levelOf(step.name);
}

/** A threat comes late, whatever the step is called, and never to somebody who was not written to. */
function threatFaults(step: Step, earlier: readonly Step[]): readonly (ScenarioFault | false)[] {
  const wrote = earlier.some(({ name, channel }) => channel === "email" && name !== "pre-due");
  const isThreat =
    step.name === "formal-notice" ||
    (usesTemplate(step) && (step.template === "formal-notice" || step.tone === "formal"));
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
      !levelFalls(before, step) &&
      TONES.indexOf(before.tone) > TONES.indexOf(step.tone) && { fault: "tone-falls", before: before.name },
    role !== null && !facts.staffed.includes(role) && { fault: "missing-role", role },
  ];
  return faults.filter((fault) => fault !== false);
}

/** A role is told of at the first step that names it. */
function missingContacts({ steps, ...scenario }: Scenario, at: number, facts: LintFacts): readonly ScenarioFault[] {
  const rolesOf = (index: number) => rolesNamedBy(steps[index]);
  const told = new Set(steps.slice(0, at).flatMap((_, index) => rolesOf(index)));
  return rolesOf(at)
    .filter((role) => !told.has(role))
    .flatMap((role): readonly ScenarioFault[] => {
      const customers = facts.withoutContact({ ...scenario, steps }, role);
      return customers === 0 ? [] : [{ fault: "missing-contact", role, customers }];
    });
}

function rolesNamedBy(step: Step | undefined): readonly RecipientRole[] {
  if (step === undefined) return [];
  const { to, cc, bcc } = step.recipients;
  return [...new Set<RecipientRole>([...to, ...cc, ...bcc])];
}

/** A call has a script, not a wording. */
function usesTemplate({ channel }: Step): boolean {
  return channel !== "call";
}

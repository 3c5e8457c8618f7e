import type { Finding } from "#domain/scenario-lint.ts";
import { commonEn } from "#i18n/common/en.ts";
import type { FindingWords } from "#i18n/scenarios/messages.ts";
import { scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");
const { steps, atRole } = commonEn;

export const RECIPIENTS_EN = {
  billing: "the customer's accounts department",
  signatory: "signatory",
  purchasing: "purchasing",
  other: "other contact",
  rep: "sales rep",
  "project-manager": "project manager",
  collector: "credit controller",
  direction: "senior management",
} as const;

const FINDINGS: FindingWords = {
  "no-steps": () => "it has no step.",
  "threat-too-early": ({ offset, earliest }) =>
    `threat too early: the tone of a formal notice ${say.count(offset, "day", "days")} after the due date; never before ${earliest}.`,
  "threat-without-email": () => "threat out of the blue: no e-mail reminder comes before the formal notice.",
  "call-without-email": () => "call out of the blue: no e-mail reminder comes before it.",
  "not-ascending": ({ before }) => `the days are not in order: this step comes after "${steps[before]}".`,
  "step-twice": () => "this step is there twice.",
  "level-falls": ({ before }) => `the steps are not in order: this one comes before "${steps[before]}".`,
  "tone-falls": ({ before }) => `the tone goes down after "${steps[before]}".`,
  "too-near": ({ before, days, interval }) =>
    `too near "${steps[before]}": ${say.count(days, "day", "days")} apart, for at least ${interval} between two reminders.`,
  "wrong-channel": ({ channel }) =>
    ({
      email: "this step is not an e-mail.",
      call: "this step is not a call.",
      letter: "a letter is for the formal notice only.",
    })[channel],
  "pre-due-late": () => "a reminder ahead of the date cannot come after it.",
  "not-late-yet": () => "this step is about late payment: its day comes after the due date.",
  "machine-cannot": () => "a person has to be named: no call and no letter happens by itself.",
  "unknown-template": ({ template }) => `there is no template "${template ?? ""}".`,
  "missing-role": ({ role }) =>
    `nobody is ${atRole[role]} for now${role === "finance" ? "." : ": finance will answer."}`,
  "missing-contact": ({ role, customers }) =>
    role === "billing"
      ? `${say.count(customers, "customer has", "customers have")} no contact with an e-mail address.`
      : `${say.count(customers, "customer has", "customers have")} nobody for "${RECIPIENTS_EN[role]}".`,
  "name-not-usable": () => "a name is made of lower-case letters, digits and dashes, 40 characters at most.",
  "name-twice": () => "this name is used twice in the file.",
  "unknown-placeholder": ({ typed }) => `"${typed}" is not a known placeholder.`,
  "no-number": () => "the invoice number is missing: {{invoice}} or {{table}}.",
  "no-due-date": () => "the due date is missing: {{due}} or {{table}}.",
  "no-table": () => "the table of invoices is missing: {{table}}.",
  "table-in-subject": () => "the table does not fit into a subject.",
  "text-missing": () => "the subject or the text is empty.",
};

/** A finding as one sentence, after the place it is about. */
export function findingEn(finding: Finding): string {
  // Each sentence takes the finding of its own fault: the table's type says so, TypeScript cannot follow it here.
  const tell = FINDINGS[finding.fault] as (finding: Finding) => string;
  const isText = finding.scenario === null;
  const place = [
    isText ? `Template "${finding.template ?? ""}"` : `"${scenarioName(finding.scenario, "en")}"`,
    ...(finding.step === null ? [] : [steps[finding.step]]),
  ];
  return `${place.join(", ")}: ${tell(finding)}`;
}

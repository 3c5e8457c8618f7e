import type { Locale } from "#domain/person.ts";
import { isStepName, type Scenario, type Step } from "#domain/scenario.ts";
import { commonEn } from "#i18n/common/en.ts";
import { findingEn, RECIPIENTS_EN } from "#i18n/scenarios/findings-en.ts";
import type { ScenarioWords } from "#i18n/scenarios/messages.ts";
import { fileFaultEn } from "#i18n/scenarios/file-faults-en.ts";
import { LANGUAGES, scenarioName } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");
const { steps, roles } = commonEn;
const channels = { email: "e-mail", call: "call", letter: "letter" } as const;
const day = (offset: number) => (offset < 0 ? `D-${-offset}` : `D+${offset}`);
const called = (scenario: string) => scenarioName(scenario, "en");
const messages = (n: number) => say.count(n, "message", "messages");
const tones: ScenarioWords["tones"] = {
  informative: "informative tone",
  courteous: "courteous tone",
  firm: "firm tone",
  "last-amicable": "last friendly tone",
  formal: "formal tone",
};

export const scenariosEn: ScenarioWords = {
  name: called,
  wording,
  tones,
  recipients: RECIPIENTS_EN,
  profiles: {
    "passing-difficulty": "passing difficulty",
    "slow-by-habit": "slow by habit",
    "often-disputes": "often disputes",
    "bad-payer": "bad payer",
  },
  places: {
    greeting: "the greeting",
    number: "the number of the oldest invoice",
    numbers: "the numbers of the invoices",
    count: "how many invoices",
    amount: "what is left to pay",
    due: "the due date of the oldest",
    issued: "its date",
    late: "how late it is",
    table: "the table of invoices",
    seller: "your company",
    rep: "the name of the person who looks after this customer",
    signer: "who signs",
    answerBy: "the day an answer is hoped for by",
    lastMessage: "the previous message",
  },
  finding: findingEn,
  list: {
    title: "The reminder scenarios",
    intro: "A scenario says which reminders go out, when, and to whom. What has gone out never changes.",
    entry: (name, n, chosen) =>
      [
        say.capital(called(name)),
        n === null ? "shipped with Relais" : `version ${n}`,
        ...(chosen === 0 ? [] : [`chosen for ${say.count(chosen, "customer", "customers")}`]),
      ].join(", "),
    audience: audienceOf,
    open: "Show",
    draft: (source, on) =>
      `A draft has been waiting since ${say.day(on, "short")}${source === null ? "" : ` (${source})`}.`,
    openDraft: "Show the draft",
    byFile: "To change everything at once: drop your YAML file here. We go through it together before it is published.",
    templates: (names) => `Your own wordings: ${say.list(names)}.`,
  },
  one: {
    title: (name) => `Scenario "${called(name)}"`,
    step: (step) => `${day(step.offset)}, ${steps[step.name]}`,
    details: (step) => detailsOf(step),
    change: "Change…",
    changeDay: (step) => `The day: ${steps[step]}`,
    changeText: (step, locale) => `The wording: ${wording(step, locale, null)}`,
    rollBack: "Previous version",
    rollBackConfirm: {
      title: "Go back?",
      text: "The previous version applies again to the next reminders. What has gone out does not change.",
      yes: "Go back",
      no: "Leave it",
    },
    all: "All scenarios",
    version: (n, on) => `version ${n}${on === null ? "" : `, published on ${say.day(on, "full")}`}`,
    shipped: "shipped with Relais, unchanged",
  },
  package: {
    title: "Here is what would change",
    holds: (scenarios, templates) =>
      [
        ...(scenarios.length === 0
          ? []
          : [`${scenarios.length > 1 ? "Scenarios" : "Scenario"}: ${say.list(scenarios.map(called))}.`]),
        ...(templates.length === 0
          ? []
          : [`${templates.length > 1 ? "Wordings" : "Wording"}: ${say.list(templates)}.`]),
      ].join(" "),
    checked: (warnings) =>
      warnings === 0 ? "Checked: nothing to report." : `Checked: ${say.count(warnings, "point", "points")} to look at.`,
    compare: (on, sent, asked) =>
      `On ${say.day(on, "long")}: ${messages(sent.before)} as it is, ${messages(sent.after)} with this draft; ` +
      `${say.count(asked.before, "task", "tasks")} as it is, ${say.number(asked.after)} with it.`,
    nothingChanges: (same) =>
      same === 0
        ? "Nothing would go out that day, neither now nor with this draft."
        : `Nothing changes that day for ${same === 1 ? "the customer concerned" : `the ${say.number(same)} customers concerned`}.`,
    difference: (name, before, after) =>
      `${name}: ${before === null ? "nothing" : steps[before]} → ${after === null ? "nothing" : steps[after]}`,
    more: (count) => (count === 1 ? "and 1 other customer" : `and ${say.number(count)} other customers`),
    publish: "Publish",
    cancel: "Discard",
    published: (by) => (by === null ? "It is published." : `Published by ${by}.`),
    cancelled: "The draft has been set aside; nothing has changed.",
    changed: "It applies from the next reminders on; what has gone out does not change.",
  },
  file: {
    unreadable: (name) => `"${name}" could not be read as a file of scenarios:`,
    at: (line, sentence) => (line === null ? sentence : `line ${line}: ${sentence}`),
    fault: fileFaultEn,
    wrong: (name) => `In "${name}", a few points need putting right before it can be published:`,
    same: (name) => `"${name}" says the same as what is in place: nothing to publish.`,
    notYours: "Scenarios are kept by finance: only they can hand one in.",
    notScenarios: "A file dropped here is read as scenarios: it ends in .yaml or .yml.",
    tooLarge: "This file is too large for scenarios (256 kB at most).",
  },
  customer: {
    menuChoose: "Change scenario…",
    menuProfile: "Suggest a payer profile…",
    fact: "Scenario",
    chosen: (customer, scenario) => `Noted: ${customer} now follows the scenario "${called(scenario)}".`,
    back: (customer, scenario) => `Noted: ${customer} follows the usual scenario again, "${called(scenario)}".`,
    usual: "The usual scenario",
  },
  proposal: {
    title: (customer) => `Another pace for ${customer}?`,
    text: (by, profile, scenario) =>
      `${by ?? "Somebody on the team"} sees this customer as: ${scenariosEn.profiles[profile]}. The scenario "${called(scenario)}" would suit.`,
    softer: "Softer: reminders come further apart.",
    firmer: "Firmer: reminders come sooner.",
    confirm: "Adopt",
    refuse: "Keep the usual",
    confirmed: (customer, scenario, by) =>
      `${customer} now follows the scenario "${called(scenario)}"${by === null ? "" : ` (${by})`}.`,
    refused: (customer, by) => `${customer} keeps its scenario${by === null ? "" : ` (${by})`}.`,
    waits: (customer) => `Passed on to finance, thank you. Until they answer, nothing changes for ${customer}.`,
    openCustomer: "Open the customer",
  },
  forms: {
    day: {
      title: "Change a day",
      offset: (step) => `Days after the due date: ${steps[step]}`,
      offsetHint: "A whole number; negative for a reminder ahead of the date.",
      submit: "Prepare",
    },
    text: {
      title: "Change a wording",
      subject: "Subject",
      body: "Text",
      bodyHint: "An empty line between two paragraphs; the signature is added.",
      places: (names) => `Placeholders: ${names.join(", ")}.`,
      submit: "Prepare",
    },
    choose: { title: "Change scenario", scenario: "Scenario", submit: "Change" },
    profile: {
      title: "Payer profile",
      profile: "How does this customer pay?",
      hint: "Finance confirms before anything changes.",
      submit: "Suggest",
    },
  },
};

function detailsOf({ channel, actor, tone, recipients, when, template, name }: Step): readonly string[] {
  const copies = [...recipients.cc, ...recipients.bcc].map((role) => RECIPIENTS_EN[role]);
  const to = recipients.to.filter((role) => role !== "billing").map((role) => RECIPIENTS_EN[role]);
  return [
    actor === "system" ? channels[channel] : `${channels[channel]} by ${roles[actor]}`,
    tones[tone],
    ...(to.length === 0 ? [] : [`also to: ${say.list(to)}`]),
    ...(copies.length === 0 ? [] : [`copy: ${say.list(copies)}`]),
    ...(template === name || channel === "call" ? [] : [`wording "${textName(template)}"`]),
    ...(Object.keys(when).length === 0 ? [] : ["under conditions"]),
  ];
}

function wording(name: string, locale: Locale, sender: string | null): string {
  return `${textName(name)} (${[LANGUAGES.en[locale], ...(sender === null ? [] : [sender])].join(", ")})`;
}

/** The shipped texts are called like their step, finance's own like finance called them. */
function textName(name: string): string {
  return isStepName(name) ? steps[name] : name;
}

function audienceOf({ invoices, onlyChosen, segments, languages }: Scenario["audience"]): string {
  if (onlyChosen) return "for the customers finance chooses";
  const who = [
    ...(segments.length === 0 ? [] : [`segment ${say.list(segments)}`]),
    ...(languages.length === 0
      ? []
      : [`customers written to in ${say.list(languages.map((each) => LANGUAGES.en[each]))}`]),
  ];
  return [
    invoices === "deposits" ? "for deposits" : who.length === 0 ? "for everybody" : "for all invoices",
    ...who,
  ].join(", ");
}

import { chooseScenarioForm, profileForm, scenarioDayForm, templateForm } from "#cards/forms/scenario-forms.ts";
import { scenarioPackageCard } from "#cards/scenario-package.ts";
import { scenarioProposalCard } from "#cards/scenario-proposal.ts";
import { scenarioCard, scenariosCard } from "#cards/scenarios.ts";
import type { Form } from "#cards/card.ts";
import { SHIPPED_SCENARIOS } from "#domain/scenario-choice.ts";
import type { Finding } from "#domain/scenario-lint.ts";
import { DEFAULT_SCENARIO, usualStep } from "#domain/scenario.ts";
import { templateWordsFor } from "#i18n/mail/words.ts";
import type { Words } from "#i18n/words.ts";
import { asOf, garnier } from "./sample-people.ts";
import type { NamedCard } from "./samples.ts";

const tooNear: Finding = {
  fault: "too-near",
  weight: "warning",
  scenario: "default",
  step: "second",
  template: null,
  before: "first",
  days: 4,
  interval: 7,
};

export function scenarioCards(words: Words): readonly NamedCard[] {
  const view = { version: 2, publishedOn: "2026-11-02", chosen: 3, hasEarlier: true } as const;
  const boss = {
    ...DEFAULT_SCENARIO,
    steps: [
      usualStep("first", 5),
      {
        ...usualStep("call", 30),
        actor: "manager" as const,
        recipients: { to: ["billing", "signatory"], cc: ["rep"], bcc: ["direction"] } as const,
        when: { outstanding: { from: 10_000, to: null } },
      },
    ],
  };
  const draft = {
    package: 4,
    scenarios: ["default"],
    templates: [words.scenarios.wording("first", "fr", null)],
    findings: [tooNear],
    comparison: {
      day: "2026-11-25",
      messages: { before: 12, after: 9 },
      asks: { before: 2, after: 2 },
      differences: [{ name: "Garnier", before: "first", after: null }],
      same: 9,
    },
    state: "draft",
    by: null,
    asOf,
  } as const;
  const proposal = {
    proposal: 7,
    customer: garnier,
    profile: "passing-difficulty",
    scenario: "prudent",
    isSofter: true,
    proposedBy: "Claire Morel",
    state: "open",
    decidedBy: null,
    mayDecide: true,
    asOf,
  } as const;
  return [
    [
      "scenarios",
      scenariosCard(
        {
          scenarios: SHIPPED_SCENARIOS.map((scenario) => ({
            scenario,
            ...view,
            chosen: scenario.audience.onlyChosen ? view.chosen : 0,
          })),
          templates: [words.scenarios.wording("first", "fr", null)],
          draft: { id: 4, source: "scenarios.yaml", day: "2026-11-23" },
          asOf,
        },
        words,
      ),
    ],
    ["scenario", scenarioCard({ scenario: boss, ...view, asOf }, words)],
    ["scenario draft", scenarioPackageCard(draft, words)],
    ["scenario published", scenarioPackageCard({ ...draft, state: "published", by: "Camille Roux" }, words)],
    ["scenario cancelled", scenarioPackageCard({ ...draft, state: "cancelled" }, words)],
    ["profile proposed", scenarioProposalCard(proposal, words)],
    ["profile passed on", scenarioProposalCard({ ...proposal, mayDecide: false }, words)],
    [
      "profile confirmed",
      scenarioProposalCard({ ...proposal, state: "confirmed", decidedBy: "Camille Roux", mayDecide: false }, words),
    ],
  ];
}

export function scenarioForms(words: Words): readonly Form[] {
  const about = { scenario: "default", step: "first" } as const;
  const text = templateWordsFor(words.locale).shipped.first;
  return [
    scenarioDayForm({ ...about, offset: 5 }, words),
    templateForm({ ...about, locale: words.locale, ...text }, words),
    chooseScenarioForm(
      { customer: garnier.code, name: garnier.name, scenarios: ["default", "prudent"], chosen: "prudent" },
      words,
    ),
    profileForm({ customer: garnier.code, name: garnier.name }, words),
  ];
}

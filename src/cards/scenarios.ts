import type { Card, Menu, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import { LOCALES } from "#domain/person.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

/** A scenario in force, as finance sees it. */
export interface ScenarioView {
  readonly scenario: Scenario;
  readonly version: number | null;
  readonly publishedOn: Day | null;
  readonly chosen: number;
  /** An earlier version can be brought back. */
  readonly hasEarlier: boolean;
}

export interface ScenariosView {
  readonly scenarios: readonly ScenarioView[];
  /** Finance's own wordings: "first (fr)". */
  readonly templates: readonly string[];
  readonly draft: { readonly id: number; readonly source: string | null; readonly day: Day } | null;
  readonly asOf: AsOf;
}

/** A chat's card stays readable; the file holds them all. */
const SCENARIOS_SHOWN_MAX = 20;

/** `/scenarios`: what is in force, and the draft that waits. */
export function scenariosCard(view: ScenariosView, words: Words): Card {
  const say = words.scenarios.list;
  return {
    name: "scenarios",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      { is: "text", text: say.intro },
      ...view.scenarios.slice(0, SCENARIOS_SHOWN_MAX).map(({ scenario, version, chosen }): Part => {
        const entry = say.entry(scenario.name, version, chosen);
        return {
          is: "item",
          text: [{ text: entry, strong: true }, { text: `\n${say.audience(scenario.audience)}` }],
          control: { is: "button", label: say.open, action: { do: "show-scenario", scenario: scenario.name } },
        };
      }),
      ...(view.templates.length === 0 ? [] : [{ is: "text", text: say.templates(view.templates) } as const]),
      ...draftParts(view, words),
      { is: "small", text: say.byFile },
      asOfPart(view.asOf, words),
    ],
  };
}

function draftParts({ draft }: ScenariosView, words: Words): readonly Part[] {
  if (draft === null) return [];
  const say = words.scenarios.list;
  return [
    {
      is: "item",
      text: say.draft(draft.source, draft.day),
      control: { is: "button", label: say.openDraft, action: { do: "show-scenario-draft", package: draft.id } },
    },
  ];
}

/** One scenario with its steps, and what can be changed without a file. */
export function scenarioCard(view: ScenarioView & { readonly asOf: AsOf }, words: Words): Card {
  const say = words.scenarios.one;
  const { scenario, version, publishedOn, hasEarlier } = view;
  const title = say.title(scenario.name);
  return {
    name: "scenario",
    summary: title,
    parts: [
      { is: "heading", text: title },
      { is: "text", text: words.say.capital(words.scenarios.list.audience(scenario.audience)) },
      ...scenario.steps.map((step): Part => ({
        is: "item",
        text: [{ text: say.step(step), strong: true }, { text: `\n${say.details(step).join(", ")}` }],
      })),
      {
        is: "controls",
        controls: [
          changeMenu(scenario, words),
          ...(hasEarlier
            ? [
                {
                  is: "button",
                  label: say.rollBack,
                  action: { do: "roll-back-scenario", scenario: scenario.name },
                  confirm: say.rollBackConfirm,
                } as const,
              ]
            : []),
          { is: "button", label: say.all, action: { do: "show-scenarios" } },
        ],
      },
      { is: "small", text: version === null ? say.shipped : say.version(version, publishedOn) },
      asOfPart(view.asOf, words),
    ],
  };
}

/** Every day, and every wording in both languages. */
function changeMenu({ name, steps }: Scenario, words: Words): Menu {
  const say = words.scenarios.one;
  return {
    is: "menu",
    label: say.change,
    options: [
      ...steps.map((step) => ({
        label: say.changeDay(step.name),
        action: { do: "open-form", form: "scenario-day", scenario: name, step: step.name } as const,
      })),
      ...steps
        .filter(({ channel }) => channel !== "call")
        .flatMap((step) =>
          LOCALES.map((locale) => ({
            label: say.changeText(step.name, locale),
            action: { do: "open-form", form: "template-text", scenario: name, step: step.name, locale } as const,
          })),
        ),
    ],
  };
}

import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Finding } from "#domain/scenario-lint.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

interface Counts {
  readonly before: number;
  readonly after: number;
}

/** What finance handed in, checked and tried out on the real customers. */
export interface ScenarioPackageView {
  readonly package: number;
  readonly scenarios: readonly string[];
  readonly templates: readonly string[];
  readonly findings: readonly Finding[];
  /** The next working day as it is and as it would be; null once it is decided. */
  readonly comparison: {
    readonly day: Day;
    readonly messages: Counts;
    readonly asks: Counts;
    readonly differences: readonly {
      readonly name: string;
      readonly before: StepName | null;
      readonly after: StepName | null;
    }[];
    readonly same: number;
  } | null;
  readonly state: "draft" | "published" | "cancelled";
  readonly by: string | null;
  readonly asOf: AsOf;
}

const DIFFERENCES_MAX = 10;
const FINDINGS_MAX = 10;

/** A draft with its lint, who would get what tomorrow, and the two buttons; or what became of it. */
export function scenarioPackageCard(view: ScenarioPackageView, words: Words): Card {
  const say = words.scenarios.package;
  const title =
    view.state === "draft" ? say.title : view.state === "published" ? say.published(view.by) : say.cancelled;
  return {
    name: "scenario-package",
    summary: title,
    parts: [
      view.state === "draft" ? { is: "heading", text: title } : { is: "text", text: title },
      { is: "text", text: say.holds(view.scenarios, view.templates) },
      ...(view.state === "draft" ? draftParts(view, words) : []),
      ...(view.state === "published" ? [{ is: "text", text: say.changed } as const] : []),
      asOfPart(view.asOf, words),
    ],
  };
}

function draftParts({ findings, comparison, ...view }: ScenarioPackageView, words: Words): readonly Part[] {
  const say = words.scenarios.package;
  return [
    { is: "text", text: say.checked(findings.length) },
    ...findings.slice(0, FINDINGS_MAX).map((finding): Part => ({ is: "item", text: words.scenarios.finding(finding) })),
    ...more(findings.length - FINDINGS_MAX, words.common.more),
    ...(comparison === null ? [] : comparisonParts(comparison, words)),
    {
      is: "controls",
      controls: [
        {
          is: "button",
          label: say.publish,
          action: { do: "publish-scenarios", package: view.package },
          look: "primary",
        },
        { is: "button", label: say.cancel, action: { do: "cancel-scenarios", package: view.package } },
      ],
    },
  ];
}

function comparisonParts(
  { day, messages, asks, differences, same }: NonNullable<ScenarioPackageView["comparison"]>,
  words: Words,
): readonly Part[] {
  const say = words.scenarios.package;
  return [
    { is: "line" },
    { is: "text", text: say.compare(day, messages, asks) },
    ...(differences.length === 0 ? [{ is: "text", text: say.nothingChanges(same) } as const] : []),
    ...differences
      .slice(0, DIFFERENCES_MAX)
      .map(({ name, before, after }): Part => ({ is: "item", text: say.difference(name, before, after) })),
    ...more(differences.length - DIFFERENCES_MAX, say.more),
  ];
}

function more(count: number, say: (count: number) => string): readonly Part[] {
  return count > 0 ? [{ is: "small", text: say(count) }] : [];
}

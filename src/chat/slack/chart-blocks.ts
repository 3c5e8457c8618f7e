import type { Chart } from "#cards/card.ts";
import { chartBars } from "#cards/chart-text.ts";
import type { Block, KnownBlock, SectionBlock } from "@slack/types";
import { SLACK_LIMITS as L } from "./limits.ts";
import { cut, mrkdwn } from "./text.ts";

/** Slack's chart block, which @slack/types does not know yet. Source: docs.slack.dev, data visualization block. */
interface DataVisualizationBlock extends Block {
  readonly type: "data_visualization";
  readonly title: string;
  readonly chart: {
    readonly type: "bar" | "line";
    readonly series: readonly {
      readonly name: string;
      readonly data: readonly { readonly label: string; readonly value: number }[];
    }[];
    readonly axis_config: { readonly categories: readonly string[] };
  };
}

/**
 * A chart that Slack draws, and under it what it says, for those who do not see it and for the exact figures. One that
 * Slack would not take (too many series or labels, two labels alike) comes as text bars.
 */
export function chartBlocks(chart: Chart): readonly KnownBlock[] {
  const block = blockOf(chart);
  if (block === null) return [chartAsText(chart)];
  // The only place where a block is not one of those in @slack/types; limits.ts checks it before it leaves.
  return [block as unknown as KnownBlock, { type: "context", elements: [mrkdwn(chart.inWords, L.sectionText)] }];
}

/** The same as text: a bar and a figure for every point. */
export function chartAsText(chart: Chart): SectionBlock {
  const bars = chartBars(chart).join("\n");
  const text = [{ text: chart.title, strong: true }, { text: `\n${bars}` }];
  return { type: "section", text: mrkdwn(text, L.sectionText) };
}

/** Slack has no stacked bars: the parts of a whole stand side by side in one group. */
function blockOf({ kind, title, labels, series }: Chart): DataVisualizationBlock | null {
  const categories = labels.map((label) => cut(label, L.chartLabelText));
  const names = series.map(({ name }) => cut(name, L.chartLabelText));
  const fits =
    labels.length > 0 && labels.length <= L.chartLabels && series.length > 0 && series.length <= L.chartSeries;
  if (!fits || hasTwice(categories) || hasTwice(names)) return null;
  return {
    type: "data_visualization",
    title: cut(title, L.chartTitle),
    chart: {
      type: kind === "lines" ? "line" : "bar",
      series: series.map(({ points }, index) => ({
        name: names[index] ?? "",
        data: categories.map((label, at) => ({ label, value: points[at]?.value ?? 0 })),
      })),
      axis_config: { categories },
    },
  };
}

function hasTwice(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

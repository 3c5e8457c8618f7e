import type { Card, Control, Fact, Part } from "#cards/card.ts";
import { figureControls } from "#cards/figure-controls.ts";
import { asOfText, type AsOf } from "#cards/view.ts";
import { addDays } from "#domain/calendar.ts";
import type { Kpis } from "#domain/kpi.ts";
import type { Currency } from "#domain/money.ts";
import { TOLD_FIGURES, type ToldFigure } from "#i18n/cards/figures/messages.ts";
import type { Words } from "#i18n/words.ts";

/** The delays of a scope, by currency, the one with most invoices first. */
export interface DsoView {
  /** As it goes into buttons. */
  readonly scope: string;
  readonly scopeName: string;
  readonly currencies: readonly {
    readonly currency: Currency;
    readonly kpis: Kpis;
    /** The simple DSO of thirty days before. */
    readonly before: number | null;
  }[];
  /** The scope of the portfolio behind these figures; null = there is none. */
  readonly portfolio: string | null;
  readonly asOf: AsOf;
}

/** `/dso`: how long the money takes, in plain words, with the period of every figure and what each means. */
export function dsoCard(view: DsoView, words: Words): Card {
  const say = words.cards.figures.dso;
  const title = say.title(view.scopeName);
  const [first] = view.currencies;
  const several = view.currencies.length > 1;
  const told = view.currencies.flatMap((each) => currencyParts(each, several, words));
  return {
    name: "dso",
    summary: say.summary(view.scopeName, first?.kpis.dsoSimple ?? null),
    parts: [
      { is: "heading", text: title },
      ...(first === undefined ? [{ is: "text", text: say.nothing } as const] : told),
      ...(first === undefined ? [] : meaningParts(view, first.kpis, words)),
      figureControls("show-balance", view, words),
      {
        is: "item",
        text: asOfText(view.asOf, words),
        control: refreshButton(view, words),
      },
    ],
  };
}

function currencyParts(
  { currency, kpis, before }: DsoView["currencies"][number],
  several: boolean,
  words: Words,
): readonly Part[] {
  const say = words.cards.figures.dso;
  const named = several ? currency : null;
  const headline: Part =
    kpis.dsoSimple === null
      ? { is: "text", text: say.noSales(named) }
      : {
          is: "text",
          text: [
            { text: say.headline(kpis.dsoSimple, named), strong: true },
            { text: say.change(kpis.dsoSimple, before) },
          ],
        };
  const facts: readonly Fact[] = TOLD_FIGURES.flatMap((figure) => {
    const value = valueOf(figure, currency, kpis, words);
    return value === null ? [] : [{ label: say.labels[figure], value }];
  });
  return [headline, { is: "facts", facts }];
}

/** Null where a figure has no meaning: no sales, no promise, no dispute. */
function valueOf(figure: ToldFigure, currency: Currency, kpis: Kpis, words: Words): string | null {
  const say = words.cards.figures.dso;
  const days = (value: number | null) => (value === null ? null : say.days(value));
  const percent = (value: number | null) => (value === null ? null : say.percent(value));
  switch (figure) {
    case "bestPossible":
      return days(kpis.dsoBestPossible);
    case "delinquent":
      return days(kpis.averageDaysDelinquent);
    case "countback":
      return kpis.countbackBeyondDays === null ? days(kpis.dsoCountback) : say.beyond(kpis.countbackBeyondDays);
    case "overdueRate":
      return percent(kpis.overdueRate);
    case "cei":
      return percent(kpis.cei);
    case "collected":
      return words.say.money({ minor: kpis.collected, currency });
    case "promisesKept": {
      const { count, amount } = kpis.promiseKeptRate;
      return count === null || amount === null
        ? null
        : say.kept(count, amount, kpis.promisesJudged, kpis.promisesRescheduled);
    }
    case "disputeTime": {
      const { median, mean } = kpis.disputeDays;
      return median === null || mean === null ? null : say.dispute(median, mean, kpis.disputesClosed);
    }
  }
}

/** The period, and a sentence for each figure that was told. */
function meaningParts({ currencies }: DsoView, { window }: Kpis, words: Words): readonly Part[] {
  const say = words.cards.figures.dso;
  const told = TOLD_FIGURES.filter((figure) =>
    currencies.some(({ currency, kpis }) => valueOf(figure, currency, kpis, words) !== null),
  );
  const sentences = [say.explanations.simple, ...told.map((figure) => say.explanations[figure])];
  return [
    { is: "small", text: say.window(addDays(window.from, 1), window.to) },
    { is: "text", text: [{ text: say.explanationsTitle, strong: true }] },
    ...sentences.map((sentence) => ({ is: "small", text: sentence }) as const),
  ];
}

function refreshButton({ scope }: DsoView, words: Words): Control {
  return { is: "button", label: words.common.buttons.refresh, action: { do: "show-dso", scope } };
}

import type { Card, Fact, Part } from "#cards/card.ts";
import { agedChart } from "#cards/cash-report-charts.ts";
import { figureControls } from "#cards/figure-controls.ts";
import { asOfText, type AsOf } from "#cards/view.ts";
import { AGED_BUCKETS, type AgedBucket } from "#domain/aging.ts";
import type { Kpis } from "#domain/kpi.ts";
import type { Currency, Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** What is open in a scope, by age and currency, the one with most invoices first. */
export interface AgedBalanceView {
  /** As it goes into buttons. */
  readonly scope: string;
  readonly scopeName: string;
  readonly currencies: readonly { readonly currency: Currency; readonly kpis: Kpis }[];
  /** The scope of the portfolio behind these figures; null = there is none. */
  readonly portfolio: string | null;
  readonly asOf: AsOf;
}

/** `/balance`: the aged balance as a picture and in figures, what of it can be asked for, and the balance of the accounts. */
export function agedBalanceCard(view: AgedBalanceView, words: Words): Card {
  const say = words.cards.figures.balance;
  const amounts = (of: (kpis: Kpis) => bigint): readonly Money[] =>
    view.currencies.map(({ currency, kpis }) => ({ minor: of(kpis), currency })).filter(({ minor }) => minor !== 0n);
  const outstanding = amounts((kpis) => kpis.outstanding);
  const isEmpty = view.currencies.length === 0;
  return {
    name: "aged-balance",
    summary:
      outstanding.length === 0
        ? say.nothing
        : say.summary(
            outstanding,
            amounts((kpis) => kpis.overdue),
          ),
    parts: [
      { is: "heading", text: say.title(view.scopeName) },
      ...(isEmpty ? [{ is: "text", text: say.nothing } as const] : currencyParts(view, words)),
      ...(isEmpty ? [] : [{ is: "small", text: say.explanation } as const]),
      figureControls("show-dso", view, words),
      {
        is: "item",
        text: asOfText(view.asOf, words),
        control: {
          is: "button",
          label: words.common.buttons.refresh,
          action: { do: "show-balance", scope: view.scope },
        },
      },
    ],
  };
}

function currencyParts({ currencies }: AgedBalanceView, words: Words): readonly Part[] {
  const several = currencies.length > 1;
  return currencies.flatMap(({ currency, kpis }): readonly Part[] => {
    const aged = Object.fromEntries(AGED_BUCKETS.map((bucket) => [bucket, { minor: kpis.aged[bucket], currency }]));
    const facts: Part = { is: "facts", facts: factsOf(currency, kpis, words) };
    if (kpis.outstanding === 0n) return [facts];
    const chart = agedChart(aged as Record<AgedBucket, Money>, several ? currency : null, words);
    return [{ is: "chart", chart }, facts];
  });
}

function factsOf(currency: Currency, kpis: Kpis, words: Words): readonly Fact[] {
  const say = words.cards.figures.balance;
  const money = (minor: bigint): Money => ({ minor, currency });
  const optional = (label: string, minor: bigint): readonly Fact[] =>
    minor === 0n ? [] : [{ label, value: words.say.money(money(minor)) }];
  const overdue =
    kpis.overdueRate === null
      ? words.say.money(money(kpis.overdue))
      : say.ofOutstanding(money(kpis.overdue), kpis.overdueRate);
  return [
    { label: say.outstanding, value: [{ text: words.say.money(money(kpis.outstanding)), strong: true }] },
    { label: say.overdue, value: [{ text: overdue, strong: true }] },
    ...optional(say.disputed, kpis.disputed),
    ...optional(say.promised, kpis.promised),
    ...optional(say.chaseable, kpis.chaseable),
    ...optional(say.unallocated, kpis.unallocated),
    ...(kpis.unallocated === 0n ? [] : optional(say.balance, kpis.outstanding + kpis.unallocated)),
  ];
}

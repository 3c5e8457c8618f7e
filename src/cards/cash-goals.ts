import type { Card } from "#cards/card.ts";
import type { GoalPeriod } from "#domain/cash-goal.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** The cash goals of a scope as they stand, and what was just changed. */
export interface CashGoalsView {
  readonly scope: string;
  readonly scopeName: string;
  readonly goals: readonly { readonly period: GoalPeriod; readonly amount: Money }[];
  /** Amount zero = there is no goal any more; null = nothing was changed. */
  readonly changed: { readonly period: GoalPeriod; readonly amount: Money } | null;
  readonly mayChange: boolean;
}

/** What is aimed at in one scope, and what was just changed (`/cash objectif`). */
export function cashGoalsCard(view: CashGoalsView, words: Words): Card {
  const say = words.cards.report;
  const { changed, goals, scopeName } = view;
  const title = say.goals.title(scopeName);
  const noted =
    changed === null
      ? null
      : changed.amount.minor === 0n
        ? say.goals.removed(changed.period, scopeName)
        : say.goals.noted(changed.period, changed.amount, scopeName);
  const facts = goals.map(({ period, amount }) => ({
    label: say.goals.periods[period],
    value: words.say.money(amount),
  }));
  return {
    name: "cash-goals",
    summary: noted ?? title,
    parts: [
      { is: "heading", text: title },
      ...(noted === null ? [] : [{ is: "text", text: noted } as const]),
      facts.length === 0 ? { is: "text", text: say.goals.none } : { is: "facts", facts },
      ...(view.mayChange ? [{ is: "small", text: say.goals.how } as const] : []),
      {
        is: "controls",
        controls: [{ is: "button", label: say.see, action: { do: "show-cash-report", scope: view.scope } }],
      },
    ],
  };
}

import type { Card, Control } from "#cards/card.ts";
import { portfolioParts, type PortfolioView } from "#cards/portfolio.ts";
import type { Words } from "#i18n/words.ts";

/** The home tab (V13): the same portfolio as `/encours`, and what waits for the reader. */
export interface HomeView {
  readonly firstName: string;
  readonly calls: number;
  readonly portfolio: PortfolioView;
}

/** The reader's own page: their customers in figures, and the ways on from there. */
export function homeCard(view: HomeView, words: Words): Card {
  const say = words.cards.portfolio;
  const isOffice = view.portfolio.office !== null;
  const title = isOffice ? say.office.homeTitle(view.firstName) : say.homeTitle(view.firstName);
  return {
    name: "home",
    summary: title,
    parts: [
      { is: "heading", text: title },
      ...(isOffice
        ? []
        : [{ is: "text", text: view.calls === 0 ? say.homeNoCalls : say.homeCalls(view.calls) } as const]),
      { is: "controls", controls: homeControls(view, words) },
      { is: "line" },
      ...portfolioParts(view.portfolio, words),
    ],
  };
}

function homeControls(view: HomeView, words: Words): readonly Control[] {
  const say = words.cards.portfolio;
  const own: readonly Control[] = [
    { is: "button", label: words.common.buttons.myCalls(view.calls), action: { do: "show-calls" } },
    { is: "button", label: words.cards.meetings.calendar.title, action: { do: "show-calendar" } },
  ];
  return [
    // Whoever has no customers has neither calls nor visits.
    ...(view.portfolio.office === null ? own : []),
    { is: "button", label: say.settings, action: { do: "open-form", form: "settings" } },
    { is: "button", label: say.help, action: { do: "show-help" } },
  ];
}

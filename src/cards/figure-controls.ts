import type { Control, Part } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

/** From figures to the other card about them, and to the customers behind them. */
export function figureControls(
  other: "show-dso" | "show-balance",
  view: { readonly scope: string; readonly portfolio: string | null },
  words: Words,
): Part {
  const say = words.cards.figures;
  const controls: readonly Control[] = [
    {
      is: "button",
      label: other === "show-dso" ? say.openDso : say.openBalance,
      action: { do: other, scope: view.scope },
    },
    ...(view.portfolio === null
      ? []
      : [
          {
            is: "button",
            label: say.openCustomers,
            action: { do: "show-portfolio", scope: view.portfolio },
          } as const,
        ]),
  ];
  return { is: "controls", controls };
}

import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { StepEffect } from "#domain/effectiveness.ts";
import type { Words } from "#i18n/words.ts";

/** A chat's card stays readable; the command line has them all. */
const LINES_MAX = 30;

/** What each step and wording is worth (D13). */
export function effectCard(view: { readonly effects: readonly StepEffect[]; readonly asOf: AsOf }, words: Words): Card {
  const say = words.control.effect;
  const others = view.effects.length - LINES_MAX;
  return {
    name: "effectiveness",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      { is: "text", text: view.effects.length === 0 ? say.none : say.intro },
      ...view.effects.slice(0, LINES_MAX).map((effect): Part => ({
        is: "item",
        text: [{ text: say.step(effect), strong: true }, { text: `\n${say.line(effect)}` }],
      })),
      ...(others > 0 ? [{ is: "small", text: words.common.more(others) } as const] : []),
      asOfPart(view.asOf, words),
    ],
  };
}

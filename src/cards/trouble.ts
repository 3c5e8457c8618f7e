import type { Card } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Words } from "#i18n/words.ts";

/** What an administrator may have to mend. */
export interface TroubleView {
  readonly dead: number;
  readonly unknown: number;
  readonly unreachable: readonly string[];
  /** Written to by e-mail: no trouble, but worth knowing. */
  readonly byMail: readonly string[];
  readonly stale: readonly { readonly seller: string; readonly days: number | null }[];
  readonly asOf: AsOf;
}

const NAMES_MAX = 10;

/** Whether there is anything to mend. */
export function isTrouble(view: TroubleView): boolean {
  return view.dead + view.unknown + view.unreachable.length + view.stale.length > 0;
}

/** Dead letters, sends in doubt, people out of reach and old data, for the administrator. */
export function troubleCard(view: TroubleView, words: Words): Card {
  const say = words.cards.digest.trouble;
  const { byMail, unreachable } = view;
  const lines = [
    ...(view.dead === 0 ? [] : [say.dead(view.dead)]),
    ...(view.unknown === 0 ? [] : [say.unknown(view.unknown)]),
    ...(unreachable.length === 0
      ? []
      : [say.unreachable(unreachable.slice(0, NAMES_MAX), Math.max(0, unreachable.length - NAMES_MAX))]),
    ...(byMail.length === 0 ? [] : [say.byMail(byMail.slice(0, NAMES_MAX), Math.max(0, byMail.length - NAMES_MAX))]),
    ...view.stale.map(({ seller, days }) => say.stale(seller, days)),
  ];
  return {
    name: "trouble",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      ...(lines.length === 0 ? [say.none] : lines).map((text) => ({ is: "item", text }) as const),
      { is: "small", text: say.doctor },
      asOfPart(view.asOf, words),
    ],
  };
}

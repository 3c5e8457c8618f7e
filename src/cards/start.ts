import type { Card } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

/** What going live today would do. */
export interface StartView {
  /** By name; none = everything is live. */
  readonly sellers: readonly string[];
  readonly levels: readonly { readonly step: StepName; readonly invoices: number }[];
  readonly day: Day;
  readonly asOf: AsOf;
}

/** The go-live, per seller, with the level at which what is late would enter (`/demarrage`). */
export function startCard({ sellers, levels, day, asOf }: StartView, words: Words): Card {
  const say = words.control.start;
  const look = { is: "button", label: say.preview, action: { do: "show-preview", on: day } } as const;
  const start = {
    is: "button",
    label: say.start,
    action: { do: "go-live" },
    look: "primary",
    confirm: say.confirm,
  } as const;
  if (sellers.length === 0) {
    return { name: "start", summary: say.live, parts: [{ is: "text", text: say.live }, asOfPart(asOf, words)] };
  }
  return {
    name: "start",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      { is: "text", text: say.intro(sellers) },
      ...(levels.length === 0 ? [{ is: "text", text: say.noneLate } as const] : []),
      ...levels.map(({ step, invoices }) => ({ is: "item", text: say.level(step, invoices) }) as const),
      { is: "controls", controls: [look, start] },
      asOfPart(asOf, words),
    ],
  };
}

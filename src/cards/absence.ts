import type { Card, Control, Part } from "#cards/card.ts";
import type { Day } from "#domain/calendar.ts";
import type { Words } from "#i18n/words.ts";

/** An absence, to whoever is absent or to whoever stands in. */
export interface AbsenceView {
  readonly absence: number;
  readonly from: Day;
  readonly until: Day;
  readonly today: Day;
  readonly is: "to-come" | "now" | "over" | "cancelled";
  readonly reader:
    | { readonly is: "absent"; readonly delegate: string | null }
    | { readonly is: "delegate"; readonly absent: string; readonly calls: number };
}

/** "Absence from Wednesday 12 to Wednesday 19 August": what follows from it, and the way back (E10). */
export function absenceCard(view: AbsenceView, words: Words): Card {
  const say = words.cards.clock.absence;
  const title = view.reader.is === "absent" ? say.title(view.from, view.until) : say.insteadOf(view.reader.absent);
  const parts =
    view.reader.is === "absent" ? ownParts(view, view.reader.delegate, words) : insteadParts(view, view.reader, words);
  return { name: "absence", summary: title, parts: [{ is: "heading", text: title }, ...parts] };
}

function ownParts(view: AbsenceView, delegate: string | null, words: Words): readonly Part[] {
  const say = words.cards.clock.absence;
  if (view.is === "over" || view.is === "cancelled") return [{ is: "text", text: say.over }];
  const end: Control = {
    is: "button",
    label: view.is === "now" ? say.back : say.cancel,
    action: { do: "end-absence", absence: view.absence },
  };
  return [
    { is: "text", text: delegate === null ? say.nobody : say.delegate(delegate) },
    { is: "text", text: say.quiet },
    { is: "controls", controls: [end] },
  ];
}

function insteadParts(
  view: AbsenceView,
  { absent, calls }: Extract<AbsenceView["reader"], { is: "delegate" }>,
  words: Words,
): readonly Part[] {
  const say = words.cards.clock.absence;
  if (view.is === "cancelled") return [{ is: "text", text: say.insteadOver(absent) }];
  if (view.is === "over") return [{ is: "text", text: say.isBack(absent) }];
  const mine: Control = { is: "button", label: words.common.buttons.myCalls(calls), action: { do: "show-calls" } };
  return [
    { is: "text", text: say.whatComes(view.from, view.until) },
    ...(view.is === "now" ? [{ is: "controls", controls: [mine] } as const] : []),
  ];
}

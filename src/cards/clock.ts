import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type Author } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import { firstName } from "#domain/person.ts";
import type { Waiting } from "#i18n/cards/clock/messages.ts";
import type { Words } from "#i18n/words.ts";

/** An ask that waits, and its card. */
export type WaitingAsk = Waiting & { readonly ask: number };

/** What waits for the reader a little long, and what direction hears of. */
export interface NudgeView {
  readonly mine: readonly WaitingAsk[];
  readonly others: readonly (WaitingAsk & { readonly holder: string })[];
  readonly asOf: AsOf;
}

/** An ask of somebody in the reader's team. */
export interface HelpView {
  readonly waiting: WaitingAsk;
  readonly state: HelpState;
  readonly asOf: AsOf;
}

export type HelpState =
  | {
      readonly is: "open";
      readonly holder: string;
      /** Who else could do it; null = not theirs to give. */
      readonly team: readonly { readonly id: number; readonly name: string }[] | null;
      readonly leaveUntil: Day;
    }
  | { readonly is: "answered"; readonly by: Author }
  | { readonly is: "withdrawn" }
  | { readonly is: "taken-by-you" }
  | { readonly is: "taken"; readonly holder: string }
  | { readonly is: "given"; readonly by: Author; readonly holder: string }
  | { readonly is: "given-back"; readonly by: Author }
  | { readonly is: "left"; readonly by: string | null; readonly until: Day };

/** To whoever was asked: their manager was told. Null = it is no longer theirs, or answered. */
export interface ToldView {
  readonly waiting: WaitingAsk;
  readonly manager: string | null;
  readonly asOf: AsOf;
}

const PAST = "-past";
const LINES_MAX = 8;
/** A chat's menu of people stays short. */
const PEOPLE_MAX = 50;

/** Whether such a message has nothing to say any more: it is not posted then, but may stand. */
export function isPastTelling(card: Card): boolean {
  return card.name.endsWith(PAST);
}

/** One short message a day, whatever number of asks it speaks of (E4). */
export function nudgeCard({ mine, others, asOf }: NudgeView, words: Words): Card {
  const say = words.cards.clock.nudge;
  const [first] = mine;
  const all = [...mine, ...others];
  if (all.length === 0) {
    return { name: `nudge${PAST}`, summary: say.done, parts: [{ is: "text", text: say.done }, asOfPart(asOf, words)] };
  }
  const one = first !== undefined && mine.length === 1 ? say.one(first) : null;
  const title = one ?? (mine.length > 0 ? say.title(mine.length) : say.others(others.length));
  const lines = (list: readonly WaitingAsk[], textOf: (waiting: WaitingAsk) => string): readonly Part[] =>
    list.slice(0, LINES_MAX).map((waiting) => ({ is: "item", text: textOf(waiting) }));
  return {
    name: "nudge",
    summary: title,
    parts: [
      ...(mine.length === 0 ? [] : [{ is: "text", text: [{ text: title, strong: one === null }] } as const]),
      ...(one === null ? lines(mine, say.line) : []),
      ...more(mine.length, words),
      ...(mine.length === 0 ? [] : [{ is: "text", text: say.exit } as const]),
      ...(others.length === 0
        ? []
        : [{ is: "text", text: [{ text: say.others(others.length), strong: true }] } as const]),
      ...others.slice(0, LINES_MAX).map((other) => ({
        is: "item" as const,
        text: `${say.line(other)}${say.heldBy(other.holder)}`,
      })),
      ...more(others.length, words),
      { is: "controls", controls: [openControl(all, words)] },
      asOfPart(asOf, words),
    ],
  };
}

function more(count: number, words: Words): readonly Part[] {
  return count > LINES_MAX ? [{ is: "small", text: words.common.more(count - LINES_MAX) }] : [];
}

function openControl(all: readonly WaitingAsk[], words: Words): Control {
  const say = words.cards.clock.nudge;
  const [first] = all;
  if (first !== undefined && all.length === 1) {
    return { is: "button", label: say.openOne, action: { do: "show-ask", ask: first.ask }, look: "primary" };
  }
  const options = all.slice(0, 2 * LINES_MAX).map((waiting) => ({
    label: waiting.task ?? waiting.customer,
    action: { do: "show-ask", ask: waiting.ask } as const,
  }));
  return { is: "menu", label: say.open, options };
}

/** "A hand with Garnier?": the manager's card, in its state; the first answer wins and the copies say who (E4). */
export function askHelpCard(view: HelpView, words: Words): Card {
  const say = words.cards.clock.help;
  const { waiting, state, asOf } = view;
  if (state.is !== "open") {
    const text = pastText(waiting.customer, state, asOf.today, words);
    return {
      name: `ask-help${PAST}`,
      summary: text,
      parts: [
        { is: "text", text },
        { is: "controls", controls: [seeAsk(waiting.ask, say.open)] },
        asOfPart(asOf, words),
      ],
    };
  }
  const title = say.title(waiting.customer);
  return {
    name: "ask-help",
    summary: title,
    parts: [
      { is: "heading", text: title },
      { is: "text", text: say.text(waiting, firstName({ name: state.holder })) },
      { is: "controls", controls: helpControls(waiting.ask, state, asOf.today, words) },
      asOfPart(asOf, words),
    ],
  };
}

function helpControls(
  ask: number,
  state: Extract<HelpState, { is: "open" }>,
  today: Day,
  words: Words,
): readonly Control[] {
  const say = words.cards.clock.help;
  const give: Control = {
    is: "menu",
    label: say.give,
    options: (state.team ?? [])
      .slice(0, PEOPLE_MAX)
      .map(({ id, name }) => ({ label: name, action: { do: "reassign", ask, person: id } as const })),
  };
  return [
    state.team === null || state.team.length === 0 ? seeAsk(ask, say.open) : give,
    { is: "button", label: say.take, action: { do: "take-over", ask } },
    { is: "button", label: say.giveBack, action: { do: "give-back", ask } },
    {
      is: "button",
      label: say.leave(state.leaveUntil, today),
      action: { do: "leave-until", ask, on: state.leaveUntil },
    },
  ];
}

function pastText(customer: string, state: Exclude<HelpState, { is: "open" }>, today: Day, words: Words): string {
  const say = words.cards.clock.help;
  switch (state.is) {
    case "answered":
      return say.answered(customer, state.by);
    case "withdrawn":
      return say.withdrawn(customer);
    case "taken-by-you":
      return say.takenByYou(customer);
    case "taken":
      return say.taken(customer, state.holder);
    case "given":
      return say.given(customer, state.by, state.holder);
    case "given-back":
      return say.givenBack(customer, state.by);
    case "left":
      return say.left(customer, state.by, state.until, today);
  }
}

/** Nobody learns from their manager that they were spoken of (E4). */
export function askToldCard({ waiting, manager, asOf }: ToldView, words: Words): Card {
  const say = words.cards.clock.told;
  if (manager === null) {
    const text = say.done(waiting.customer);
    return { name: `ask-told${PAST}`, summary: text, parts: [{ is: "text", text }, asOfPart(asOf, words)] };
  }
  const text = say.text(waiting, manager);
  return {
    name: "ask-told",
    summary: text,
    parts: [{ is: "text", text }, { is: "controls", controls: [seeAsk(waiting.ask, say.open)] }, asOfPart(asOf, words)],
  };
}

function seeAsk(ask: number, label: string): Control {
  return { is: "button", label, action: { do: "show-ask", ask } };
}

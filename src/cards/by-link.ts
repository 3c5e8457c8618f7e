import type { Action, FormName } from "#cards/action.ts";
import type { Card, Control, Part } from "#cards/card.ts";

/** What only shows something and speaks of nothing but the card itself. */
const LOOKS: readonly Action["do"][] = ["show-script", "why-me", "show-letter", "show-document"];
/** What answers a card; an ask that a card lists is opened to be answered. */
const ANSWERS: readonly Action["do"][] = [
  "give-promise",
  "no-answer",
  "not-received",
  "already-paid",
  "not-mine",
  "later",
  "undo",
  "cancel-promise",
  "move-promise",
  "close-dispute",
  "end-hold",
  "approve-promise",
  "refuse-promise",
  "approve-letter",
  "pass-letter",
  "task-done",
  "reassign",
  "take-over",
  "give-back",
  "leave-until",
  "confirm-reply",
  "close-reply",
  "nothing-said",
  "confirm-profile",
  "refuse-profile",
  "allow-guests",
  "post-again",
  "pause-day",
  "show-ask",
];
const FORMS: readonly FormName[] = [
  "promise",
  "dispute",
  "close-dispute",
  "other-contact",
  "visit",
  "later",
  "no-answer",
  "comment",
  "hold",
  "refuse-letter",
  "post-letter",
  "receive-letter",
  "end-of-road",
];
/** What takes back an answer just given. */
const TAKES_BACK: readonly Action["do"][] = ["undo", "end-hold"];

/** Whether an action only shows something. */
export function isLook(action: Action): boolean {
  return LOOKS.includes(action.do);
}

/**
 * A card as a link in a mail honours it: a link may be forwarded, so it answers what the card asks and opens nothing
 * else, neither the home nor other customers nor what its reader chose for themselves.
 */
export function cardByLink(card: Card): Card {
  return withControls(card, isForLink);
}

/** A card to read: of the past, or beside the one that is answered. */
export function cardToRead(card: Card): Card {
  return withControls(card, () => false);
}

/** Only the controls that take an answer back. */
export function takingBack(card: Card): readonly Control[] {
  return controlsOf(withControls(card, ({ do: does }) => TAKES_BACK.includes(does)));
}

/** Everything that can be pressed on a card, in its order. */
export function controlsOf(card: Card): readonly Control[] {
  return card.parts.flatMap((part): readonly Control[] => {
    if (part.is === "controls") return part.controls;
    return part.is === "item" && part.control !== undefined ? [part.control] : [];
  });
}

/** What can be done on a card, whichever way. */
export function actionsOf(card: Card): readonly Action[] {
  return controlsOf(card).flatMap((control) =>
    control.is === "button" ? [control.action] : control.options.map(({ action }) => action),
  );
}

/** Where the nth control of a card (from 0) stands on its page: a mail's button leads there. */
export function anchorOf(nth: number): string {
  return `c${nth + 1}`;
}

/** A closed list: what is not known here waits for a chat. */
function isForLink(action: Action): boolean {
  return action.do === "open-form" ? FORMS.includes(action.form) : isLook(action) || ANSWERS.includes(action.do);
}

function withControls(card: Card, keeps: (action: Action) => boolean): Card {
  return { ...card, parts: card.parts.flatMap((part) => partWith(part, keeps)) };
}

function partWith(part: Part, keeps: (action: Action) => boolean): readonly Part[] {
  if (part.is === "controls") {
    const controls = part.controls.flatMap((control) => controlWith(control, keeps));
    return controls.length === 0 ? [] : [{ is: "controls", controls }];
  }
  if (part.is !== "item" || part.control === undefined) return [part];
  const [control] = controlWith(part.control, keeps);
  return [control === undefined ? { is: "item", text: part.text } : { ...part, control }];
}

function controlWith(control: Control, keeps: (action: Action) => boolean): readonly Control[] {
  if (control.is === "button") return keeps(control.action) ? [control] : [];
  const options = control.options.filter(({ action }) => keeps(action));
  return options.length === 0 ? [] : [{ ...control, options }];
}

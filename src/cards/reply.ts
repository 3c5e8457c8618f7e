import type { Action } from "#cards/action.ts";
import type { Button, Card, Control, Menu, Part } from "#cards/card.ts";
import { promiseMenu } from "#cards/promise-menu.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory } from "#domain/dispute.ts";
import type { Money } from "#domain/money.ts";
import type { PromiseDay } from "#domain/promise-days.ts";
import type { ReplyState } from "#domain/reminder.ts";
import type { Words } from "#i18n/words.ts";

/** A customer's mail to read; dunning waits for it (D11). */
export interface ReplyView {
  readonly id: number;
  /** Null = nobody knows this address. */
  readonly customer: CustomerName | null;
  readonly from: string;
  readonly receivedAt: Date;
  readonly receivedOn: Day;
  /** What was written newly, without what it quotes. */
  readonly text: string;
  readonly attachments: readonly string[];
  /** There is more to it than its new text. */
  readonly hasMore: boolean;
  /** Nobody read it in time, so finance has it now; `from` null = the reader had it. */
  readonly takenOver: { readonly from: string | null } | null;
  readonly state: ReplyState;
  readonly closedBy: string | null;
  readonly mayAnswer: boolean;
  readonly days: readonly PromiseDay[];
  /** What it seems to say; a person confirms or corrects it. `due` null = its day is to be filled in. */
  readonly promise: { readonly due: Day | null; readonly amount: Money | null } | null;
  /** `invoices` empty = to be chosen. */
  readonly dispute: {
    readonly category: DisputeCategory;
    readonly amount: Money | null;
    readonly invoices: readonly string[];
  } | null;
  readonly asOf: AsOf;
}

/** A quote in a card; the rest of a long mail opens by a button. */
const QUOTE_LINES_MAX = 12;
const QUOTE_LENGTH_MAX = 1200;

/** The reply as a card: what it seems to say, to be confirmed by a click; dealt with; carry on. */
export function replyCard(view: ReplyView, words: Words): Card {
  const say = words.cards.tasks.reply;
  const name = view.customer?.name ?? view.from;
  const parts = view.state === "waiting" ? waitingParts(view, words) : [closedPart(view, name, words)];
  return {
    name: "reply",
    summary: say.title(view.customer?.name ?? null),
    parts: [...parts, asOfPart(view.asOf, words)],
  };
}

function waitingParts(view: ReplyView, words: Words): readonly Part[] {
  const say = words.cards.tasks.reply;
  const { say: write } = words;
  const { shown, left } = beginning(view.text);
  const reading = proposed(view, words);
  return [
    { is: "heading", text: say.title(view.customer?.name ?? null) },
    ...(view.takenOver === null ? [] : [{ is: "text", text: say.takenOver(view.takenOver.from) } as const]),
    fromPart(view, say.from(view.from, view.receivedOn, write.time(view.receivedAt, view.asOf.timeZone)), words),
    ...(shown === "" ? [] : [{ is: "quote", text: left > 0 ? `${shown}\n${say.more(left)}` : shown } as const]),
    ...(view.attachments.length === 0 ? [] : [{ is: "small", text: say.attachments(view.attachments) } as const]),
    { is: "text", text: view.customer === null ? say.unmatched : say.waits },
    ...reading.map((text) => ({ is: "text", text }) as const),
    ...(view.mayAnswer ? [{ is: "controls", controls: answers(view, words) } as const] : []),
  ];
}

function fromPart(view: ReplyView, text: string, words: Words): Part {
  if (!view.hasMore) return { is: "small", text };
  const { whole } = words.cards.tasks.reply;
  return { is: "item", text, control: { is: "button", label: whole, action: { do: "show-reply", reply: view.id } } };
}

function beginning(text: string): { readonly shown: string; readonly left: number } {
  const lines = text.split("\n");
  const few = lines.slice(0, QUOTE_LINES_MAX).join("\n");
  const shown = few.slice(0, QUOTE_LENGTH_MAX);
  if (shown.length === text.length) return { shown, left: 0 };
  // A line cut in the middle counts as one that is left.
  return { shown: `${shown}…`, left: Math.max(1, lines.length - shown.split("\n").length) };
}

/** Read aloud before it is confirmed: the day, the amount, what it is about. */
function proposed({ promise, dispute, mayAnswer }: ReplyView, words: Words): readonly string[] {
  const say = words.cards.tasks.reply;
  if (!mayAnswer || (promise === null && dispute === null)) return [];
  return [
    ...(promise === null ? [] : [say.promiseRead(promise.due, promise.amount)]),
    ...(dispute === null
      ? []
      : [say.disputeRead(words.common.categories[dispute.category], dispute.amount, dispute.invoices)]),
    say.nothingYet,
  ];
}

function answers(view: ReplyView, words: Words): readonly Control[] {
  if (view.customer === null) return closing(view, words);
  return view.promise === null && view.dispute === null
    ? ownWords(view, view.customer.code, words)
    : confirming(view, view.customer.code, words);
}

/** Nothing was read in it: the person says what it says. */
function ownWords(view: ReplyView, customer: string, words: Words): readonly Control[] {
  const { buttons } = words.common;
  return [
    promiseMenu({ customer, reply: view.id }, view.days, buttons.promise, words),
    { is: "button", label: buttons.dispute, action: disputeFormOf(view, customer) },
    ...closing(view, words),
  ];
}

/** One click where all is said; the form, filled in, where something is missing or wrong. */
function confirming(view: ReplyView, customer: string, words: Words): readonly Control[] {
  const say = words.cards.tasks.reply;
  const { promise, dispute, id } = view;
  const promiseIsWhole = promise !== null && promise.due !== null;
  const disputeIsWhole = dispute !== null && dispute.invoices.length > 0;
  const confirm = (as: "promise" | "dispute" | "both", label: string): Control => ({
    is: "button",
    label,
    action: { do: "confirm-reply", reply: id, as },
    look: "primary",
  });
  const promiseControl: Control = promiseIsWhole
    ? confirm("promise", say.confirmPromise)
    : { is: "button", label: say.fillPromise, action: promiseFormOf(view, customer) };
  const disputeControl: Control = disputeIsWhole
    ? confirm("dispute", say.confirmDispute)
    : { is: "button", label: say.fillDispute, action: disputeFormOf(view, customer) };
  const first =
    promiseIsWhole && disputeIsWhole
      ? [confirm("both", say.confirmBoth)]
      : [...(promise === null ? [] : [promiseControl]), ...(dispute === null ? [] : [disputeControl])];
  const others = otherAnswers(view, customer, words).filter(({ label }) => first.every((one) => one.label !== label));
  const closings = closing(view, words);
  const menu = (options: Menu["options"]): Control => ({ is: "menu", label: words.common.buttons.other, options });
  return first.length === 1 ? [...first, menu(others), ...closings] : [...first, menu([...others, ...closings])];
}

function otherAnswers(view: ReplyView, customer: string, words: Words): Menu["options"] {
  const say = words.cards.tasks.reply;
  const { common } = words;
  const both = view.promise !== null && view.dispute !== null;
  return [
    {
      label: view.promise === null ? common.buttons.promise : say.fillPromise,
      action: promiseFormOf(view, customer),
    },
    {
      label: view.dispute === null ? common.buttons.dispute : say.fillDispute,
      action: disputeFormOf(view, customer),
    },
    ...(both && view.promise?.due !== null
      ? [{ label: say.confirmPromise, action: { do: "confirm-reply", reply: view.id, as: "promise" } as const }]
      : []),
    ...(both && (view.dispute?.invoices.length ?? 0) > 0
      ? [{ label: say.confirmDispute, action: { do: "confirm-reply", reply: view.id, as: "dispute" } as const }]
      : []),
  ];
}

function promiseFormOf({ id }: ReplyView, customer: string): Action {
  return { do: "open-form", form: "promise", customer, reply: id };
}

function disputeFormOf({ id }: ReplyView, customer: string): Action {
  return { do: "open-form", form: "dispute", customer, reply: id };
}

function closing({ id: reply }: ReplyView, words: Words): readonly Button[] {
  const say = words.cards.tasks.reply;
  return [
    { is: "button", label: say.dealtWith, action: { do: "close-reply", reply, how: "dealt-with" } },
    { is: "button", label: say.carryOn, action: { do: "close-reply", reply, how: "carry-on" } },
  ];
}

function closedPart(view: ReplyView, name: string, words: Words): Part {
  const say = words.cards.tasks.reply;
  const text =
    view.state === "carry-on" ? say.closedCarryOn(name, view.closedBy) : say.closedDealtWith(name, view.closedBy);
  return { is: "text", text };
}

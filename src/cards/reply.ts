import type { Card, Control, Part } from "#cards/card.ts";
import { promiseMenu } from "#cards/promise-menu.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
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
  readonly state: ReplyState;
  readonly closedBy: string | null;
  readonly mayAnswer: boolean;
  readonly days: readonly PromiseDay[];
  readonly asOf: AsOf;
}

/** A quote in a card; the rest of a long mail is in the mailbox. */
const QUOTE_LENGTH_MAX = 1500;

/** The reply as a card: dealt with, carry on, or what it says: a promise, a dispute. */
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
  const quoted = view.text.slice(0, QUOTE_LENGTH_MAX);
  const left = view.text.length - quoted.length;
  return [
    { is: "heading", text: say.title(view.customer?.name ?? null) },
    { is: "small", text: say.from(view.from, view.receivedOn, write.time(view.receivedAt, view.asOf.timeZone)) },
    { is: "quote", text: left > 0 ? `${quoted} ${say.more(left)}` : quoted },
    { is: "text", text: view.customer === null ? say.unmatched : say.waits },
    ...(view.mayAnswer ? [{ is: "controls", controls: answers(view, words) } as const] : []),
  ];
}

function answers(view: ReplyView, words: Words): readonly Control[] {
  const say = words.cards.tasks.reply;
  const { buttons } = words.common;
  const reply = view.id;
  const close: readonly Control[] = [
    { is: "button", label: say.dealtWith, action: { do: "close-reply", reply, how: "dealt-with" } },
    { is: "button", label: say.carryOn, action: { do: "close-reply", reply, how: "carry-on" } },
  ];
  if (view.customer === null) return close;
  const customer = view.customer.code;
  return [
    promiseMenu({ customer, reply }, view.days, buttons.promise, words),
    { is: "button", label: buttons.dispute, action: { do: "open-form", form: "dispute", customer, reply } },
    ...close,
  ];
}

function closedPart(view: ReplyView, name: string, words: Words): Part {
  const say = words.cards.tasks.reply;
  const text =
    view.state === "carry-on" ? say.closedCarryOn(name, view.closedBy) : say.closedDealtWith(name, view.closedBy);
  return { is: "text", text };
}

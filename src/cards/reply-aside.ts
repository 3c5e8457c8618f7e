import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Words } from "#i18n/words.ts";

/** A customer's mail with all that it quotes, to whoever asked for it. */
export interface WholeReplyView {
  readonly customer: CustomerName | null;
  readonly from: string;
  readonly subject: string;
  readonly receivedAt: Date;
  readonly receivedOn: Day;
  readonly text: string;
  readonly attachments: readonly string[];
  readonly asOf: AsOf;
}

/** A chat's message holds no more; the mailbox has the whole. */
const TEXT_LENGTH_MAX = 2500;

/** A customer's mail in full, as far as a card goes. */
export function wholeReplyCard(view: WholeReplyView, words: Words): Card {
  const say = words.cards.tasks.reply;
  const title = say.wholeTitle(view.customer?.name ?? null, view.subject);
  const over = view.text.slice(TEXT_LENGTH_MAX).split("\n").length;
  const more: readonly Part[] = view.text.length > TEXT_LENGTH_MAX ? [{ is: "small", text: say.more(over) }] : [];
  return {
    name: "whole-reply",
    summary: title,
    parts: [
      { is: "heading", text: title },
      {
        is: "small",
        text: say.from(view.from, view.receivedOn, words.say.time(view.receivedAt, view.asOf.timeZone)),
      },
      { is: "quote", text: view.text.slice(0, TEXT_LENGTH_MAX) },
      ...more,
      ...(view.attachments.length === 0 ? [] : [{ is: "small", text: say.attachments(view.attachments) } as const]),
      asOfPart(view.asOf, words),
    ],
  };
}

/** Somebody wants no more of our mail: finance is told, and nothing is to be done. */
export interface ComplaintView {
  readonly customer: CustomerName | null;
  readonly addresses: readonly string[];
  readonly asOf: AsOf;
}

/** Somebody marked our mail as unwanted: which customer it is, and the addresses not written to any more. */
export function complaintCard(view: ComplaintView, words: Words): Card {
  const say = words.cards.tasks.reply;
  const title = say.complaintTitle(view.customer?.name ?? null);
  const open: readonly Part[] =
    view.customer === null
      ? []
      : [
          {
            is: "controls",
            controls: [
              {
                is: "button",
                label: words.cards.tasks.openCustomer,
                action: { do: "show-customer", customer: view.customer.code },
              },
            ],
          },
        ];
  return {
    name: "complaint",
    summary: title,
    parts: [
      { is: "heading", text: title },
      { is: "text", text: say.complaint(view.addresses) },
      ...open,
      asOfPart(view.asOf, words),
    ],
  };
}

import type { Card, Control, Part } from "#cards/card.ts";
import { notedBy } from "#cards/promise.ts";
import { asOfPart, type AsOf, type Author, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { Money } from "#domain/money.ts";
import type { Role } from "#domain/person.ts";
import type { Words } from "#i18n/words.ts";

/** What came of a dispute; `outcome` null = the payment or a credit note closed it. */
export interface DisputeClosing {
  readonly on: Day;
  readonly outcome: DisputeOutcome | null;
  readonly by: string | null;
  readonly comment: string | null;
}

/** One contested amount on one invoice, as it stands now. */
export interface DisputeView {
  readonly id: number;
  readonly customer: CustomerName;
  readonly invoice: string;
  readonly amount: Money;
  readonly category: DisputeCategory;
  readonly comment: string | null;
  readonly openedOn: Day;
  readonly author: Author;
  readonly owner: { readonly name: string | null; readonly role: Role; readonly you: boolean };
  readonly answerBy: Day;
  readonly undone: boolean;
  readonly closing: DisputeClosing | null;
  readonly mayClose: boolean;
  readonly undoEvent: number | null;
  /** The rest of the customer's chaseable money in this currency; null = nothing. */
  readonly rest: Money | null;
  /** A credit insurer covers the customer: the dispute may cost the cover (P11). */
  readonly insured: boolean;
  readonly asOf: AsOf;
}

/** A dispute for whoever reads it: its owner gets the buttons that close it, the others what was noted (P4, P5). */
export function disputeCard(view: DisputeView, words: Words): Card {
  const say = words.cards.disputes;
  const toOwner = view.owner.you || (view.mayClose && !view.author.you);
  const parts =
    toOwner && !view.undone && view.closing === null ? ownerParts(view, words) : disputeParts([view], words);
  return {
    name: "dispute",
    summary: say.summary(view.customer.name, [view.amount]),
    parts: [...parts, asOfPart(view.asOf, words)],
  };
}

/** What one answer disputed, perhaps over several invoices: for the call card that became it (E3). */
export function disputeParts(views: readonly DisputeView[], words: Words): readonly Part[] {
  const say = words.cards.disputes;
  const [first] = views;
  if (first === undefined) return [];
  const name = first.customer.name;
  if (views.every((view) => view.undone)) return [{ is: "text", text: say.undone(name) }];
  const open = views.filter((view) => !view.undone && view.closing === null);
  const [soonest] = open.toSorted((a, b) => (a.answerBy < b.answerBy ? -1 : 1));
  if (soonest === undefined) return views.filter((view) => !view.undone).flatMap((view) => closedParts(view, words));
  return openParts(open, soonest, words);
}

function openParts(open: readonly DisputeView[], first: DisputeView, words: Words): readonly Part[] {
  const say = words.cards.disputes;
  const amounts = open.map((view) => view.amount).reduce<readonly Money[]>(addAmount, []);
  const what = say.what(first.category, first.comment);
  const { today } = first.asOf;
  const owner = first.owner.you
    ? say.youLookInto(first.answerBy, today)
    : say.looksInto(first.owner, first.answerBy, today);
  const rest = first.rest === null ? "." : say.rest([first.rest]);
  return [
    { is: "text", text: `${notedBy(first.author, words)}${say.contests(first.customer.name, amounts, what)} ${owner}` },
    { is: "text", text: `${say.noReminder(amounts)}${rest}` },
    ...insuredPart(first, words),
    { is: "text", text: say.toSay(first.answerBy) },
    ...undoPart(first, words),
  ];
}

function undoPart(view: DisputeView, words: Words): readonly Part[] {
  const { buttons } = words.common;
  const comment: Control = {
    is: "button",
    label: buttons.comment,
    action: { do: "open-form", form: "comment", customer: view.customer.code, dispute: view.id },
  };
  if (view.undoEvent === null) return [{ is: "controls", controls: [comment] }];
  const undo: Control = { is: "button", label: buttons.undo, action: { do: "undo", event: view.undoEvent } };
  return [{ is: "controls", controls: [undo, comment] }];
}

function closedParts(view: DisputeView, words: Words): readonly Part[] {
  const say = words.cards.disputes;
  const { closing } = view;
  if (closing === null) return [];
  const by = closing.by === null ? say.closedByItself(closing.on) : say.closedBy(closing.by, closing.on);
  return [
    { is: "text", text: say.closed(view.customer.name, view.amount, view.invoice, closing.outcome) },
    ...(closing.comment === null ? [] : [{ is: "quote", text: closing.comment } as const]),
    { is: "small", text: by },
    ...(view.undoEvent === null
      ? []
      : [
          {
            is: "controls",
            controls: [
              { is: "button", label: words.common.buttons.undo, action: { do: "undo", event: view.undoEvent } },
            ],
          } as const,
        ]),
  ];
}

function ownerParts(view: DisputeView, words: Words): readonly Part[] {
  const say = words.cards.disputes;
  const { today } = view.asOf;
  const opened = view.author.name === null ? "" : say.openedBy(view.author.name, view.openedOn);
  const close = (outcome: DisputeOutcome): Control => ({
    is: "button",
    label: say.close[outcome],
    action: { do: "close-dispute", dispute: view.id, outcome },
  });
  return [
    { is: "heading", text: say.ownerTitle(view.customer.name, [view.amount]) },
    { is: "text", text: say.ownerFacts(view.amount, view.invoice, words.common.categories[view.category]) },
    ...(view.comment === null ? [] : [{ is: "quote", text: view.comment } as const]),
    {
      is: "text",
      text: [opened, view.answerBy < today ? say.late(view.answerBy) : say.answerBy(view.answerBy, today)]
        .filter((line) => line !== "")
        .join(" "),
    },
    ...insuredPart(view, words),
    {
      is: "controls",
      controls: [
        close("ours"),
        close("theirs"),
        close("shared"),
        {
          is: "button",
          label: say.closeWithWords,
          action: { do: "open-form", form: "close-dispute", dispute: view.id, customer: view.customer.code },
        },
      ],
    },
  ];
}

function insuredPart(view: DisputeView, words: Words): readonly Part[] {
  return view.insured ? [{ is: "text", text: words.notes.insurer.dispute }] : [];
}

function addAmount(total: readonly Money[], amount: Money): readonly Money[] {
  const at = total.findIndex((each) => each.currency === amount.currency);
  if (at < 0) return [...total, amount];
  return total.map((each, index) => (index === at ? { ...each, minor: each.minor + amount.minor } : each));
}

import type { Card, Control, Fact, Part } from "#cards/card.ts";
import { nextStepText, type CustomerView } from "#cards/customer.ts";
import { asOfPart, contactLine, type ContactView } from "#cards/view.ts";
import type { MeetingTime } from "#i18n/cards/meetings/messages.ts";
import type { Words } from "#i18n/words.ts";

/** What one should know of a customer before one meets them (V12): part of its card, and one sentence to say. */
export interface BriefView extends Pick<
  CustomerView,
  | "customer"
  | "outstanding"
  | "notDue"
  | "overdue"
  | "oldestDaysLate"
  | "promises"
  | "disputes"
  | "insolvency"
  | "dunning"
  | "asOf"
> {
  /** Null = asked for by hand. */
  readonly when: MeetingTime | null;
  readonly contact: ContactView | null;
  /** Whether something late can be asked for: neither promised nor contested. */
  readonly mayAsk: boolean;
}

/** Short: it is read in the lift. Nothing late is one line of good news. */
export function briefCard(view: BriefView, words: Words): Card {
  const say = words.cards.meetings.brief;
  const { name } = view.customer;
  const isLate = view.overdue.length > 0;
  return {
    name: "brief",
    summary: say.summary(name, view.overdue),
    parts: [
      { is: "heading", text: say.title(name, view.when) },
      {
        is: "text",
        text: isLate
          ? say.owed(view.notDue.length === 0 ? [] : view.outstanding, view.overdue, view.oldestDaysLate)
          : say.nothingLate(name, view.outstanding),
      },
      ...(view.insolvency === null
        ? []
        : [{ is: "text", text: words.cards.customer.insolvency(view.insolvency) } as const]),
      ...factsPart(isLate ? lateFacts(view, words) : standingFacts(view, words)),
      ...sentencePart(view, words),
      { is: "controls", controls: controls(view, words) },
      asOfPart(view.asOf, words),
    ],
  };
}

/** A brief that came by itself follows the truth by itself. */
function controls({ customer: { code }, when }: BriefView, words: Words): readonly Control[] {
  const open: Control = {
    is: "button",
    label: words.cards.meetings.brief.customerButton,
    action: { do: "show-customer", customer: code },
  };
  const again: Control = {
    is: "button",
    label: words.common.buttons.refresh,
    action: { do: "show-brief", customer: code },
  };
  return when === null ? [open, again] : [open];
}

function lateFacts(view: BriefView, words: Words): readonly Fact[] {
  const say = words.cards.meetings.brief;
  const { action, lastAction, nextAction } = words.cards.customer;
  const { today } = view.asOf;
  const { last = null, next = null } = view.dunning ?? {};
  return [
    ...standingFacts(view, words),
    ...(last === null ? [] : [{ label: lastAction, value: action(last.step, last.day, today, last.undelivered) }]),
    ...(next === null ? [] : [{ label: nextAction, value: nextStepText(next, today, words) }]),
    ...(view.contact === null ? [] : [{ label: say.contact, value: contactLine(view.contact, words) }]),
  ];
}

/** What was said and stands, late or not. */
function standingFacts(view: BriefView, words: Words): readonly Fact[] {
  const say = words.cards.customer;
  return [
    ...view.promises.map(({ amount, due, state }) => ({
      label: say.promised,
      value: say.promiseValue(amount, due, state),
    })),
    ...view.disputes.map(({ amount, invoice, category, answerBy }) => ({
      label: say.disputes,
      value: say.disputeValue(amount, invoice, words.common.categories[category], answerBy),
    })),
  ];
}

/** One sentence to bring it up with; none when nothing is late, or when invoices may not be claimed any more. */
function sentencePart(view: BriefView, words: Words): readonly Part[] {
  if (view.overdue.length === 0 || view.insolvency !== null) return [];
  return [{ is: "text", text: words.cards.calls.toOpen(sentenceOf(view, words)) }];
}

function sentenceOf(view: BriefView, words: Words): string {
  const say = words.cards.meetings.brief;
  const { calls } = words.cards;
  const late = view.promises.find(({ state }) => state === "late");
  if (late !== undefined) return calls.broken.opening(late.due);
  if (view.mayAsk)
    return calls.script.opening(view.contact?.name.split(" ")[0] ?? null, view.dunning?.last?.step ?? "first");
  return view.promises.length > 0 ? say.aboutPromise : say.aboutDispute;
}

function factsPart(facts: readonly Fact[]): readonly Part[] {
  return facts.length === 0 ? [] : [{ is: "facts", facts }];
}

import type { Card, Control, Part } from "#cards/card.ts";
import { holdLine, type CustomerHold } from "#cards/customer.ts";
import type { DisputeView } from "#cards/dispute.ts";
import { outcomeParts } from "#cards/call-outcome.ts";
import type { PromiseView } from "#cards/promise.ts";
import { plainText } from "#cards/plain.ts";
import { promiseMenu } from "#cards/promise-menu.ts";
import { asOfPart, type AsOf, type Author, contactLine, type ContactView, type CustomerName } from "#cards/view.ts";
import type { CallReason, Outcome, Withdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { PlannedStep } from "#domain/planned-step.ts";
import type { PromiseDay } from "#domain/promise-days.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

/** A "please call" card as it stands now (E1, E2). */
export interface CallView {
  readonly ask: number;
  readonly customer: CustomerName;
  readonly reason: CallReason;
  /** Who asked by hand, and their line of why (E11). */
  readonly askedBy: { readonly name: string; readonly why: string } | null;
  /** Set when the reader is not the one asked. */
  readonly holder: string | null;
  /** What became of its clock (E4). */
  readonly clock: CallClock | null;
  /** The last working day before the call counts as waiting; null = past. */
  readonly by: Day | null;
  /** What can be asked for on its lines, per currency. */
  readonly totals: readonly Money[];
  readonly invoices: number;
  /** Zero = nothing is late yet: the first day on which something is expected says more. */
  readonly oldestDaysLate: number;
  readonly firstDue: Day | null;
  /** The days of the e-mails that stayed without an answer, oldest first. */
  readonly mails: readonly Day[];
  readonly step: StepName | null;
  readonly contact: ContactView | null;
  /** The promise that did not hold, when that is why. */
  readonly broken: { readonly missing: Money; readonly due: Day } | null;
  /** What dunning does next, unless something comes first. */
  readonly next: PlannedStep | null;
  readonly financeOn: Day | null;
  /** What stops dunning for this customer or one of its invoices (D16). */
  readonly holds: readonly CustomerHold[];
  readonly mayAnswer: boolean;
  /** "Later" is possible once. */
  readonly postponed: boolean;
  readonly days: readonly PromiseDay[];
  readonly state: CallState;
  readonly asOf: AsOf;
}

export type CallClock =
  | { readonly is: "manager-knows"; readonly manager: string }
  | { readonly is: "left"; readonly by: string | null; readonly until: Day }
  /** Finance has it: a manager gave it back, or it waited for somebody. */
  | { readonly is: "with-finance"; readonly givenBackBy: string | null; readonly waitedFor: string | null };

export type CallState =
  | { readonly is: "open" }
  | { readonly is: "withdrawn"; readonly why: Withdrawal }
  | {
      readonly is: "answered";
      readonly outcome: Outcome;
      readonly author: Author;
      /** When the card comes back, or until when dunning waits. */
      readonly until: Day | null;
      readonly contact: string | null;
      /** One per currency. */
      readonly promises: readonly PromiseView[];
      readonly disputes: readonly DisputeView[];
      readonly undoEvent: number | null;
    };

/** The card that asks a rep to call, in its state: open, answered with its outcome, or withdrawn with why. */
export function pleaseCallCard(view: CallView, words: Words): Card {
  const parts = stateParts(view, words);
  const open = words.cards.calls.summary(view.customer.name, view.totals);
  return {
    name: "please-call",
    summary: view.state.is === "open" ? open : (firstLine(parts) ?? open),
    parts: [...parts, asOfPart(view.asOf, words)],
  };
}

/** A card that changed is announced by what it says now. */
function firstLine(parts: readonly Part[]): string | null {
  const [first] = parts;
  return first !== undefined && (first.is === "heading" || first.is === "text") ? plainText(first.text) : null;
}

function stateParts(view: CallView, words: Words): readonly Part[] {
  const say = words.cards.calls;
  const name = view.customer.name;
  switch (view.state.is) {
    case "open":
      return openParts(view, words);
    case "withdrawn":
      return [
        { is: "heading", text: say.withdrawnTitle(name, view.state.why) },
        { is: "text", text: say.withdrawn(name, view.state.why) },
      ];
    case "answered":
      return outcomeParts(view, view.state, words);
  }
}

function openParts(view: CallView, words: Words): readonly Part[] {
  const say = words.cards.calls;
  const opening = view.broken === null ? openingOf(view, words) : say.broken.opening(view.broken.due);
  const lines: readonly string[] = [
    ...(view.broken === null ? factLines(view, words) : brokenLines(view, view.broken, words)),
    view.askedBy === null ? say.reasons[view.reason] : say.askedBy(view.askedBy.name, view.askedBy.why),
    view.holder === null ? "" : say.heldBy(view.holder),
    view.clock === null ? "" : clockLine(view.clock, view, words),
    ...view.holds.map((hold) => holdLine(hold, words)),
  ];
  return [
    { is: "heading", text: say.title(view.customer.name, view.by, view.asOf.today) },
    ...lines.filter((line) => line !== "").map((text) => ({ is: "text", text }) as const),
    { is: "text", text: view.contact === null ? say.noContact : contactLine(view.contact, words) },
    { is: "text", text: say.toOpen(opening) },
    ...(view.mayAnswer ? [{ is: "controls", controls: answers(view, words) } as const] : []),
  ];
}

function clockLine(clock: CallClock, { mayAnswer, asOf }: CallView, words: Words): string {
  const say = words.cards.clock.passed;
  switch (clock.is) {
    case "manager-knows":
      return say.managerKnows(clock.manager);
    case "left":
      return say.left(clock.by, clock.until, asOf.today);
    case "with-finance":
      if (!mayAnswer) return say.withFinance;
      if (clock.givenBackBy !== null) return say.givenBackBy(clock.givenBackBy);
      return clock.waitedFor === null ? say.withFinance : say.waited(clock.waitedFor);
  }
}

function factLines(view: CallView, words: Words): readonly string[] {
  const say = words.cards.calls;
  const facts = say.facts(view, view.asOf.today);
  return [view.mails.length === 0 ? facts : `${facts} ${say.unanswered(view.mails)}`];
}

function brokenLines(
  view: CallView,
  promise: { readonly missing: Money; readonly due: Day },
  words: Words,
): readonly string[] {
  const { broken } = words.cards.calls;
  const facts = { ...promise, customer: view.customer.name, today: view.asOf.today };
  return [`${broken.title(facts)} ${broken.cause}`, broken.next(view.next, view.financeOn, view.asOf.today)];
}

/** The first words of the call, with the contact's first name as colleagues say it. */
function openingOf(view: CallView, words: Words): string {
  const { script } = words.cards.calls;
  return script.opening(view.contact?.name.split(" ")[0] ?? null, view.step ?? "call");
}

/** Four controls, whatever happens (V11): a promise, a dispute, no answer, and all the rest in one menu. */
function answers(view: CallView, words: Words): readonly Control[] {
  const { buttons } = words.common;
  const { ask } = view;
  const customer = view.customer.code;
  return [
    promiseMenu({ customer, ask }, view.days, view.broken === null ? buttons.promise : buttons.newDate, words),
    { is: "button", label: buttons.dispute, action: { do: "open-form", form: "dispute", customer, ask } },
    view.broken === null
      ? { is: "button", label: buttons.noAnswer, action: { do: "no-answer", ask } }
      : { is: "button", label: words.cards.calls.menu.alreadyPaid, action: { do: "already-paid", ask } },
    otherMenu(view, words),
  ];
}

function otherMenu(view: CallView, words: Words): Control {
  const { menu } = words.cards.calls;
  const { ask } = view;
  const customer = view.customer.code;
  const form = (name: "other-contact" | "visit" | "later" | "comment" | "no-answer") =>
    ({ do: "open-form", form: name, customer, ask }) as const;
  return {
    is: "menu",
    label: words.common.buttons.other,
    options: [
      { label: menu.notReceived, action: { do: "not-received", ask } },
      view.broken === null
        ? { label: menu.alreadyPaid, action: { do: "already-paid", ask } }
        : { label: words.common.buttons.noAnswer, action: { do: "no-answer", ask } },
      { label: menu.otherContact, action: form("other-contact") },
      { label: menu.visit, action: form("visit") },
      ...(view.postponed ? [] : [{ label: menu.later, action: form("later") }]),
      { label: menu.noAnswerOther, action: form("no-answer") },
      { label: menu.notMine, action: { do: "not-mine", ask } },
      { label: menu.comment, action: form("comment") },
      { label: menu.script, action: { do: "show-script", ask } },
      { label: menu.why, action: { do: "why-me", ask } },
      { label: menu.customer, action: { do: "show-customer", customer } },
    ],
  };
}

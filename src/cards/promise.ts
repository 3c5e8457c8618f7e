import { type Card, type Control, type Part } from "#cards/card.ts";
import { promiseMenu } from "#cards/promise-menu.ts";
import { asOfPart, type AsOf, type Author, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { PlannedStep } from "#domain/planned-step.ts";
import type { PromiseDay } from "#domain/promise-days.ts";
import type { PromiseState } from "#domain/promise-to-pay.ts";
import type { Words } from "#i18n/words.ts";

/** A promise as it stands now. */
export interface PromiseView {
  readonly id: number;
  readonly customer: CustomerName;
  readonly amount: Money;
  readonly due: Day;
  /** The first day on which a reminder may leave again. */
  readonly remindersFrom: Day;
  readonly invoices: number;
  /** What is chaseable of this customer beside the promise, in its currency; null = nothing. */
  readonly rest: Money | null;
  readonly state: PromiseState;
  readonly undone: boolean;
  /** A long promise that finance has not agreed to yet. */
  readonly awaitsFinance: boolean;
  /** Its day and grace have passed, but no payments import tells whether it was kept. */
  readonly unjudged: boolean;
  /** What came in since it was given, at most its amount. */
  readonly paid: Money;
  readonly missing: Money;
  readonly comment: string | null;
  readonly author: Author;
  /** The event to undo, while the reader may. */
  readonly undoEvent: number | null;
  /** Whether the reader may move or cancel it. */
  readonly mayChange: boolean;
  /** Since it did not come in, somebody said that it is paid: until when dunning waits, and the event to undo. */
  readonly saidPaid: { readonly until: Day | null; readonly author: Author; readonly undoEvent: number | null } | null;
  /** The customer's open call, if any. */
  readonly ask: number | null;
  /** What dunning does next, unless something comes first. */
  readonly next: PlannedStep | null;
  readonly financeOn: Day | null;
  readonly days: readonly PromiseDay[];
  readonly asOf: AsOf;
}

/** The card of one promise in whatever state it has come to (P1, P3). */
export function promiseCard(view: PromiseView, words: Words): Card {
  const { summary } = words.cards.promises;
  return {
    name: "promise",
    summary: summary(view.customer.name, view.amount, view.due),
    parts: [...promiseParts(view, words), asOfPart(view.asOf, words)],
  };
}

/** The lines and buttons of a promise, for its own card and for the call card that became it (E3). */
export function promiseParts(view: PromiseView, words: Words): readonly Part[] {
  const say = words.cards.promises;
  const name = view.customer.name;
  if (view.undone) return [{ is: "text", text: say.undone(name) }];
  switch (view.state) {
    case "live":
      return liveParts(view, words);
    case "kept":
      return [
        { is: "heading", text: say.keptTitle(name) },
        { is: "text", text: say.kept(name, view.paid, view.author.you ? view.author.name : null) },
      ];
    case "partly-kept":
      return [
        { is: "heading", text: say.partlyTitle(name) },
        { is: "text", text: say.partly(name, view.paid, view.amount, view.missing, view.due) },
        ...afterwards(view, words),
      ];
    case "broken":
      return brokenParts(view, words);
    case "cancelled":
      return [{ is: "text", text: say.cancelled(name, view.amount, view.due) }];
    case "rescheduled":
      return [{ is: "text", text: say.moved(name, view.amount) }];
    case "refused":
      return [{ is: "text", text: say.refused(name, view.due) }, ...afterwards(view, words)];
  }
}

function liveParts(view: PromiseView, words: Words): readonly Part[] {
  const say = words.cards.promises;
  const lines = [
    `${notedBy(view.author, words)}${say.pays(view.customer.name, view.amount, view.due)}`,
    remindersLine(view, words),
    view.rest === null ? "" : say.rest(view.rest),
    view.author.you && !view.unjudged ? say.toldFirst : "",
  ];
  const controls = liveControls(view, words);
  return [
    { is: "text", text: lines.filter((line) => line !== "").join(" ") },
    ...(view.comment === null ? [] : [{ is: "quote", text: view.comment } as const]),
    ...(controls.length === 0 ? [] : [{ is: "controls", controls } as const]),
  ];
}

function remindersLine(view: PromiseView, words: Words): string {
  const say = words.cards.promises;
  if (view.unjudged) return say.waitingForData(view.due);
  if (view.awaitsFinance) return say.awaiting(view.remindersFrom, view.due);
  return say.noReminder(view.invoices, view.remindersFrom, view.due);
}

function liveControls(view: PromiseView, words: Words): readonly Control[] {
  const { buttons } = words.common;
  const say = words.cards.promises;
  const change = promiseMenu(
    { customer: view.customer.code, promise: view.id },
    view.days.filter(({ day }) => day !== view.due),
    buttons.changeDate,
    words,
  );
  if (view.undoEvent !== null) {
    return [{ is: "button", label: buttons.undo, action: { do: "undo", event: view.undoEvent } }, change];
  }
  if (!view.mayChange) return [];
  return [
    change,
    {
      is: "button",
      label: say.cancel,
      action: { do: "cancel-promise", promise: view.id },
      confirm: say.cancelConfirm,
    },
  ];
}

function brokenParts(view: PromiseView, words: Words): readonly Part[] {
  const { broken, toOpen } = words.cards.calls;
  const facts = { customer: view.customer.name, missing: view.missing, due: view.due, today: view.asOf.today };
  const next = broken.next(view.next, view.financeOn, view.asOf.today);
  return [
    { is: "text", text: [broken.title(facts), broken.cause].join(" ") },
    { is: "text", text: toOpen(broken.opening(view.due)) },
    ...(next === "" || view.saidPaid !== null ? [] : [{ is: "text", text: next } as const]),
    ...afterwards(view, words),
  ];
}

/** What a person may answer once a promise did not hold: a new date, a dispute, "already paid", all the rest in one menu. */
function afterwards(view: PromiseView, words: Words): readonly Part[] {
  const said = saidPaidParts(view, words);
  if (!view.mayChange) return said;
  const { buttons } = words.common;
  const { menu } = words.cards.calls;
  const { ask, id: promise } = view;
  const customer = view.customer.code;
  const about = ask === null ? {} : { ask };
  const controls: readonly Control[] = [
    promiseMenu({ customer, ...about }, view.days, buttons.newDate, words),
    { is: "button", label: buttons.dispute, action: { do: "open-form", form: "dispute", customer, ...about } },
    ...(view.state === "refused" || view.saidPaid !== null
      ? []
      : [{ is: "button", label: menu.alreadyPaid, action: { do: "already-paid", promise } } as const]),
    otherMenu(view, words),
  ];
  return [...said, { is: "controls", controls }];
}

function saidPaidParts({ saidPaid, customer, asOf }: PromiseView, words: Words): readonly Part[] {
  if (saidPaid === null) return [];
  const say = words.cards.calls.outcomes;
  const text = `${notedBy(saidPaid.author, words)}${say.alreadyPaid(customer.name, saidPaid.until, asOf.today)}`;
  const { undoEvent: event } = saidPaid;
  const undo: Control = { is: "button", label: words.common.buttons.undo, action: { do: "undo", event: event ?? 0 } };
  return [
    { is: "text", text: words.say.capital(text) },
    ...(event === null ? [] : [{ is: "controls", controls: [undo] } as const]),
  ];
}

function otherMenu({ ask, customer: { code: customer } }: PromiseView, words: Words): Control {
  const { menu } = words.cards.customer;
  const { menu: calls } = words.cards.calls;
  return {
    is: "menu",
    label: words.common.buttons.other,
    options: [
      ...(ask === null ? [] : [{ label: menu.call, action: { do: "show-ask", ask } as const }]),
      { label: menu.hold, action: { do: "open-form", form: "hold", customer } },
      { label: menu.comment, action: { do: "open-form", form: "comment", customer } },
      { label: calls.customer, action: { do: "show-customer", customer } },
    ],
  };
}

/** "C'est noté, merci Claire : ", "Noté par Paul Roy : ", or nothing for what an import brought. */
export function notedBy(author: Author, words: Words): string {
  const { noted, notedBy: byColleague } = words.cards.calls;
  const colon = words.locale === "fr" ? "\u202f: " : ": ";
  if (author.name === null) return "";
  return `${author.you ? noted(author.name) : byColleague(author.name)}${colon}`;
}

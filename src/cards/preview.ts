import type { Action } from "#cards/action.ts";
import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { HeldReason } from "#domain/dunning-plan.ts";
import type { Money } from "#domain/money.ts";
import type { RecipientRole, StepName } from "#domain/scenario.ts";
import type { PreviewKind } from "#i18n/control/preview/messages.ts";
import type { Words } from "#i18n/words.ts";

/** A message of a day, and why it leaves: the invoices that reach a step. */
export interface PreviewMessageLine {
  readonly customer: CustomerName;
  /** Its name, where the company has several. */
  readonly seller: string | null;
  readonly step: StepName;
  readonly total: Money;
  readonly listed: number;
  readonly reached: readonly { readonly number: string; readonly daysOverdue: number }[];
  readonly to: readonly string[];
  /** Roles the step is meant for and nobody has (D6). */
  readonly missing: readonly RecipientRole[];
}

/** A call, a letter to approve or a task of a day. */
export interface PreviewAskLine {
  readonly customer: CustomerName;
  readonly kind: PreviewKind;
  /** Who is asked, by name or by role. */
  readonly holder: string;
  readonly invoices: number;
  readonly totals: readonly Money[];
}

export interface PreviewHeldLine {
  readonly customer: CustomerName;
  readonly invoices: readonly string[];
  readonly totals: readonly Money[];
  readonly until: Day | null;
}

export interface PreviewReason {
  readonly reason: HeldReason;
  readonly invoices: number;
  readonly customers: number;
  readonly totals: readonly Money[];
}

interface Page<Line> {
  readonly lines: readonly Line[];
  readonly total: number;
  /** How many stand on the pages before. */
  readonly before: number;
}

/** A day of dunning before it comes (D9): as a whole, or one of its lists. */
export interface PreviewView {
  readonly day: Day;
  /** Everything is held until a go-live: what follows is what would leave. */
  readonly beforeGoLive: boolean;
  /** What finance suspended that day: one sentence each. */
  readonly pauses: readonly string[];
  readonly shown:
    | {
        readonly is: "whole";
        readonly messages: Page<PreviewMessageLine>;
        readonly totals: readonly Money[];
        readonly asks: Page<PreviewAskLine>;
        readonly reasons: readonly PreviewReason[];
      }
    | { readonly is: "messages"; readonly page: number; readonly messages: Page<PreviewMessageLine> }
    | { readonly is: "asks"; readonly page: number; readonly asks: Page<PreviewAskLine> }
    | {
        readonly is: "held";
        readonly page: number;
        readonly reason: PreviewReason;
        readonly held: Page<PreviewHeldLine>;
      };
  readonly asOf: AsOf;
}

/** "Who would receive what on a day, and why; who would not, and why". */
export function previewCard(view: PreviewView, words: Words): Card {
  const title = words.control.preview.title(view.day, view.asOf.today);
  return {
    name: "preview",
    summary: title,
    parts: [{ is: "heading", text: title }, ...bodyParts(view, words), asOfPart(view.asOf, words)],
  };
}

function bodyParts(view: PreviewView, words: Words): readonly Part[] {
  const { shown } = view;
  const say = words.control.preview;
  switch (shown.is) {
    case "whole":
      return wholeParts(view, shown, words);
    case "messages":
      return listParts(view, { title: say.messagesTitle(shown.messages.total), ...shown.messages }, words, messagePart);
    case "asks":
      return listParts(view, { title: say.asksTitle(shown.asks.total), ...shown.asks }, words, askPart);
    case "held":
      return listParts(view, { title: reasonText(shown.reason, words), ...shown.held }, words, heldPart);
  }
}

function wholeParts(
  view: PreviewView,
  whole: Extract<PreviewView["shown"], { is: "whole" }>,
  words: Words,
): readonly Part[] {
  const say = words.control.preview;
  const { messages, asks, reasons } = whole;
  const look = (part: string): Action => ({ do: "show-preview", on: view.day, part });
  const more = (page: Page<unknown>, part: string): readonly Part[] => {
    const others = page.total - page.lines.length;
    if (others === 0) return [];
    return [{ is: "controls", controls: [{ is: "button", label: say.seeAll(page.total), action: look(part) }] }];
  };
  return [
    ...(view.beforeGoLive ? [{ is: "text", text: say.beforeGoLive } as const] : []),
    ...view.pauses.map((text) => ({ is: "text", text }) as const),
    { is: "text", text: [{ text: say.leaving(messages.total, whole.totals), strong: true }] },
    ...messages.lines.map((line) => messagePart(line, words)),
    ...more(messages, "messages"),
    ...(asks.total === 0 ? [] : [{ is: "text", text: [{ text: say.asked(asks.total), strong: true }] } as const]),
    ...asks.lines.map((line) => askPart(line, words)),
    ...more(asks, "asks"),
    { is: "line" },
    { is: "text", text: [{ text: say.held(reasons.length), strong: true }] },
    ...reasons.map((reason): Part => ({
      is: "item",
      text: reasonText(reason, words),
      control: { is: "button", label: say.see, action: look(reason.reason) },
    })),
  ];
}

/** One list of the day, a page of it, with the way on and back. */
function listParts<Line>(
  view: PreviewView,
  list: Page<Line> & { readonly title: string },
  words: Words,
  part: (line: Line, words: Words) => Part,
): readonly Part[] {
  const { shown } = view;
  const say = words.control.preview;
  const left = list.total - list.before - list.lines.length;
  const about = shown.is === "held" ? shown.reason.reason : shown.is;
  const page = shown.is === "whole" ? 0 : shown.page;
  const controls: readonly Control[] = [
    ...(left <= 0
      ? []
      : [
          {
            is: "button",
            label: words.common.buttons.next(left),
            action: { do: "show-preview", on: view.day, part: about, page: page + 1 },
          } as const,
        ]),
    { is: "button", label: say.back, action: { do: "show-preview", on: view.day } },
  ];
  return [
    { is: "text", text: [{ text: list.title, strong: true }] },
    ...list.lines.map((line) => part(line, words)),
    { is: "controls", controls },
  ];
}

function messagePart(line: PreviewMessageLine, words: Words): Part {
  const say = words.control.preview;
  const why = [say.because(line.reached), say.to(line.to)];
  if (line.missing.length > 0) why.push(say.missing(line.missing.map((role) => words.scenarios.recipients[role])));
  return {
    is: "item",
    text: [
      { text: line.customer.name, strong: true },
      { text: say.message(line.step, line.total, line.listed, line.seller) },
      { text: `\n${why.join(" ")}` },
    ],
    control: openCustomer(line.customer, words),
  };
}

function askPart(line: PreviewAskLine, words: Words): Part {
  const say = words.control.preview;
  return {
    is: "item",
    text: [
      { text: line.customer.name, strong: true },
      { text: say.ask(line.kind, line.holder, line.totals, line.invoices) },
    ],
    control: openCustomer(line.customer, words),
  };
}

function heldPart(line: PreviewHeldLine, words: Words): Part {
  const say = words.control.preview;
  return {
    is: "item",
    text: [
      { text: line.customer.name, strong: true },
      { text: say.heldInvoices(line.totals, line.invoices, line.until) },
    ],
    control: openCustomer(line.customer, words),
  };
}

function reasonText({ reason, invoices, customers, totals }: PreviewReason, words: Words): string {
  return words.control.preview.reason(reason, invoices, customers, totals);
}

function openCustomer({ code }: CustomerName, words: Words): Control {
  return { is: "button", label: words.control.preview.open, action: { do: "show-customer", customer: code } };
}

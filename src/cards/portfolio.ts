import type { Action } from "#cards/action.ts";
import type { Card, Control, Fact, Part } from "#cards/card.ts";
import { asOfText, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { PortfolioOf } from "#i18n/cards/portfolio/messages.ts";
import type { Words } from "#i18n/words.ts";

/** What one currency holds; amounts of two currencies are never summed. */
export interface CurrencyFigures {
  readonly outstanding: Money;
  readonly overdue: Money;
  readonly notDue: Money;
  readonly disputed: Money;
  readonly promised: Money;
  /** Unused credit, as a positive amount. */
  readonly credit: Money;
  readonly aged: Readonly<Record<"1-30" | "31-60" | "61-90" | "90+", Money>>;
}

export interface LateCustomer {
  readonly customer: CustomerName;
  readonly overdue: Money;
  readonly oldestDays: number;
  readonly promised: Money | null;
  readonly disputed: Money | null;
  readonly held: boolean;
}

/** Something that waits for somebody, in one line with its button. */
export interface OfficeLine {
  readonly title: string;
  readonly customer: string;
  readonly since: Day;
  readonly action: Action;
}

/** In place of a portfolio, for those who have no customers of their own: sales administration, IT. */
export interface OfficeView {
  /** The oldest first. */
  readonly lines: readonly OfficeLine[];
  /** Whether any customer's card is theirs to see. */
  readonly seesCustomers: boolean;
}

/** A portfolio: its figures, and one page of its late customers. */
export interface PortfolioView {
  readonly of: PortfolioOf;
  /** As it goes into a button, so that the next page and a refresh show the same. */
  readonly scope: string;
  readonly figures: readonly CurrencyFigures[];
  readonly customers: number;
  readonly late: readonly LateCustomer[];
  readonly lateTotal: number;
  readonly page: number;
  /** How many come after this page, and for how much. */
  readonly after: { readonly customers: number; readonly overdue: readonly Money[] };
  /** Other scopes the reader may look at. */
  readonly scopes: readonly ("mine" | "team" | "all" | "unowned")[];
  /** Null = the reader has customers, or could have. */
  readonly office: OfficeView | null;
  readonly asOf: AsOf;
}

/** Of what waits longer the oldest are enough: opening one makes room for the next. */
const OFFICE_LINES_MAX = 10;

/** `/encours` (V4): figures, the customers most late, and menus to go on. */
export function portfolioCard(view: PortfolioView, words: Words): Card {
  const say = words.cards.portfolio;
  const outstanding = view.figures.map((each) => each.outstanding).filter(isSome);
  const overdue = view.figures.map((each) => each.overdue).filter(isSome);
  return {
    name: "portfolio",
    summary:
      view.office !== null
        ? say.office.count(view.office.lines.length)
        : outstanding.length === 0
          ? say.empty(view.of)
          : say.summary(outstanding, overdue),
    parts: [
      ...(view.office === null ? [{ is: "heading", text: say.title(view.of) } as const] : []),
      ...portfolioParts(view, words),
    ],
  };
}

/** The portfolio without its title: the home tab has one of its own. */
export function portfolioParts(view: PortfolioView, words: Words): readonly Part[] {
  const say = words.cards.portfolio;
  const refresh: Part = {
    is: "item",
    text: asOfText(view.asOf, words),
    control: {
      is: "button",
      label: words.common.buttons.refresh,
      action: { do: "show-portfolio", scope: view.scope, ...(view.page === 0 ? {} : { page: view.page }) },
    },
  };
  if (view.office !== null) return [...officeParts(view.office, view.asOf.today, words), refresh];
  if (view.figures.every((each) => !isSome(each.outstanding) && !isSome(each.credit))) {
    return [{ is: "text", text: say.empty(view.of) }, ...scopeControls(view, words), refresh];
  }
  return [
    ...(view.page === 0 ? view.figures.map((each) => figuresPart(each, words)) : []),
    ...lateParts(view, words),
    ...scopeControls(view, words),
    refresh,
  ];
}

function officeParts({ lines, seesCustomers }: OfficeView, today: Day, words: Words): readonly Part[] {
  const say = words.cards.portfolio.office;
  const { details, open } = words.control.finances;
  const more = lines.length - OFFICE_LINES_MAX;
  return [
    { is: "text", text: [{ text: say.count(lines.length), strong: true }] },
    ...lines.slice(0, OFFICE_LINES_MAX).map(({ title, since, action }): Part => ({
      is: "item",
      text: [{ text: title }, { text: details([], since, today, false) }],
      control: { is: "button", label: open, action },
    })),
    ...(more > 0 ? [{ is: "small", text: words.common.more(more) } as const] : []),
    { is: "text", text: seesCustomers ? say.customers : say.noCustomers },
  ];
}

function figuresPart(figures: CurrencyFigures, words: Words): Part {
  const say = words.cards.portfolio;
  const { money } = words.say;
  const optional: readonly (readonly [string, Money])[] = [
    [say.promised, figures.promised],
    [say.disputed, figures.disputed],
    [say.credit, figures.credit],
  ];
  const facts: readonly Fact[] = [
    { label: say.outstanding, value: [{ text: money(figures.outstanding), strong: true }] },
    { label: say.overdue, value: [{ text: money(figures.overdue), strong: true }] },
    { label: say.notDue, value: money(figures.notDue) },
    ...optional.filter(([, amount]) => isSome(amount)).map(([label, amount]) => ({ label, value: money(amount) })),
    ...(isSome(figures.overdue) ? [{ label: say.aged, value: agedText(figures, words) }] : []),
  ];
  return { is: "facts", facts };
}

function agedText(figures: CurrencyFigures, words: Words): string {
  const { buckets } = words.cards.portfolio;
  return (["1-30", "31-60", "61-90", "90+"] as const)
    .filter((bucket) => isSome(figures.aged[bucket]))
    .map((bucket) => `${words.say.money(figures.aged[bucket])} (${buckets[bucket]})`)
    .join(", ");
}

function lateParts(view: PortfolioView, words: Words): readonly Part[] {
  const say = words.cards.portfolio;
  if (view.lateTotal === 0) return [{ is: "text", text: say.allOnTime }];
  const { after } = view;
  return [
    { is: "text", text: [{ text: say.late(view.lateTotal), strong: true }] },
    ...view.late.map((late) => ({ is: "item", text: lateText(late, words) }) as const),
    ...(after.customers === 0 ? [] : [{ is: "small", text: say.others(after.customers, after.overdue) } as const]),
    { is: "controls", controls: listControls(view, words) },
  ];
}

function lateText(late: LateCustomer, words: Words) {
  const say = words.cards.portfolio;
  const remarks = [
    late.promised === null ? "" : say.promisedPart(late.promised),
    late.disputed === null ? "" : say.disputedPart(late.disputed),
    late.held ? say.held : "",
  ].filter((remark) => remark !== "");
  const line = `, ${say.line(late.overdue, late.oldestDays)}`;
  return [
    { text: late.customer.name, strong: true },
    { text: remarks.length === 0 ? line : `${line} (${remarks.join(", ")})` },
  ];
}

function listControls(view: PortfolioView, words: Words): readonly Control[] {
  const { buttons } = words.common;
  const customers = [...new Map(view.late.map(({ customer }) => [customer.code, customer])).values()];
  return [
    {
      is: "menu",
      label: buttons.openCustomer,
      options: customers.map(({ code, name }) => ({
        label: name,
        action: { do: "show-customer", customer: code } as const,
      })),
    },
    ...(view.after.customers === 0
      ? []
      : [
          {
            is: "button",
            label: buttons.next(view.after.customers),
            action: { do: "show-portfolio", scope: view.scope, page: view.page + 1 },
          } as const,
        ]),
    ...(view.page === 0
      ? []
      : [{ is: "button", label: buttons.back, action: { do: "show-portfolio", scope: view.scope } } as const]),
  ];
}

function scopeControls(view: PortfolioView, words: Words): readonly Part[] {
  const others = view.scopes.filter((scope) => scope !== view.scope);
  if (others.length === 0) return [];
  const { scopes } = words.cards.portfolio;
  const menu: Control = {
    is: "menu",
    label: scopes.label,
    options: others.map((scope) => ({ label: scopes[scope], action: { do: "show-portfolio", scope } as const })),
  };
  return [{ is: "controls", controls: [menu] }];
}

function isSome(money: Money): boolean {
  return money.minor !== 0n;
}

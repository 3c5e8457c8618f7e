import type { Card, Part, Span } from "#cards/card.ts";
import { agedChart, overdueChart, type TrendPoint } from "#cards/cash-report-charts.ts";
import type { AsOf } from "#cards/view.ts";
import type { AgedBucket } from "#domain/aging.ts";
import type { BlockedMove } from "#domain/blocked-item.ts";
import { CALL_MINUTES } from "#domain/ask.ts";
import { addDays, type Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { ReportWeek } from "#domain/report-week.ts";
import type { DoneInWeek } from "#i18n/cards/report/messages.ts";
import type { Words } from "#i18n/words.ts";

/** The weekly cash report (R2): what a finance and sales team talks about for a quarter of an hour. */
export interface CashReportView {
  /** As it goes into buttons. */
  readonly scope: string;
  /** In the middle of a sentence: "l'équipe de Paul Roy". */
  readonly scopeName: string;
  readonly whom: "person" | "team" | "all";
  /** Nobody in particular reads it: a channel, with no button but the decisions. */
  readonly isChannel: boolean;
  readonly week: ReportWeek;
  readonly before: ReportWeek;
  readonly coming: ReportWeek;
  /** The day of the figures, before today. */
  readonly figuresOn: Day;
  /** The currency with most invoices first; charts are drawn of it alone. */
  readonly currencies: readonly CurrencyReport[];
  readonly otherCurrencies: number;
  readonly blocked: {
    readonly customers: number;
    readonly totals: readonly Money[];
    readonly items: readonly BlockedLine[];
    readonly others: number;
  };
  /** Still to come in the week ahead. */
  readonly promised: PromisesTold;
  /** Their day has come since the reported week began, and the money has not. */
  readonly broken: PromisesTold;
  readonly done: DoneInWeek;
  readonly followed: readonly Money[];
  /** New calls asked of a team in the week (E5); zero = not told. */
  readonly callsAsked: number;
  readonly decisions: number;
  readonly asOf: AsOf;
}

/** What the report tells of one currency; never summed with another's. */
export interface CurrencyReport {
  readonly collected: Money;
  readonly collectedBefore: Money;
  /** Of the week; null = no goal, and no word about one. */
  readonly weekGoal: Money | null;
  readonly monthGoal: {
    readonly from: Day;
    readonly isOver: boolean;
    readonly collected: Money;
    readonly goal: Money;
    readonly percent: number;
  } | null;
  readonly overdue: Money;
  readonly overdueBefore: Money;
  /** Whole days; null without sales. */
  readonly dso: readonly (number | null)[];
  readonly aged: Readonly<Record<AgedBucket, Money>>;
  readonly trend: readonly TrendPoint[];
  readonly expected: Money;
  readonly promised: Money;
  /** What the forecast of the reported week missed, in percent; null = there was none. */
  readonly missed: number | null;
}

/** Promises with money still missing; the largest are named. */
export interface PromisesTold {
  readonly count: number;
  readonly totals: readonly Money[];
  readonly items: readonly { readonly customer: string; readonly missing: Money; readonly due: Day }[];
  readonly others: number;
}

export interface BlockedLine {
  readonly customer: string;
  readonly amount: Money;
  readonly what: BlockedMove;
  /** A role in a channel, a name to a person; "vous" where it is the reader. */
  readonly who: string;
  readonly since: Day;
}

/** To the Friday: a week of work. */
const WORKING_WEEK_DAYS = 4;

/**
 * The week's cash report (R2): collected, late, to unblock, promised, expected, and thanks; each currency by itself.
 */
export function cashReportCard(view: CashReportView, words: Words): Card {
  const say = words.cards.report;
  const { week, scopeName, currencies } = view;
  const some = (amounts: readonly Money[]) => amounts.filter(({ minor }) => minor !== 0n);
  const collected = some(currencies.map((one) => one.collected));
  const overdue = some(currencies.map((one) => one.overdue));
  return {
    name: "cash-report",
    summary: say.summary(week.week, scopeName, collected, overdue),
    parts: [
      { is: "heading", text: say.title(week.week, scopeName) },
      { is: "small", text: say.intro(week.from, addDays(week.from, WORKING_WEEK_DAYS)) },
      ...(currencies.length === 0 ? [{ is: "text", text: say.nothing } as const] : figureParts(view, words)),
      ...blockedParts(view, words),
      ...aheadParts(view, words),
      ...endParts(view, words),
    ],
  };
}

function figureParts(view: CashReportView, words: Words): readonly Part[] {
  const say = words.cards.report;
  const [main] = view.currencies;
  const currency = view.currencies.length + view.otherCurrencies > 1 ? (main?.collected.currency ?? null) : null;
  return [
    ...view.currencies.flatMap((one) => currencyParts(one, view, words)),
    ...(view.otherCurrencies === 0 ? [] : [{ is: "small", text: say.otherCurrencies(view.otherCurrencies) } as const]),
    ...(main === undefined
      ? []
      : [
          { is: "chart", chart: agedChart(main.aged, currency, words) } as const,
          { is: "chart", chart: overdueChart(main.trend, currency, words) } as const,
        ]),
  ];
}

/** One line of text each: cash, the month, what is late and how long money takes. */
function currencyParts(one: CurrencyReport, view: CashReportView, words: Words): readonly Part[] {
  const say = words.cards.report;
  const money = say.amount;
  const strong = (text: string): Span => ({ text, strong: true });
  const dso = one.dso.at(-1) ?? null;
  const dsoBefore = one.dso.at(-2) ?? null;
  const cash = say.collected(one.weekGoal, { week: view.before.week, amount: one.collectedBefore });
  const isMain = one === view.currencies[0];
  const isCash = one.collected.minor !== 0n || one.collectedBefore.minor !== 0n || one.weekGoal !== null;
  const lines: readonly (readonly Span[])[] = [
    ...(isMain || isCash ? [[strong(money(one.collected)), { text: cash }]] : []),
    ...(one.monthGoal === null ? [] : [[{ text: monthLine(one.monthGoal, words) }]]),
    [{ text: say.overdue }, strong(money(one.overdue)), { text: say.change(one.overdue, one.overdueBefore) }],
    ...(dso === null
      ? []
      : [
          [
            { text: say.dso },
            strong(say.days(dso)),
            { text: dsoBefore === null ? "." : say.dsoChange(dso, dsoBefore) },
          ],
        ]),
  ];
  return [
    ...lines.map((text) => ({ is: "text", text }) as const),
    ...(one.dso.some((days) => days !== null) ? [{ is: "small", text: say.dsoTrend(one.dso) } as const] : []),
  ];
}

function monthLine(goal: NonNullable<CurrencyReport["monthGoal"]>, words: Words): string {
  return words.cards.report.monthGoal(goal.from, goal.isOver, goal.collected, goal.goal, goal.percent);
}

function blockedParts({ blocked, asOf, currencies }: CashReportView, words: Words): readonly Part[] {
  const say = words.cards.report;
  if (blocked.customers === 0) {
    const anyLate = currencies.some(({ overdue }) => overdue.minor > 0n);
    return anyLate ? [{ is: "line" }, { is: "text", text: say.nothingBlocked }] : [];
  }
  return [
    { is: "line" },
    { is: "text", text: [{ text: say.blocked(blocked.customers, blocked.totals), strong: true }] },
    ...blocked.items.map(
      ({ customer, amount, what, who, since }) =>
        ({
          is: "item",
          text: [
            { text: customer, strong: true },
            { text: say.blockedItem(amount, say.moves[what], who, since, asOf.today) },
          ],
        }) as const,
    ),
    ...(blocked.others === 0 ? [] : [{ is: "small", text: say.others(blocked.others) } as const]),
  ];
}

/** What was promised and what is expected: the week to prepare. */
function aheadParts(view: CashReportView, words: Words): readonly Part[] {
  const say = words.cards.report;
  const { coming, week, promised, broken } = view;
  const expected = view.currencies
    .filter((one) => one.expected.minor !== 0n)
    .map((one) => {
      const missed = one.missed === null ? "" : say.missed(week.week, one.missed);
      return `${say.expected(coming.week, one.expected, one.promised)}${missed}`;
    });
  const lines = [
    ...expected,
    ...(promised.count === 0 ? [] : [promisedLine(promised, coming, words)]),
    ...(broken.count === 0 ? [] : [brokenLine(broken, words)]),
  ];
  return lines.length === 0 ? [] : [{ is: "line" }, ...lines.map((text) => ({ is: "text", text }) as const)];
}

function promisedLine(promised: PromisesTold, coming: ReportWeek, words: Words): string {
  const say = words.cards.report;
  const named = promised.items.map(({ customer, missing, due }) => say.promisedItem(customer, missing, due));
  return say.promised(coming.week, promised.count, promised.totals, withOthers(named, promised.others, words));
}

function brokenLine(broken: PromisesTold, words: Words): string {
  const say = words.cards.report;
  const named = broken.items.map(({ customer, missing, due }) => say.brokenItem(customer, missing, due));
  return say.broken(broken.count, broken.totals, withOthers(named, broken.others, words));
}

function withOthers(named: readonly string[], others: number, words: Words): readonly string[] {
  return others === 0 ? named : [...named, words.cards.report.others(others)];
}

function endParts(view: CashReportView, words: Words): readonly Part[] {
  const say = words.cards.report;
  const { calls, promises, disputesSolved } = view.done;
  const isThanked = calls + promises + disputesSolved > 0;
  const decisions =
    view.decisions === 0
      ? []
      : [
          {
            is: "button",
            label: say.decisions(view.decisions),
            action: { do: "show-decisions", scope: view.scope },
            look: "primary",
          } as const,
        ];
  const refresh = {
    is: "button",
    label: words.common.buttons.refresh,
    action: { do: "show-cash-report", scope: view.scope },
  } as const;
  const controls = view.isChannel ? decisions : [...decisions, refresh];
  return [
    ...(isThanked ? [{ is: "text", text: say.thanks(view.whom, view.done, view.followed) } as const] : []),
    ...(view.callsAsked === 0
      ? []
      : [{ is: "small", text: say.asked(view.callsAsked, view.callsAsked * CALL_MINUTES) } as const]),
    ...(controls.length === 0 ? [] : [{ is: "controls", controls } as const]),
    { is: "small", text: whenText(view, words) },
  ];
}

/** A report keeps its figures; what is to unblock and to decide is of now. */
function whenText({ figuresOn, asOf }: CashReportView, words: Words): string {
  return words.cards.report.figuresOf(figuresOn, words.say.time(asOf.now, asOf.timeZone), asOf.today);
}

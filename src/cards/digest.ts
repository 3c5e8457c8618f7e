import type { Card, Control, Menu, Part } from "#cards/card.ts";
import { financeLinePart, type FinanceLine } from "#cards/finance-list.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import { type Day, dayIn } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { LeavingWork, WorkEntry } from "#domain/worklist.ts";
import type { Meanwhile } from "#i18n/cards/clock/messages.ts";
import type { MorningCounts } from "#i18n/cards/digest/messages.ts";
import type { Words } from "#i18n/words.ts";

/** The morning of a rep, a manager or finance: each has the parts of their roles. */
export interface DigestView {
  readonly firstName: string;
  readonly day: Day;
  /** The reader's own portfolio; null = they have none. */
  readonly portfolio: {
    readonly outstanding: readonly Money[];
    readonly overdue: readonly Money[];
    readonly lateCustomers: number;
  } | null;
  readonly entries: readonly WorkEntry[];
  /** How many more there are. */
  readonly others: number;
  readonly calls: readonly { readonly ask: number; readonly name: string }[];
  readonly team: {
    readonly outstanding: readonly Money[];
    readonly overdue: readonly Money[];
    readonly calls: number;
    readonly longCalls: number;
  } | null;
  readonly finance: {
    readonly counts: MorningCounts;
    /** The first of what waits, and how much there is in all (D17). */
    readonly lines: readonly FinanceLine[];
    readonly total: number;
    /** Customers with open invoices whom nobody has (V3). */
    readonly unowned: number;
    /** Who reads by e-mail, by choice or for want of a chat (V15). */
    readonly byMail: readonly string[];
  } | null;
  /** In whose place the reader stands, and until when. */
  readonly standsIn: readonly { readonly name: string; readonly until: Day }[];
  /** What happened while the reader was absent, on the first morning back; `by` = who stood in. */
  readonly meanwhile: (Meanwhile & { readonly by: string | null }) | null;
  /** The day of the ledger's data, when they are older than they should be. */
  readonly dataOf: Day | null;
  readonly asOf: AsOf;
}

const QUIET = "digest-quiet";

/** Buttons to wait stand beside so many lines; the other reminders are held from their own card. */
const WAIT_BUTTONS_MAX = 3;
const NAMES_MAX = 3;

/** Whether a morning has nothing to say: then nothing is sent, or the quiet line. */
export function isQuiet(view: DigestView): boolean {
  const { finance, team } = view;
  const counted =
    finance === null
      ? 0
      : finance.counts.tasks + finance.counts.replies + finance.counts.brokenPromises + finance.total;
  if (view.meanwhile !== null) return false;
  return view.entries.length === 0 && view.calls.length === 0 && counted === 0 && (team?.calls ?? 0) === 0;
}

export function isQuietDigest(card: Card): boolean {
  return card.name === QUIET;
}

/** What is left of an earlier morning once something in it has changed: nothing stale stays, nothing old is told as new. */
export function pastDigestCard(day: Day, words: Words): Card {
  const text = words.cards.digest.past(day);
  return {
    name: "digest-past",
    summary: text,
    parts: [
      { is: "small", text },
      {
        is: "controls",
        controls: [
          { is: "button", label: words.common.buttons.myCustomers, action: { do: "show-portfolio", scope: "mine" } },
        ],
      },
    ],
  };
}

/** The one message of the morning (V1, V2), with what is about to leave (V14); or the line of a quiet day. */
export function digestCard(view: DigestView, words: Words): Card {
  const { quiet } = words.cards.digest;
  if (!isQuiet(view)) return fullDigestCard(view, words);
  return { name: QUIET, summary: quiet, parts: [{ is: "text", text: quiet }, asOfPart(view.asOf, words)] };
}

/** A morning with its greeting and figures, also once all that it told is done: it had something to say. */
export function fullDigestCard(view: DigestView, words: Words): Card {
  const say = words.cards.digest;
  const greeting = say.greeting(view.firstName, view.day);
  return {
    name: "digest",
    summary: say.summary(view.portfolio?.overdue ?? view.team?.overdue ?? [], view.calls.length),
    parts: [
      { is: "text", text: [{ text: greeting, strong: true }] },
      ...relayLines(view, words),
      ...portfolioLine(view, words),
      asOfPart(view.asOf, words),
      ...(view.dataOf === null ? [] : [{ is: "small", text: say.dataOf(view.dataOf) } as const]),
      ...entryParts(view, words),
      ...(view.others === 0 ? [] : [{ is: "small", text: say.more(view.others) } as const]),
      ...repControls(view, words),
      ...teamParts(view, words),
      ...financeParts(view, words),
    ],
  };
}

/** Back from an absence, or in somebody's place. */
function relayLines({ standsIn, meanwhile }: DigestView, words: Words): readonly Part[] {
  const say = words.cards.clock.absence;
  const lines = [
    ...(meanwhile === null ? [] : [say.meanwhile(meanwhile.by, meanwhile)]),
    ...standsIn.map(({ name, until }) => say.standsIn(name, until)),
  ];
  return lines.map((text) => ({ is: "text", text }));
}

function portfolioLine(view: DigestView, words: Words): readonly Part[] {
  const { portfolio } = view;
  if (portfolio === null || portfolio.outstanding.length === 0) return [];
  const text = words.cards.digest.totals(portfolio.outstanding, portfolio.overdue, portfolio.lateCustomers);
  return [{ is: "text", text }];
}

function entryParts(view: DigestView, words: Words): readonly Part[] {
  let buttons = 0;
  return view.entries.map((entry): Part => {
    const text = entryText(entry, view, words);
    if (entry.leaving === null || buttons >= WAIT_BUTTONS_MAX) return { is: "item", text };
    buttons += 1;
    return { is: "item", text, control: waitButton(entry.leaving, words) };
  });
}

function entryText(entry: WorkEntry, view: DigestView, words: Words): string {
  const say = words.cards.digest;
  const { today } = view.asOf;
  const leaves = entry.leaving === null ? "" : ` ${say.leaves(entry.leaving.step, entry.leaving.day, today)}`;
  return `${entryLine(entry, view.asOf, words)}${leaves}`;
}

function entryLine(entry: WorkEntry, { now, timeZone, today }: AsOf, words: Words): string {
  const say = words.cards.digest;
  const { name } = entry.customer;
  switch (entry.is) {
    case "met": {
      const meeting = { at: entry.at, timeZone, day: dayIn(entry.at, timeZone), today: dayIn(now, timeZone) };
      if (entry.answered !== null) return say.metAnswered(name, meeting, entry.totals, entry.answered.due);
      return say.met(name, meeting, entry.totals, entry.oldestDays, entry.isAsked);
    }
    case "newly-late":
      return say.newlyLate(name, entry.amounts, entry.due, today);
    case "not-come-in":
      return say.notComeIn(name, entry.missing, entry.due, today);
    case "due-today":
      return say.dueToday(name, entry.amount);
    case "ask":
      return say.ask(name, entry.totals, entry.oldestDays);
    case "good-news":
      return say.goodNews(name, entry.paid, entry.daysAfterCall) + (entry.thanked ? say.thanked : "");
    case "leaving":
      return say.leaving(name, entry.leaving.total);
  }
}

function waitButton(leaving: LeavingWork, words: Words): Control {
  return {
    is: "button",
    label: words.common.buttons.wait,
    action: { do: "open-form", form: "hold", customer: leaving.customer.payer },
  };
}

function repControls(view: DigestView, words: Words): readonly Part[] {
  if (view.portfolio === null) return [];
  const { buttons } = words.common;
  const say = words.cards.digest;
  const leaving = view.entries.flatMap(({ leaving: each }) => (each === null ? [] : [each]));
  const read: Menu = {
    is: "menu",
    label: say.readReminder,
    options: leaving.map(({ customer }) => ({
      label: customer.name,
      action: { do: "show-reminder", customer: customer.payer },
    })),
  };
  const controls: readonly Control[] = [
    { is: "button", label: buttons.myCustomers, action: { do: "show-portfolio", scope: "mine" } },
    { is: "button", label: buttons.myCalls(view.calls.length), action: { do: "show-calls" } },
    ...(leaving.length === 0 ? [] : [read]),
  ];
  return [{ is: "controls", controls }];
}

function teamParts(view: DigestView, words: Words): readonly Part[] {
  const { team } = view;
  if (team === null) return [];
  const say = words.cards.digest;
  const calls = team.calls === 0 ? "" : ` ${say.teamCalls(team.calls, team.longCalls)}`;
  return [
    { is: "line" },
    { is: "text", text: `${say.team(team.outstanding, team.overdue)}${calls}` },
    {
      is: "controls",
      controls: [{ is: "button", label: say.teamButton, action: { do: "show-portfolio", scope: "team" } }],
    },
  ];
}

function financeParts(view: DigestView, words: Words): readonly Part[] {
  const { finance } = view;
  if (finance === null) return [];
  const say = words.cards.digest;
  const list: Control = {
    is: "button",
    label: words.control.finances.all(finance.total),
    action: { do: "show-finance-list" },
  };
  const all: Control = { is: "button", label: say.companyButton, action: { do: "show-portfolio", scope: "all" } };
  const unowned: Control = {
    is: "button",
    label: say.unownedButton,
    action: { do: "show-portfolio", scope: "unowned" },
  };
  const { byMail } = finance;
  return [
    { is: "line" },
    {
      is: "text",
      text: [{ text: say.finance, strong: true }, { text: colon(words) + say.financeLine(finance.counts) }],
    },
    ...finance.lines.map((line) => financeLinePart(line, view.asOf.today, words)),
    ...(finance.unowned === 0 ? [] : [{ is: "small", text: say.unowned(finance.unowned) } as const]),
    ...(byMail.length === 0
      ? []
      : [
          {
            is: "small",
            text: say.trouble.byMail(byMail.slice(0, NAMES_MAX), Math.max(0, byMail.length - NAMES_MAX)),
          } as const,
        ]),
    {
      is: "controls",
      controls: [list, all, ...(finance.unowned === 0 ? [] : [unowned])],
    },
  ];
}

function colon(words: Words): string {
  return words.locale === "fr" ? "\u202f: " : ": ";
}

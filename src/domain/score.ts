/** What a score is made of: settled invoices, then what is open now (a score from paid invoices alone rates bad payers well). */
export interface ScoreFacts {
  /** Signed days from due to settled of each settled invoice, oldest settled first. */
  readonly delays: readonly number[];
  readonly openOverdue: number;
  readonly oldestOverdueDays: number;
  readonly brokenPromises: number;
  readonly disputesLost: number;
  /** Percent of the credit limit in use; null = no known limit. */
  readonly limitUsedPercent: number | null;
}

export type ScoreReason =
  | { readonly is: "delay"; readonly days: number }
  | { readonly is: "late-share"; readonly late: number; readonly of: number }
  | { readonly is: "trend"; readonly days: number }
  | { readonly is: "open-overdue"; readonly invoices: number; readonly days: number }
  | { readonly is: "broken-promises"; readonly count: number }
  | { readonly is: "disputes-lost"; readonly count: number }
  | { readonly is: "limit-used"; readonly percent: number };

export type Rating = "good" | "watch" | "difficult";

/** A rating with the three reasons that weigh most, or that there is too little history to say. */
export type Score =
  | { readonly rating: Rating; readonly reasons: readonly ScoreReason[] }
  | { readonly rating: "unknown"; readonly settled: number };

/** One ingredient of a score: what it says, how much it counts, and how much it could. */
export interface WeighedReason {
  readonly reason: ScoreReason;
  readonly points: number;
  readonly pointsMax: number;
}

/** A rating with all its ingredients, the heaviest first. */
export interface ExplainedScore {
  readonly rating: Rating;
  readonly points: number;
  readonly weighed: readonly WeighedReason[];
}

/** Ingredients that the reader may not see (V10): they count for nothing, so that nobody can work them out. */
export type HiddenReasons = ReadonlySet<ScoreReason["is"]>;

export const SETTLED_MIN = 3;
const REASONS_SHOWN = 3;
const TREND_INVOICES = 3;
/** Points from which a customer is worth watching, and from which payments are difficult. */
export const WATCH_FROM = 3;
export const DIFFICULT_FROM = 7;
const NOTHING_HIDDEN: HiddenReasons = new Set();

/** Points from a threshold on: the last threshold reached counts. */
type Scale = readonly (readonly [from: number, points: number])[];

const DELAY_DAYS: Scale = [
  [1, 1],
  [6, 2],
  [16, 3],
  [31, 4],
];
const LATE_PERCENT: Scale = [
  [25, 1],
  [50, 2],
  [75, 3],
];
const TREND_DAYS: Scale = [
  [5, 1],
  [15, 2],
];
const OVERDUE_DAYS: Scale = [
  [1, 1],
  [16, 2],
  [31, 3],
  [61, 4],
];
const BROKEN: Scale = [
  [1, 2],
  [2, 3],
  [3, 4],
];
const LOST: Scale = [
  [1, 1],
  [3, 2],
];
const LIMIT_PERCENT: Scale = [
  [80, 1],
  [100.01, 2],
];

/** How a customer pays, explainable (V6, DOMAIN.md 1): each reason has its points, the heaviest three are told. */
export function scoreOf(facts: ScoreFacts, hidden: HiddenReasons = NOTHING_HIDDEN): Score {
  const explained = explainScore(facts, hidden);
  if (explained === null) return { rating: "unknown", settled: facts.delays.length };
  const telling = explained.weighed.filter(({ reason }) => !isClean(reason));
  return { rating: explained.rating, reasons: telling.slice(0, REASONS_SHOWN).map(({ reason }) => reason) };
}

/** The same score with everything it is made of; null = not enough history. */
export function explainScore(facts: ScoreFacts, hidden: HiddenReasons = NOTHING_HIDDEN): ExplainedScore | null {
  if (facts.delays.length < SETTLED_MIN) return null;
  const weighed = weighReasons(facts)
    .filter(({ reason }) => !hidden.has(reason.is))
    .toSorted((a, b) => b.points - a.points);
  const points = weighed.reduce((total, each) => total + each.points, 0);
  return { rating: ratingOf(points), points, weighed };
}

/** Mean of whole days, half-up: the delay people quote. Null for none. */
export function meanDelay(delays: readonly number[]): number | null {
  if (delays.length === 0) return null;
  return Math.round(delays.reduce((total, days) => total + days, 0) / delays.length);
}

/** Nothing broken, lost or open: worth a line where everything is told, never one of three reasons. */
function isClean(reason: ScoreReason): boolean {
  switch (reason.is) {
    case "open-overdue":
      return reason.invoices === 0;
    case "broken-promises":
    case "disputes-lost":
      return reason.count === 0;
    default:
      return false;
  }
}

function weighReasons(facts: ScoreFacts): readonly WeighedReason[] {
  const { delays, openOverdue, oldestOverdueDays, brokenPromises, disputesLost, limitUsedPercent } = facts;
  const mean = meanDelay(delays) ?? 0;
  const late = delays.filter((days) => days > 0).length;
  const change = trend(delays);
  return [
    weigh({ is: "delay", days: mean }, mean, DELAY_DAYS),
    weigh({ is: "late-share", late, of: delays.length }, (late * 100) / delays.length, LATE_PERCENT),
    weigh(
      { is: "open-overdue", invoices: openOverdue, days: oldestOverdueDays },
      openOverdue === 0 ? 0 : oldestOverdueDays,
      OVERDUE_DAYS,
    ),
    weigh({ is: "broken-promises", count: brokenPromises }, brokenPromises, BROKEN),
    weigh({ is: "disputes-lost", count: disputesLost }, disputesLost, LOST),
    ...(limitUsedPercent === null
      ? []
      : [weigh({ is: "limit-used", percent: limitUsedPercent }, limitUsedPercent, LIMIT_PERCENT)]),
    ...(change === null ? [] : [weigh({ is: "trend", days: change }, change, TREND_DAYS)]),
  ];
}

function weigh(reason: ScoreReason, value: number, scale: Scale): WeighedReason {
  return { reason, points: pointsOf(value, scale), pointsMax: Math.max(...scale.map(([, points]) => points)) };
}

/** Days by which the last three invoices were paid later (positive) or sooner than those before; null = too few. */
function trend(delays: readonly number[]): number | null {
  const earlier = meanDelay(delays.slice(0, -TREND_INVOICES));
  const last = meanDelay(delays.slice(-TREND_INVOICES));
  return earlier === null || last === null ? null : last - earlier;
}

function pointsOf(value: number, scale: Scale): number {
  return scale.findLast(([from]) => value >= from)?.[1] ?? 0;
}

function ratingOf(points: number): Rating {
  if (points >= DIFFICULT_FROM) return "difficult";
  return points >= WATCH_FROM ? "watch" : "good";
}

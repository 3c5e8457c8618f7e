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

export const SETTLED_MIN = 3;
const REASONS_SHOWN = 3;
const TREND_INVOICES = 3;
const WATCH_FROM = 3;
const DIFFICULT_FROM = 7;

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
export function scoreOf(facts: ScoreFacts): Score {
  const settled = facts.delays.length;
  if (settled < SETTLED_MIN) return { rating: "unknown", settled };
  const weighed = weighReasons(facts).toSorted((a, b) => b.points - a.points);
  const points = weighed.reduce((total, reason) => total + reason.points, 0);
  return { rating: ratingOf(points), reasons: weighed.slice(0, REASONS_SHOWN).map(({ reason }) => reason) };
}

/** Mean of whole days, half-up: the delay people quote. Null for none. */
export function meanDelay(delays: readonly number[]): number | null {
  if (delays.length === 0) return null;
  return Math.round(delays.reduce((total, days) => total + days, 0) / delays.length);
}

interface Weighed {
  readonly reason: ScoreReason;
  readonly points: number;
}

function weighReasons(facts: ScoreFacts): readonly Weighed[] {
  const { delays } = facts;
  const mean = meanDelay(delays) ?? 0;
  const late = delays.filter((days) => days > 0).length;
  const change = trend(delays);
  const weighed: readonly (Weighed | null)[] = [
    { reason: { is: "delay", days: mean }, points: pointsOf(mean, DELAY_DAYS) },
    {
      reason: { is: "late-share", late, of: delays.length },
      points: pointsOf((late * 100) / delays.length, LATE_PERCENT),
    },
    facts.openOverdue === 0
      ? null
      : {
          reason: { is: "open-overdue", invoices: facts.openOverdue, days: facts.oldestOverdueDays },
          points: pointsOf(facts.oldestOverdueDays, OVERDUE_DAYS),
        },
    facts.brokenPromises === 0
      ? null
      : {
          reason: { is: "broken-promises", count: facts.brokenPromises },
          points: pointsOf(facts.brokenPromises, BROKEN),
        },
    facts.disputesLost === 0
      ? null
      : { reason: { is: "disputes-lost", count: facts.disputesLost }, points: pointsOf(facts.disputesLost, LOST) },
    facts.limitUsedPercent === null
      ? null
      : {
          reason: { is: "limit-used", percent: facts.limitUsedPercent },
          points: pointsOf(facts.limitUsedPercent, LIMIT_PERCENT),
        },
    change === null ? null : { reason: { is: "trend", days: change }, points: pointsOf(change, TREND_DAYS) },
  ];
  return weighed.filter((each) => each !== null);
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

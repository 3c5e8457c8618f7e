import { addDays, type Day } from "#domain/calendar.ts";
import type { AskKind } from "#domain/ask.ts";

/** Who hears that an ask waits, in this order: its holder, the manager, finance; for a role's task its members, direction. */
export const CLOCK_STAGES = ["nudge", "manager", "finance", "direction"] as const;
export type ClockStage = (typeof CLOCK_STAGES)[number];

/** Working days of the holder after which each is told (settings). */
export interface ClockDays {
  readonly askNudgeDays: number;
  readonly askManagerDays: number;
  readonly askFinanceDays: number;
}

/** What the clock of an ask runs on. */
export interface AskClock {
  readonly kind: AskKind;
  /** Restarts on reassigning and "no answer"; not on a comment. */
  readonly clockFrom: Day;
  /** A manager left it until this day: it is theirs again on it, and finance's as many days later as ever. */
  readonly leftUntil: Day | null;
  /** A whole role holds it, and which. */
  readonly heldBy: "person" | "role" | "direction";
}

/** Told once each: the stage, and the day this run of the clock began. */
export interface ReachedStage {
  readonly stage: ClockStage;
  readonly since: Day;
}

/** A clock older than that has said everything there is to say. */
const DAYS_LOOKED_AT_MAX = 400;

/** "Who should we write to?" and a reply are finance's after three days, with no manager in between (DOMAIN.md 4). */
const STRAIGHT_TO_FINANCE: readonly AskKind[] = ["who-to-write-to", "read-reply"];

/**
 * The highest stage that an ask has reached on a day, or null: lower ones that were missed are passed over, so that a
 * machine that was off does not say everything at once. `works` = whether the holder works on a day: weekends, holidays
 * and absences do not count. A day before the clock began reaches nothing.
 */
export function reachedStage(
  ask: AskClock,
  today: Day,
  works: (day: Day) => boolean,
  days: ClockDays,
): ReachedStage | null {
  const { leftUntil } = ask;
  if (leftUntil !== null && today < leftUntil) return null;
  const since = leftUntil ?? ask.clockFrom;
  const waited = (leftUntil === null ? 0 : days.askManagerDays) + workedDays(since, today, works);
  const stage = stagesOf(ask, days)
    .filter(({ after }) => waited >= after)
    .at(-1);
  return stage === undefined ? null : { stage: stage.stage, since };
}

interface Stage {
  readonly stage: ClockStage;
  readonly after: number;
}

/** In their order. */
function stagesOf({ kind, heldBy }: AskClock, days: ClockDays): readonly Stage[] {
  const nudge: Stage = { stage: "nudge", after: days.askNudgeDays };
  if (heldBy === "direction") return [nudge];
  if (heldBy === "role") return [nudge, { stage: "direction", after: days.askFinanceDays }];
  if (STRAIGHT_TO_FINANCE.includes(kind)) return [nudge, { stage: "finance", after: days.askManagerDays }];
  return [nudge, { stage: "manager", after: days.askManagerDays }, { stage: "finance", after: days.askFinanceDays }];
}

/** How many days somebody worked, from < d <= to. */
export function workedDays(from: Day, to: Day, works: (day: Day) => boolean): number {
  let count = 0;
  let day = addDays(from, 1);
  for (let looked = 0; day <= to && looked < DAYS_LOOKED_AT_MAX; looked += 1) {
    if (works(day)) count += 1;
    day = addDays(day, 1);
  }
  return count;
}

import { describe, expect, test } from "vitest";

import { absentOn, backFrom, refuseAbsence, type Absence } from "#domain/absence.ts";
import { reachedStage, type AskClock } from "#domain/ask-clock.ts";
import type { Day } from "#domain/calendar.ts";
import { openingOf, type Worker, worksOn } from "#domain/working-hours.ts";

const DAYS = { askNudgeDays: 2, askManagerDays: 3, askFinanceDays: 5 };
const COMPANY = { workFromMinutes: 480, workUntilMinutes: 1140 };

const WORKER: Worker = {
  timeZone: "Europe/Paris",
  digestMinutes: 510,
  workFromMinutes: null,
  workUntilMinutes: null,
  alsaceMoselle: false,
};

function ask(clockFrom: Day, more: Partial<AskClock> = {}): AskClock {
  return { kind: "call", clockFrom, leftUntil: null, heldBy: "person", ...more };
}

function away(from: Day, until: Day): Absence {
  return { id: 1, personId: 1, from, until, delegateId: null };
}

/** The stage on a day, for an ask of a day. */
function stageOn(of: AskClock, day: Day, worker: Worker = WORKER, absences: readonly Absence[] = []): string {
  return reachedStage(of, day, worksOn(worker, absences), DAYS)?.stage ?? "none";
}

describe("who hears that an ask waits", () => {
  // 24 November 2026 is a Tuesday.
  test.for([
    ["the day it is asked", "2026-11-24", "2026-11-24", "none"],
    ["the day after", "2026-11-24", "2026-11-25", "none"],
    ["two working days", "2026-11-24", "2026-11-26", "nudge"],
    ["three", "2026-11-24", "2026-11-27", "manager"],
    ["a weekend does not count", "2026-11-24", "2026-11-29", "manager"],
    ["four", "2026-11-24", "2026-11-30", "manager"],
    ["five", "2026-11-24", "2026-12-01", "finance"],
    ["long after, finance once and for all", "2026-11-24", "2028-01-03", "finance"],
    ["asked on a Saturday, its first day is Monday", "2026-11-28", "2026-12-01", "nudge"],
    ["over a month's end", "2026-11-30", "2026-12-02", "nudge"],
    ["over the end of a year, with its holiday", "2026-12-30", "2027-01-04", "nudge"],
    ["Christmas and New Year do not count", "2026-12-24", "2026-12-28", "none"],
    ["Easter Monday does not count", "2026-04-02", "2026-04-07", "nudge"],
    ["the bridge of 8 May: a holiday and a weekend", "2026-05-06", "2026-05-11", "nudge"],
    ["the night the clocks go forward", "2026-03-27", "2026-03-31", "nudge"],
    ["the night the clocks go back", "2026-10-23", "2026-10-27", "nudge"],
    ["February of a leap year", "2028-02-28", "2028-03-01", "nudge"],
    ["a clock that goes back reaches nothing", "2026-11-24", "2026-11-02", "none"],
  ] as const)("%s", ([, from, day, stage]) => {
    expect(stageOn(ask(from), day)).toBe(stage);
  });

  test("Good Friday and 26 December are days off in Alsace and Moselle, and only there", () => {
    const there = { ...WORKER, alsaceMoselle: true };
    expect(stageOn(ask("2026-04-01"), "2026-04-03", there)).toBe("none");
    expect(stageOn(ask("2026-04-01"), "2026-04-03")).toBe("nudge");
    // In 2025 Christmas is a Thursday.
    expect(stageOn(ask("2025-12-23"), "2025-12-26", there)).toBe("none");
    expect(stageOn(ask("2025-12-23"), "2025-12-26")).toBe("nudge");
  });

  test("an absence in the middle stops it, and it goes on where it stood", () => {
    const absences = [away("2026-11-26", "2026-12-04")];
    expect(stageOn(ask("2026-11-24"), "2026-12-04", WORKER, absences)).toBe("none");
    expect(stageOn(ask("2026-11-24"), "2026-12-07", WORKER, absences)).toBe("nudge");
    expect(stageOn(ask("2026-11-24"), "2026-12-08", WORKER, absences)).toBe("manager");
  });

  test("what a manager left until a day is theirs again on it, and finance's two days later", () => {
    const left = ask("2026-11-24", { leftUntil: "2026-12-01" });
    const works = worksOn(WORKER, []);
    expect(stageOn(left, "2026-11-30")).toBe("none");
    expect(reachedStage(left, "2026-12-01", works, DAYS)).toEqual({ stage: "manager", since: "2026-12-01" });
    expect(stageOn(left, "2026-12-02")).toBe("manager");
    expect(stageOn(left, "2026-12-03")).toBe("finance");
  });

  test("a role's task: a word to its members, then direction; direction's own, a word only", () => {
    expect(stageOn(ask("2026-11-24", { heldBy: "role" }), "2026-11-26")).toBe("nudge");
    expect(stageOn(ask("2026-11-24", { heldBy: "role" }), "2026-11-30")).toBe("nudge");
    expect(stageOn(ask("2026-11-24", { heldBy: "role" }), "2026-12-01")).toBe("direction");
    expect(stageOn(ask("2026-11-24", { heldBy: "direction" }), "2026-12-20")).toBe("nudge");
  });

  test("who to write to is finance's after three days, with no manager in between", () => {
    expect(stageOn(ask("2026-11-24", { kind: "who-to-write-to" }), "2026-11-27")).toBe("finance");
  });
});

describe("the right to disconnect", () => {
  const opening = (instant: string, worker: Worker = WORKER, absences: readonly Absence[] = []) =>
    openingOf(worker, absences, new Date(instant), COMPANY).toISOString();

  test.for([
    ["within the hours: now", "2026-11-24T10:00:00Z", "2026-11-24T10:00:00.000Z"],
    ["before them: when they begin", "2026-11-24T05:00:00Z", "2026-11-24T07:00:00.000Z"],
    ["in the evening: the next morning", "2026-11-24T18:00:00Z", "2026-11-25T07:00:00.000Z"],
    ["on a Friday evening: on Monday", "2026-11-27T19:30:00Z", "2026-11-30T07:00:00.000Z"],
    ["on a holiday: the day after", "2026-11-11T10:00:00Z", "2026-11-12T07:00:00.000Z"],
    ["over the night the clocks go back", "2026-10-23T20:00:00Z", "2026-10-26T07:00:00.000Z"],
    ["over the night they go forward", "2026-03-27T20:00:00Z", "2026-03-30T06:00:00.000Z"],
  ] as const)("%s", ([, instant, opens]) => {
    expect(opening(instant)).toBe(opens);
  });

  test("their own hours and zone come before the company's", () => {
    const own = { ...WORKER, workFromMinutes: 600, workUntilMinutes: 960, timeZone: "America/Martinique" };
    expect(opening("2026-11-24T13:00:00Z", own)).toBe("2026-11-24T14:00:00.000Z");
    expect(opening("2026-11-24T20:30:00Z", own)).toBe("2026-11-25T14:00:00.000Z");
  });

  test("an early reader's day begins with the digest", () => {
    expect(opening("2026-11-24T05:00:00Z", { ...WORKER, digestMinutes: 420 })).toBe("2026-11-24T06:00:00.000Z");
  });

  test("whoever is absent hears of it on the day of their return", () => {
    expect(opening("2026-11-24T10:00:00Z", WORKER, [away("2026-11-23", "2026-12-04")])).toBe(
      "2026-12-07T07:00:00.000Z",
    );
  });
});

describe("an absence", () => {
  test("may have begun, but not be over; 60 days at most", () => {
    const today = "2026-11-24";
    expect(refuseAbsence({ from: "2026-11-20", until: today }, today)).toBeNull();
    expect(refuseAbsence({ from: "2026-11-20", until: "2026-11-23" }, today)?.why).toBe("date-in-past");
    expect(refuseAbsence({ from: today, until: "2027-01-22" }, today)).toBeNull();
    expect(refuseAbsence({ from: today, until: "2027-01-23" }, today)?.why).toBe("absence-too-long");
  });

  test("both its days are part of it", () => {
    const absences = [away("2026-11-25", "2026-11-27")];
    expect(
      ["2026-11-24", "2026-11-25", "2026-11-27", "2026-11-28"].map((day) => absentOn(absences, day as Day) !== null),
    ).toEqual([false, true, true, false]);
  });

  test("the return is the first working day after it, and only that", () => {
    const absences = [away("2026-11-23", "2026-11-27")];
    expect(backFrom(absences, WORKER, "2026-11-28")).toBeNull();
    expect(backFrom(absences, WORKER, "2026-11-30")?.id).toBe(1);
    expect(backFrom(absences, WORKER, "2026-12-01")).toBeNull();
  });
});

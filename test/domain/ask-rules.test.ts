import { describe, expect, test } from "vitest";

import { laterDay, retryDay, visitDay } from "#domain/ask-answer.ts";
import { lineState, whyWithdraw } from "#domain/ask-lines.ts";
import { refuseHold } from "#domain/hold.ts";
import { earliestFor, nextMorningOf } from "#domain/showing-time.ts";
import { refuseUndo } from "#domain/undo.ts";

const TUESDAY = "2026-11-24";

describe("the day a card comes back", () => {
  test("nobody answered: two working days later, over a weekend too", () => {
    expect(retryDay(null, TUESDAY)).toEqual({ day: "2026-11-26" });
    expect(retryDay(null, "2026-11-27")).toEqual({ day: "2026-12-01" });
    expect(retryDay(null, "2026-11-28")).toEqual({ day: "2026-12-02" });
  });

  test("a chosen Sunday is the Monday after it", () => {
    expect(retryDay("2026-11-29", TUESDAY)).toEqual({ day: "2026-11-30" });
  });

  test("never today, nor so late that it is a hold", () => {
    expect(retryDay(TUESDAY, TUESDAY)).toEqual({ refusal: { why: "date-in-past", day: TUESDAY } });
    expect(retryDay("2026-12-31", TUESDAY)).toEqual({ refusal: { why: "later-too-far", latest: "2026-12-08" } });
  });

  test("later: five working days at most, and once", () => {
    expect(laterDay("2026-12-01", TUESDAY, false)).toEqual({ day: "2026-12-01" });
    expect(laterDay("2026-12-02", TUESDAY, false)).toEqual({ refusal: { why: "later-too-far", latest: "2026-12-01" } });
    expect(laterDay("2026-11-26", TUESDAY, true)).toEqual({ refusal: { why: "later-only-once" } });
  });

  test("a visit on Friday is asked about on Monday; a rep's visit is within a rep's hold", () => {
    expect(visitDay("2026-11-27", TUESDAY, false)).toEqual({ day: "2026-11-30" });
    expect(visitDay("2026-12-08", TUESDAY, false)).toEqual({ refusal: { why: "hold-too-long", latest: "2026-12-08" } });
    expect(visitDay("2026-12-08", TUESDAY, true)).toEqual({ day: "2026-12-09" });
  });
});

describe("what is left of a line", () => {
  test.each([
    ["settled", null, false, "paid"],
    ["untouched", { residual: 100n, disputed: 0n, suspended: 0n }, false, "due"],
    ["promised in part", { residual: 100n, disputed: 0n, suspended: 60n }, false, "due"],
    ["promised", { residual: 100n, disputed: 0n, suspended: 100n }, false, "promised"],
    ["half disputed, half promised", { residual: 100n, disputed: 50n, suspended: 50n }, false, "promised"],
    ["disputed", { residual: 100n, disputed: 100n, suspended: 0n }, true, "disputed"],
    ["held", { residual: 100n, disputed: 0n, suspended: 0n }, true, "stopped"],
  ] as const)("%s", (_what, amounts, held, state) => {
    expect(lineState(amounts, held)).toBe(state);
  });

  test.each([
    [["paid", "due"], null],
    [["paid", "paid"], "paid"],
    [["paid", "promised"], "promised"],
    [["paid", "disputed"], "disputed"],
    [[], null],
  ] as const)("an ask whose lines are %s", (lines, why) => {
    expect(whyWithdraw(lines)).toBe(why);
  });
});

describe("holds", () => {
  const hold = { reason: "rep-knows", until: "2026-12-08" } as const;

  test("a rep's lasts ten working days at most, for a rep's reason", () => {
    expect(refuseHold(hold, TUESDAY, TUESDAY, false)).toBeNull();
    expect(refuseHold({ ...hold, until: "2026-12-09" }, TUESDAY, TUESDAY, false)).toEqual({
      why: "hold-too-long",
      latest: "2026-12-08",
    });
    expect(refuseHold({ ...hold, until: null }, TUESDAY, TUESDAY, false)?.why).toBe("hold-too-long");
    expect(refuseHold({ ...hold, reason: "finance" }, TUESDAY, TUESDAY, false)?.why).toBe("not-allowed");
  });

  test("a second one prolongs nothing beyond the ten days of the first", () => {
    expect(refuseHold(hold, "2026-11-17", TUESDAY, false)).toEqual({ why: "hold-too-long", latest: "2026-12-01" });
  });

  test("finance may hold longer or until lifted, never in the past", () => {
    expect(refuseHold({ reason: "finance", until: null }, TUESDAY, TUESDAY, true)).toBeNull();
    expect(refuseHold({ ...hold, until: "2026-11-23" }, TUESDAY, TUESDAY, true)?.why).toBe("date-in-past");
  });
});

describe("undo", () => {
  const at = new Date("2026-11-24T09:00:00Z");
  const author = { is: "person", id: 1 } as const;
  const event = { kind: "promise-given", actor: author, at } as const;
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

  test("is its author's, for ten minutes, unless overtaken", () => {
    expect(refuseUndo(event, author, after(9), false)).toBeNull();
    expect(refuseUndo(event, author, after(10), false)?.why).toBe("undo-too-late");
    expect(refuseUndo(event, { is: "person", id: 2 }, after(1), false)?.why).toBe("undo-not-yours");
    expect(refuseUndo(event, author, after(1), true)?.why).toBe("undo-overtaken");
  });

  test("takes back answers only, not what the machine found out", () => {
    expect(refuseUndo({ ...event, kind: "promise-kept", actor: { is: "system" } }, author, after(1), false)?.why).toBe(
      "gone",
    );
  });
});

describe("when a card reaches a person", () => {
  const claire = { timeZone: "Europe/Paris", digestMinutes: 510 };

  test.each([
    ["in the middle of the day, at once", "2026-11-24T13:00:00Z", "2026-11-24T13:00:00Z"],
    ["at six in the morning, with the digest", "2026-11-24T05:00:00Z", "2026-11-24T07:30:00Z"],
    ["on a Saturday, on Monday morning", "2026-11-28T13:00:00Z", "2026-11-30T07:30:00Z"],
    ["on a Saturday in summer, at the wall's half past eight", "2026-07-18T13:00:00Z", "2026-07-20T06:30:00Z"],
  ])("%s", (_what, now, at) => {
    expect(earliestFor(claire, new Date(now))).toEqual(new Date(at));
  });

  test("the next morning is a working day's", () => {
    expect(nextMorningOf(claire, new Date("2026-11-27T13:00:00Z"))).toEqual(new Date("2026-11-30T07:30:00Z"));
  });
});

import { describe, expect, test } from "vitest";

import { explainScore, scoreOf, type ScoreFacts, type ScoreReason } from "#domain/score.ts";

const clean: ScoreFacts = {
  delays: [0, 0, 0],
  openOverdue: 0,
  oldestOverdueDays: 0,
  brokenPromises: 0,
  disputesLost: 0,
  limitUsedPercent: null,
};

const pointsOf = (facts: Partial<ScoreFacts>, is: ScoreReason["is"]) =>
  explainScore({ ...clean, ...facts })?.weighed.find(({ reason }) => reason.is === is)?.points;

describe("what each ingredient of a score counts", () => {
  test.each<[ScoreReason["is"], Partial<ScoreFacts>, number]>([
    ["delay", { delays: [0, 0, 0] }, 0],
    ["delay", { delays: [-9, -9, -9] }, 0],
    ["delay", { delays: [1, 1, 1] }, 1],
    ["delay", { delays: [6, 6, 6] }, 2],
    ["delay", { delays: [16, 16, 16] }, 3],
    ["delay", { delays: [31, 31, 31] }, 4],
    ["late-share", { delays: [1, 0, 0, 0] }, 1],
    ["late-share", { delays: [1, 1, 0, 0] }, 2],
    ["late-share", { delays: [1, 1, 1, 0] }, 3],
    ["late-share", { delays: [1, 0, 0, 0, 0] }, 0],
    ["trend", { delays: [0, 4, 4, 4] }, 0],
    ["trend", { delays: [0, 5, 5, 5] }, 1],
    ["trend", { delays: [0, 15, 15, 15] }, 2],
    ["trend", { delays: [30, 0, 0, 0] }, 0],
    ["open-overdue", { openOverdue: 1, oldestOverdueDays: 1 }, 1],
    ["open-overdue", { openOverdue: 1, oldestOverdueDays: 16 }, 2],
    ["open-overdue", { openOverdue: 1, oldestOverdueDays: 31 }, 3],
    ["open-overdue", { openOverdue: 1, oldestOverdueDays: 61 }, 4],
    ["broken-promises", { brokenPromises: 1 }, 2],
    ["broken-promises", { brokenPromises: 2 }, 3],
    ["broken-promises", { brokenPromises: 9 }, 4],
    ["disputes-lost", { disputesLost: 1 }, 1],
    ["disputes-lost", { disputesLost: 3 }, 2],
    ["limit-used", { limitUsedPercent: 79.9 }, 0],
    ["limit-used", { limitUsedPercent: 100 }, 1],
    ["limit-used", { limitUsedPercent: 125.8 }, 2],
  ])("%s of %o: %i", (is, facts, points) => {
    expect(pointsOf(facts, is)).toBe(points);
  });

  test("no known limit and no earlier invoices to compare with are no ingredients", () => {
    expect(explainScore(clean)?.weighed.map(({ reason }) => reason.is)).toEqual([
      "delay",
      "late-share",
      "open-overdue",
      "broken-promises",
      "disputes-lost",
    ]);
  });
});

test.each<[Partial<ScoreFacts>, string]>([
  [{}, "good"],
  [{ brokenPromises: 1 }, "good"],
  [{ brokenPromises: 2 }, "watch"],
  [{ brokenPromises: 3, disputesLost: 3 }, "watch"],
  [{ brokenPromises: 3, openOverdue: 2, oldestOverdueDays: 40 }, "difficult"],
  [{ delays: [1, 2] }, "unknown"],
])("%o is %s", (facts, rating) => {
  expect(scoreOf({ ...clean, ...facts }).rating).toBe(rating);
});

test("it rests on open invoices as well: who paid on time once and owes since long is no good payer", () => {
  expect(scoreOf({ ...clean, openOverdue: 4, oldestOverdueDays: 90 }).rating).toBe("watch");
});

test("three reasons are told, the heaviest first, and none of them is that nothing happened", () => {
  const score = scoreOf({ ...clean, delays: [20, 20, 20], brokenPromises: 3 });
  expect("reasons" in score ? score.reasons.map(({ is }) => is) : []).toEqual([
    "broken-promises",
    "delay",
    "late-share",
  ]);
});

test("what is hidden counts for nothing, so nobody can work it out", () => {
  const facts = { ...clean, brokenPromises: 2, limitUsedPercent: 200 };
  const seen = explainScore(facts, new Set(["limit-used"]));
  expect(seen?.points).toBe(3);
  expect(seen?.weighed.some(({ reason }) => reason.is === "limit-used")).toBe(false);
  expect(explainScore(facts)?.points).toBe(5);
});

import { describe, expect, test } from "vitest";

import { bootstrapInterval, effectiveClusters, medianOf, pointOf, shareOf } from "#domain/cluster-bootstrap.ts";
import { LATER_DAYS, proveCash, proveDays, type CashCase, type ProofCase } from "#domain/proof.ts";
import { seededRandom } from "#domain/random.ts";

const SINCE = ["before", "after"] as const;

/** Customers who pay in their own way, before and since; `change` days are added since. */
function daysOf(customers: number, each: number, change: number, seed: string): readonly ProofCase[] {
  const random = seededRandom(seed);
  return Array.from({ length: customers }, () => Math.floor(random() * 10)).flatMap((own, customer) =>
    SINCE.flatMap((since) =>
      Array.from({ length: each }, () => ({
        customer: `C${customer}`,
        since,
        days: own + Math.floor(random() * 10) + (since === "after" ? change : 0),
      })),
    ),
  );
}

/** One invoice of each customer on each side, paid in full within thirty days by so many of them. */
function cashOf(customers: number, paidBefore: number, paidAfter: number, due = 1_000n): readonly CashCase[] {
  return SINCE.flatMap((since) =>
    Array.from({ length: customers }, (_, customer) => ({
      customer: `C${customer}`,
      since,
      due,
      collected: customer < (since === "before" ? paidBefore : paidAfter) ? due : 0n,
    })),
  );
}

describe("a figure of many cases", () => {
  test.each([
    [[[1, 2, 3]], 2],
    [
      [
        [1, 2],
        [3, 10],
      ],
      2.5,
    ],
    [[[5], [], [5, 5]], 5],
    [[[-3], [31]], 14],
    [[[]], null],
  ] as const)("the median of %j is %s", (clusters, median) => {
    expect(pointOf(medianOf(clusters), clusters.length)).toBe(median);
  });

  test("a share is of the money, not of the invoices", () => {
    const share = shareOf([
      { part: 100, whole: 100 },
      { part: 0, whole: 300 },
    ]);

    expect(pointOf(share, 2)).toBe(25);
  });

  test.each([
    [[1, 1, 1, 1], 4],
    [[100, 0, 0], 1],
    [[], 0],
  ] as const)("customers that weigh %j tell as much as %s of one size", (weights, effective) => {
    expect(effectiveClusters(weights)).toBe(effective);
  });
});

describe("what is proven", () => {
  test("nothing, where nothing changed", () => {
    expect(proveDays("days-late", daysOf(30, 4, 0, "same"), "seed").verdict).toBe("not-proven");
  });

  test("fewer days are better, more are worse, and the worse is said as well", () => {
    expect(proveDays("days-late", daysOf(40, 5, -6, "better"), "seed").verdict).toBe("proven-better");
    expect(proveDays("dispute-days", daysOf(40, 5, 6, "worse"), "seed").verdict).toBe("proven-worse");
  });

  test("more cash is better", () => {
    const proof = proveCash(cashOf(60, 20, 50), "EUR", "seed");

    expect(proof).toMatchObject({
      before: { value: 33.33 },
      after: { value: 83.33 },
      difference: 50,
      verdict: "proven-better",
    });
    expect(proof.interval?.[0]).toBeGreaterThan(0);
  });

  test("a small change among few customers is not", () => {
    expect(proveCash(cashOf(25, 15, 17), "EUR", "seed")).toMatchObject({ difference: 8, verdict: "not-proven" });
  });

  test("the same cases give the same interval, in whatever order they come", () => {
    const cases = daysOf(30, 4, -2, "order");

    expect(proveDays("days-late", cases.toReversed(), "seed").interval).toEqual(
      proveDays("days-late", cases, "seed").interval,
    );
  });
});

describe("one big customer does not decide", () => {
  const big = (since: ProofCase["since"], collected: bigint): CashCase => ({
    customer: "BIG",
    since,
    due: 10_000_000n,
    collected,
  });

  test("who has nearly all the money is too few, however many others there are", () => {
    const proof = proveCash([...cashOf(40, 20, 20), big("before", 0n), big("after", 10_000_000n)], "EUR", "seed");

    expect(proof.difference).toBeGreaterThan(90);
    expect(proof.verdict).toBe("too-few");
  });

  test("a thousand invoices of one customer are one customer", () => {
    const many = Array.from({ length: 1_000 }, () =>
      SINCE.map((since) => ({ customer: "BIG", since, days: since === "before" ? 20 : 2 })),
    );

    expect(proveDays("days-late", [...many.flat(), ...daysOf(30, 1, 0, "others")], "seed").verdict).toBe("too-few");
  });
});

describe("too little to tell", () => {
  test.each([
    ["few cases", daysOf(9, 2, -5, "few")],
    ["few customers", daysOf(4, 30, -5, "few")],
    ["nothing at all", []],
  ] as const)("%s", (_, cases) => {
    expect(proveDays("days-late", cases, "seed")).toMatchObject({ interval: null, verdict: "too-few" });
  });

  test("nothing before is no comparison, but the value has its own interval", () => {
    const since = daysOf(30, 3, 0, "since").filter((each) => each.since === "after");
    const proof = proveDays("days-to-outcome", since, "seed");

    expect(proof).toMatchObject({ before: { cases: 0, value: null }, difference: null, verdict: "no-before" });
    expect(proof.interval).not.toBeNull();
  });

  test("where most are paid later than is followed, the median says only that", () => {
    const late = daysOf(30, 3, 0, "late").map((each) => ({ ...each, days: LATER_DAYS }));

    expect(proveDays("days-late", late, "seed")).toMatchObject({
      before: { value: 31 },
      difference: 0,
      verdict: "not-proven",
    });
  });
});

test("of worlds in which nothing changed, no more than one in twenty is called proven", () => {
  const WORLDS = 120;
  const wrong = Array.from({ length: WORLDS }, (_, world) => {
    const random = seededRandom(`world ${world}`);
    const sides = SINCE.map(() => [] as { part: number; whole: number }[]);
    for (let customer = 0; customer < 25; customer += 1) {
      const [size, habit] = [Math.exp(random() * 3), random()];
      for (const side of sides) {
        const whole = size * (0.5 + random());
        side.push({ part: whole * Math.min(1, Math.max(0, habit + (random() - 0.5) / 2)), whole });
      }
    }
    const [before, after] = sides.map((side) => shareOf(side));
    const effective = Math.min(...sides.map((side) => effectiveClusters(side.map(({ whole }) => whole))));
    if (before === undefined || after === undefined) return false;
    const interval = bootstrapInterval({ before, after }, { clusters: 25, effective }, seededRandom(`draws ${world}`));
    return interval !== null && (interval[0] > 0 || interval[1] < 0);
  }).filter(Boolean).length;

  expect(wrong / WORLDS).toBeLessThanOrEqual(0.05);
});

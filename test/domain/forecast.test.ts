import { describe, expect, test } from "vitest";

import { addDays, daysBetween, type Day } from "#domain/calendar.ts";
import {
  delaysOf,
  expectedOn,
  forecastsFrom,
  percentOff,
  placesOf,
  weekName,
  type ForecastRow,
  type Habit,
} from "#domain/forecast.ts";
import { isTargetDay, previousTargetDay } from "#domain/target-days.ts";

const TUESDAY: Day = "2026-11-24";

describe("payment days", () => {
  test.each<[Day, boolean, string]>([
    ["2026-11-24", true, "a Tuesday"],
    ["2026-11-28", false, "a Saturday"],
    ["2026-11-29", false, "a Sunday"],
    ["2026-01-01", false, "New Year"],
    ["2026-04-03", false, "Good Friday"],
    ["2026-04-06", false, "Easter Monday"],
    ["2026-05-01", false, "1 May"],
    ["2026-12-25", false, "Christmas"],
    ["2028-12-26", false, "26 December"],
    ["2026-05-14", true, "Ascension is a payment day"],
    ["2026-07-14", true, "14 July is a payment day"],
    ["2026-05-25", true, "Whit Monday is a payment day"],
    ["2027-03-29", false, "Easter Monday of the next year"],
  ])("%s: %s (%s)", (day, is) => {
    expect(isTargetDay(day)).toBe(is);
  });

  test("money due in the long Easter weekend is expected on the Tuesday", () => {
    expect(["2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06"].map((day) => expectedOn(day as Day))).toEqual([
      "2026-04-02",
      "2026-04-07",
      "2026-04-07",
      "2026-04-07",
    ]);
    expect(previousTargetDay("2026-04-06")).toBe("2026-04-02");
  });
});

describe("how late money comes", () => {
  const habit = (customer: string, segment: string | null, ...delays: readonly number[]): Habit => ({
    customer,
    segment,
    settled: delays.length,
    daysLate: delays.reduce((total, days) => total + days, 0),
  });

  test("by the customer from three settled invoices on, else by its segment, else by everybody", () => {
    const found = delaysOf([
      habit("three", "shop", 10, 12, 14),
      habit("two", "shop", 40, 40),
      habit("none", "shop"),
      habit("alone", "farm", 5),
      habit("unsorted", null, 5, 5),
    ]);
    expect(found).toEqual([
      { customer: "three", days: 12, method: "customer-habit" },
      { customer: "two", days: 23, method: "segment-habit" },
      { customer: "none", days: 23, method: "segment-habit" },
      { customer: "alone", days: 16, method: "company-habit" },
      { customer: "unsorted", days: 16, method: "company-habit" },
    ]);
  });

  test("where nothing was ever paid, the due date is all that is known", () => {
    expect(delaysOf([habit("new", "shop")])).toEqual([{ customer: "new", days: 0, method: "due-date" }]);
  });

  test.each<[readonly number[], number]>([
    [[1, 1, 2, 2], 2],
    [[0, 0, 1], 0],
    [[-1, -2, -1, -2], -1],
    [[-2, -2, -1], -2],
    [[-10, 0, 40], 10],
  ])("the mean of %j is %i: half-up, early payments counted as they are", (delays, days) => {
    expect(delaysOf([habit("c", null, ...delays)])[0]?.days).toBe(days);
  });
});

describe("where expected money stands", () => {
  const placeOf = (day: Day, asOf: Day, weeks: number) =>
    placesOf(asOf, weeks).find(({ from, until }) => (from === null || from <= day) && (until === null || until >= day))
      ?.place;

  test("what should have come is not this week's; today's is", () => {
    expect(placeOf("2026-11-23", TUESDAY, 2)).toBe("should-have-come");
    expect(placeOf(TUESDAY, TUESDAY, 2)).toBe("2026-W48");
    expect(placeOf("2026-11-28", TUESDAY, 2)).toBe("2026-W49");
    expect(placeOf("2026-12-04", TUESDAY, 2)).toBe("2026-W49");
    expect(placeOf("2026-12-05", TUESDAY, 2)).toBe("later");
  });

  test("on a Sunday, money due on the Saturday may still come on the Monday", () => {
    expect(placeOf("2026-11-28", "2026-11-29", 2)).toBe("2026-W49");
    expect(placeOf("2026-11-27", "2026-11-29", 2)).toBe("should-have-come");
  });

  test("the week of the year is the ISO one, across New Year", () => {
    expect(placesOf("2026-12-30", 2).map(({ place }) => place)).toEqual([
      "should-have-come",
      "2026-W53",
      "2027-W01",
      "later",
    ]);
  });

  test("every day stands in one place, and it is the week of its payment day, for two years of days asked", () => {
    for (let nth = 0; nth < 730; nth += 1) {
      const asOf = addDays("2026-01-01", nth);
      const places = placesOf(asOf, 3);
      for (let day = addDays(asOf, -12); daysBetween(asOf, day) < 30; day = addDays(day, 1)) {
        const at = places.filter(
          ({ from, until }) => (from === null || from <= day) && (until === null || until >= day),
        );
        const on = expectedOn(day);
        const week = weekName(on);
        const known = places.some(({ place }) => place === week);
        expect(at.map(({ place }) => place)).toEqual([on < asOf ? "should-have-come" : known ? week : "later"]);
      }
    }
  });
});

test("sums go to their currency and place, and currencies are never summed", () => {
  const row = (currency: string, place: string, method: ForecastRow["method"], amount: bigint): ForecastRow => ({
    currency,
    place,
    method,
    amount,
    invoices: 1,
  });
  const [eur, usd, ...others] = forecastsFrom(
    [
      row("USD", "2026-W48", "due-date", 7n),
      row("EUR", "2026-W48", "promise", 100n),
      row("EUR", "2026-W48", "customer-habit", 30n),
      row("EUR", "should-have-come", "segment-habit", 5n),
      row("EUR", "later", "company-habit", 9n),
      row("EUR", "disputed", null, 11n),
    ],
    TUESDAY,
    2,
  );
  expect(others).toEqual([]);
  expect(eur).toMatchObject({
    currency: "EUR",
    weeks: [
      { week: "2026-W48", from: "2026-11-23", until: "2026-11-29", expected: 130n, promised: 100n, invoices: 2 },
      { week: "2026-W49", expected: 0n, promised: 0n, invoices: 0 },
    ],
    later: { expected: 9n },
    shouldHaveCome: { expected: 5n, byMethod: { "segment-habit": 5n } },
    disputed: 11n,
  });
  expect(usd).toMatchObject({ currency: "USD", disputed: 0n, weeks: [{ expected: 7n }, { expected: 0n }] });
});

test.each<[bigint, bigint, number | null]>([
  [100n, 92n, -8],
  [100n, 100n, 0],
  [200n, 201n, 1],
  [200n, 199n, 0],
  [1000n, 994n, -1],
  [0n, 50n, null],
  [300n, 0n, -100],
  [99_999_999_999_999n, 199_999_999_999_998n, 100],
])("of %i expected, %i came: %s percent", (expected, collected, percent) => {
  expect(percentOff(expected, collected)).toBe(percent);
});

import { expect, test } from "vitest";

import { createClock, createTime, PAST_DAY } from "#simulator/time.ts";

const ZONE = "Europe/Paris";
const FRIDAY_MORNING = new Date("2026-11-27T07:15:00Z");

test("time lives through every moment of working days, and through no week-end", async () => {
  const { time, lived } = story();

  await time.moveTo(new Date("2026-11-30T08:10:00Z"));

  expect(lived).toEqual([
    "27 08:29 pass",
    "27 08:30 pass",
    "27 09:05 pass",
    "27 10:00 colleagues",
    "27 10:15 pass",
    "27 14:05 customers",
    "27 14:30 pass",
    "27 17:30 pass",
    "30 07:10 import",
    "30 08:29 pass",
    "30 08:30 pass",
    "30 09:05 pass",
    "30 09:10 pass",
  ]);
});

test("the past goes by in larger steps", async () => {
  const { time, lived } = story();

  await time.moveTo(new Date("2026-11-27T16:00:00Z"), PAST_DAY);

  expect(lived).toEqual(["27 10:00 colleagues", "27 14:05 customers", "27 14:30 pass", "27 17:00 pass"]);
});

test("whoever asks on the way sees where time is and where it goes", async () => {
  const { time } = story();
  const to = new Date("2026-11-27T09:00:00Z");

  const moving = time.moveTo(to);

  expect(time.moving()).toEqual({ from: FRIDAY_MORNING, to });
  await moving;
  expect(time.moving()).toBeNull();
  expect(time.now()).toEqual(to);
});

test("after something went wrong on the way, time stands where it was and can be moved again", async () => {
  const clock = createClock(FRIDAY_MORNING);
  let fails = true;
  const nothing = () => Promise.resolve();
  const time = createTime(clock, ZONE, {
    importMorning: nothing,
    colleaguesAct: nothing,
    customersAct: nothing,
    pass: () => (fails ? Promise.reject(new Error("the database is gone")) : Promise.resolve()),
  });

  await expect(time.moveTo(new Date("2026-11-27T09:00:00Z"))).rejects.toThrow("the database is gone");
  fails = false;
  await time.moveTo(new Date("2026-11-27T09:00:00Z"));

  expect(time.now().toISOString()).toBe("2026-11-27T09:00:00.000Z");
});

/** A time whose moments are written down as "day hour what". */
function story() {
  const clock = createClock(FRIDAY_MORNING);
  const lived: string[] = [];
  const written = new Intl.DateTimeFormat("en-GB", {
    timeZone: ZONE,
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const note = (what: string) => () => {
    lived.push(`${written.format(clock.now()).replace(", ", " ")} ${what}`);
    return Promise.resolve();
  };
  const time = createTime(clock, ZONE, {
    importMorning: note("import"),
    colleaguesAct: note("colleagues"),
    customersAct: note("customers"),
    pass: note("pass"),
  });
  return { time, lived };
}

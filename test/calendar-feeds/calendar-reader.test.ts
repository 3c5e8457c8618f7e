import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createCalendarReader } from "#calendar-feeds/calendar-reader.ts";
import { icsOf, openCalendarServer, type CalendarServer, type MeetingGiven } from "../support/calendar-server.ts";

let server: CalendarServer;
beforeAll(async () => {
  server = await openCalendarServer();
});
afterAll(() => server.close());

const WINDOW = { from: new Date("2026-11-23T23:00:00Z"), to: new Date("2026-11-26T23:00:00Z") };
const PARIS_IN_OUTLOOK = [
  "BEGIN:VTIMEZONE",
  "TZID:Bureau de Nantes",
  "BEGIN:STANDARD",
  "DTSTART:16010101T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:16010101T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
];

async function read(text: string, limits: { readonly readingMsMax?: number } = {}) {
  const address = server.serve("/calendar.ics", text);
  const reader = createCalendarReader({ allowsLocal: true, ...limits });
  const rest = { etag: null, lastModified: null, timeZone: "Europe/Paris", limitMs: 3_000 };
  return reader.read({ address, ...WINDOW, ...rest });
}

async function starts(meetings: readonly MeetingGiven[], zones?: readonly string[]) {
  const found = await read(icsOf(meetings, zones));
  return found.is === "read" ? found.meetings.map((meeting) => meeting.starts.toISOString()) : found;
}

describe("times are instants, however the calendar writes them", () => {
  test.each([
    ["in UTC", "20261124T130000Z", "20261124T140000Z"],
    ["in a zone by its name", ";TZID=Europe/Paris:20261124T140000", ";TZID=Europe/Paris:20261124T150000"],
    [
      "in a zone of Windows",
      ";TZID=Romance Standard Time:20261124T140000",
      ";TZID=Romance Standard Time:20261124T150000",
    ],
    [
      "in a zone the calendar describes",
      ";TZID=Bureau de Nantes:20261124T140000",
      ";TZID=Bureau de Nantes:20261124T150000",
    ],
    ["the same in quotes", ';TZID="Bureau de Nantes":20261124T140000', ';TZID="Bureau de Nantes":20261124T150000'],
    ["on the clock on the wall", "20261124T140000", "20261124T150000"],
  ])("%s", async (_, from, to) => {
    const zones = from.includes("Bureau") ? PARIS_IN_OUTLOOK : [];
    expect(await starts([{ starts: from, ends: to }], zones)).toEqual(["2026-11-24T13:00:00.000Z"]);
  });

  test("in a zone nobody knows: left out, for an hour off is worse than nothing", async () => {
    expect(
      await starts([{ starts: ";TZID=Ailleurs:20261124T140000", ends: ";TZID=Ailleurs:20261124T150000" }]),
    ).toEqual([]);
  });
});

describe("a series is unfolded", () => {
  const series = (more: readonly string[]): MeetingGiven => ({
    uid: "series",
    starts: ";TZID=Europe/Paris:20251007T140000",
    ends: ";TZID=Europe/Paris:20251007T150000",
    more,
  });
  const changed = (more: readonly string[], to: string): MeetingGiven => ({
    uid: "series",
    starts: `;TZID=Europe/Paris:${to}T160000`,
    ends: `;TZID=Europe/Paris:${to}T170000`,
    more: ["RECURRENCE-ID;TZID=Europe/Paris:20261124T140000", ...more],
  });

  test("begun in summer, it keeps its hour in winter", async () => {
    expect(await starts([series(["RRULE:FREQ=WEEKLY;BYDAY=TU"])])).toEqual(["2026-11-24T13:00:00.000Z"]);
  });

  test("without the occurrences taken out", async () => {
    const without = ["RRULE:FREQ=WEEKLY;BYDAY=TU", "EXDATE;TZID=Europe/Paris:20261124T140000"];
    expect(await starts([series(without)])).toEqual([]);
  });

  test("with an occurrence moved to another day", async () => {
    const found = await starts([series(["RRULE:FREQ=WEEKLY;BYDAY=TU"]), changed([], "20261125")]);
    expect(found).toEqual(["2026-11-25T15:00:00.000Z"]);
  });

  test("with an occurrence cancelled", async () => {
    const found = await read(
      icsOf([series(["RRULE:FREQ=WEEKLY;BYDAY=TU"]), changed(["STATUS:CANCELLED"], "20261124")]),
    );
    expect(found).toMatchObject({ is: "read", meetings: [{ isCancelled: true }] });
  });

  test("over before: nothing", async () => {
    expect(await starts([series(["RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261110T130000Z"])])).toEqual([]);
  });
});

test("who is invited, who declined, and no rooms; a whole day is told as such", async () => {
  const meeting = {
    starts: "20261124T130000Z",
    ends: "20261124T140000Z",
    title: "Point Garnier\\, tarifs <b>2027</b>",
    more: [
      "LOCATION:3 rue du Port",
      "ORGANIZER;CN=Sonia:MAILTO:sonia@garnier.example",
      'ATTENDEE;CN="Morel, Claire";PARTSTAT=DECLINED:mailto:claire@exemple.example',
      "ATTENDEE;CUTYPE=ROOM:mailto:salle@garnier.example",
    ],
  };
  const day = { uid: "m2", starts: ";VALUE=DATE:20261125", ends: ";VALUE=DATE:20261126", title: "Salon" };
  expect(await read(icsOf([meeting, day]))).toMatchObject({
    is: "read",
    meetings: [
      {
        title: "Point Garnier, tarifs <b>2027</b>",
        place: "3 rue du Port",
        isAllDay: false,
        guests: [
          { email: "claire@exemple.example", hasDeclined: true },
          { email: "sonia@garnier.example", hasDeclined: false },
        ],
      },
      { title: "Salon", isAllDay: true },
    ],
  });
});

describe("a calendar made to do harm", () => {
  const ONE = { starts: "20261124T130000Z", ends: "20261124T140000Z" };

  test("an event of every second leaves the others as they are", async () => {
    const always = { uid: "s", starts: "20000101T000000Z", ends: "20000101T000001Z", more: ["RRULE:FREQ=SECONDLY"] };
    expect(await starts([always, ONE])).toEqual(["2026-11-24T13:00:00.000Z"]);
  });

  test("thousands of them are given up, and nobody waits meanwhile", async () => {
    const many = Array.from({ length: 8_000 }, (_, n) => ({
      uid: `s${n}`,
      starts: "20000101T000000Z",
      ends: "20000101T000001Z",
      more: ["RRULE:FREQ=SECONDLY"],
    }));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 10);
    expect(await read(icsOf([...many, ONE]), { readingMsMax: 3_000 })).toEqual({ is: "failed", why: "too-slow" });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  test("names of JavaScript's own, a file cut short, and nonsense", async () => {
    expect(await starts([{ ...ONE, uid: "__proto__" }])).toEqual(["2026-11-24T13:00:00.000Z"]);
    expect(await starts([{ ...ONE, uid: "constructor" }])).toEqual(["2026-11-24T13:00:00.000Z"]);
    const cut = icsOf([ONE]).slice(0, -60);
    expect((await read(cut)).is).not.toBe("unchanged");
    expect(
      await read("BEGIN:VCALENDAR\r\n\u0000\u0001;;;:::\r\nBEGIN:VEVENT\r\nDTSTART:nonsense\r\nEND:VEVENT\r\n"),
    ).toEqual(expect.objectContaining({ is: "read", meetings: [] }));
  });
});

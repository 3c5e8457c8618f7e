import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";

import { feedOf } from "#store/calendar-feeds.ts";
import { linkCalendar, testCalendar, unlinkCalendar } from "#usecases/meetings/link-calendar.ts";
import { readCalendars } from "#usecases/meetings/read-calendars.ts";
import { icsOf } from "../../support/calendar-server.ts";
import {
  companyWithMeetings,
  drawnFor,
  GARNIER_MEETING,
  meetingsOf,
  serveCalendar,
  waitingIn,
  type ServedCalendar,
} from "../../support/meetings.ts";
import { test } from "../../support/world.ts";

let calendar: ServedCalendar;
beforeAll(async () => {
  calendar = await serveCalendar();
});
afterAll(() => calendar.server.close());
beforeEach(() => calendar.serve([GARNIER_MEETING]));

describe("a calendar is linked", () => {
  test("and read at once: what is found is there, its words are not, and its address is told nobody", async ({
    world,
  }) => {
    const { claire, garnier } = await companyWithMeetings(world);
    expect(await linkCalendar(world.context(), claire, `<${calendar.address}>`)).toEqual({ ok: true, value: null });

    expect(await meetingsOf(world, claire)).toMatchObject([
      { customer: garnier, startsAt: new Date("2026-11-24T13:00:00Z") },
    ]);
    const card = await drawnFor(world, { show: "calendar" }, claire);
    expect(card).toContain("Garnier, aujourd'hui à 14 h");
    expect(card).not.toMatch(/s3cret|claire\.ics/);
    const kept = await world.db.execute(sql`select row_to_json(m)::text as row from meetings m
      union all select row_to_json(e)::text from events e union all select row_to_json(o)::text from outbox o`);
    expect(JSON.stringify(kept)).not.toMatch(/secret|sonia|s3cret/i);
  });

  test("and refused with why, when it can never be read; what was linked before stays", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    calendar.server.serve("/page", "<html>");
    const refusalOf = async (typed: string) => {
      const linked = await linkCalendar(world.context(), claire, typed);
      return linked.ok ? null : linked.refusal;
    };
    expect(await refusalOf("mon agenda")).toEqual({ why: "calendar-not-understood" });
    expect(await refusalOf(`${calendar.server.url}/page`)).toEqual({
      why: "calendar-refused",
      fault: "not-a-calendar",
    });
    expect(await refusalOf(`${calendar.server.url}/nothing`)).toEqual({ why: "calendar-refused", fault: "not-found" });

    expect((await feedOf(world.db, claire.id))?.address).toBe(calendar.address);
    expect(await meetingsOf(world, claire)).toHaveLength(1);
  });

  test("and kept when its server is only out of order: the next round reads it", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    const down = calendar.server.serve("/down.ics", (_, response) => response.writeHead(503).end());
    expect((await linkCalendar(world.context(), claire, down)).ok).toBe(true);
    expect(await drawnFor(world, { show: "calendar" }, claire)).toContain("ne répond pas pour l'instant");

    calendar.server.serve("/down.ics", icsOf([GARNIER_MEETING]));
    world.clock.advance({ minutes: 15 });
    await readCalendars(world.context());
    expect(await meetingsOf(world, claire)).toHaveLength(1);
  });

  test("and unlinked: the address and the meetings are gone, and nothing leaves that was planned", async ({
    world,
  }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    const [meeting] = await meetingsOf(world, claire);
    await unlinkCalendar(world.context(), claire);

    expect(await feedOf(world.db, claire.id)).toBeNull();
    expect(await meetingsOf(world, claire)).toEqual([]);
    expect(await drawnFor(world, { show: "meeting-brief", meeting: meeting?.id ?? 0 }, claire)).toBeNull();
    expect(await drawnFor(world, { show: "calendar" }, claire)).toContain("Relier un agenda");
  });
});

describe("a calendar that fails", () => {
  test("is told to its owner once, kindly, after a day, and says when it is back", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    calendar.server.serve(calendar.path, (_, response) => response.writeHead(404).end());
    const told = async () => (await waitingIn(world)).filter(({ show }) => show === "calendar-trouble");

    world.clock.set("2026-11-24T09:00:00Z");
    await readCalendars(world.context());
    world.clock.set("2026-11-25T08:59:00Z");
    await readCalendars(world.context());
    expect(await told()).toEqual([]);
    world.clock.set("2026-11-25T09:15:00Z");
    await readCalendars(world.context());
    world.clock.set("2026-11-26T09:15:00Z");
    await readCalendars(world.context());
    expect(await told()).toEqual([{ show: "calendar-trouble", from: "2026-11-25T09:15", until: null }]);
    const text = await drawnFor(world, { show: "calendar-trouble" }, claire);
    expect(text).toContain("ne répond plus depuis le mardi 24 novembre");
    expect(text).not.toContain("s3cret");

    calendar.serve([GARNIER_MEETING]);
    await testCalendar(world.context(), claire);
    expect(await drawnFor(world, { show: "calendar-trouble" }, claire)).toContain("se lit de nouveau");
  });
});

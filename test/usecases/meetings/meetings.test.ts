import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";

import { feedOf } from "#store/calendar-feeds.ts";
import { shownCards } from "#store/schema/delivery.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { linkCalendar } from "#usecases/meetings/link-calendar.ts";
import { readCalendars } from "#usecases/meetings/read-calendars.ts";
import { sayNothingSaid } from "#usecases/meetings/say-nothing-said.ts";
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

describe("what a calendar holds", () => {
  test("only meetings with one customer of the person's are kept; what moves or goes is followed", async ({
    world,
  }) => {
    const { claire, garnier } = await companyWithMeetings(world);
    const lemoine = await world.customer({ name: "Lemoine", rep: await world.person({ name: "Karim Haddad" }) });
    await world.contact({ customer: lemoine, email: "marc@lemoine.example" });
    calendar.serve([
      GARNIER_MEETING,
      { ...GARNIER_MEETING, uid: "private", title: "Dentiste", guests: [] },
      { ...GARNIER_MEETING, uid: "lemoine", title: "Lemoine", guests: ["marc@lemoine.example"] },
      { ...GARNIER_MEETING, uid: "declined", more: [`ATTENDEE;PARTSTAT=DECLINED:mailto:${claire.email}`] },
    ]);
    await linkCalendar(world.context(), claire, calendar.address);
    expect((await meetingsOf(world, claire)).map(({ customer }) => customer)).toEqual([garnier]);

    calendar.serve([{ ...GARNIER_MEETING, starts: "20261124T150000Z", ends: "20261124T160000Z" }]);
    world.clock.advance({ minutes: 15 });
    await readCalendars(world.context());
    expect((await meetingsOf(world, claire)).map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2026-11-24T15:00:00.000Z",
    ]);

    calendar.serve([]);
    world.clock.advance({ minutes: 15 });
    await readCalendars(world.context());
    expect(await meetingsOf(world, claire)).toEqual([]);
  });

  test("a manager meets the customers of the team", async ({ world }) => {
    const { garnier, claire } = await companyWithMeetings(world);
    const paul = await world.person({ name: "Paul Henry", roles: ["manager"] });
    await world.db.execute(sql`update people set manager_id = ${paul.id} where id = ${claire.id}`);
    await linkCalendar(world.context(), paul, calendar.address);
    expect((await meetingsOf(world, paul)).map(({ customer }) => customer)).toEqual([garnier]);
  });

  test("the same calendar is asked for what is new only, but whole once a day: the days move on", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    const asked: (string | undefined)[] = [];
    const polite = calendar.server.serve("/polite.ics", (request, response) => {
      asked.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"1"') return void response.writeHead(304).end();
      const later = { ...GARNIER_MEETING, starts: "20261127T090000Z", ends: "20261127T100000Z" };
      response.writeHead(200, { etag: '"1"' }).end(icsOf([later]));
    });
    await linkCalendar(world.context(), claire, polite);
    world.clock.advance({ minutes: 15 });
    await readCalendars(world.context());
    expect(await meetingsOf(world, claire)).toEqual([]);

    world.clock.set("2026-11-25");
    await readCalendars(world.context());
    expect(asked).toEqual([undefined, '"1"', undefined]);
    expect(await meetingsOf(world, claire)).toHaveLength(1);
  });

  test("meetings are forgotten after 30 days", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    world.clock.set("2026-12-24");
    await readCalendars(world.context());
    expect(await meetingsOf(world, claire)).toHaveLength(1);
    world.clock.set("2026-12-25");
    await readCalendars(world.context());
    expect(await meetingsOf(world, claire)).toEqual([]);
  });

  test("a leaver's calendar is not read any more, and its address is forgotten", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    await world.db.execute(sql`update people set active = false where id = ${claire.id}`);
    const before = calendar.server.asked.length;
    world.clock.advance({ minutes: 15 });
    await readCalendars(world.context());
    expect(calendar.server.asked).toHaveLength(before);
    expect(await feedOf(world.db, claire.id)).toBeNull();
  });
});

describe("the brief and the question after", () => {
  test("wait for their moments, each once however often the calendar is read", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    world.clock.advance({ minutes: 15 });
    await readCalendars(world.context());

    expect(await waitingIn(world)).toEqual([
      { show: "meeting-brief", from: "2026-11-24T12:15", until: "2026-11-24T13:00" },
      { show: "meeting-outcome", from: "2026-11-24T15:00", until: "2026-11-24T18:00" },
    ]);
  });

  test("say what is owed, and nothing before the go-live or to anybody else", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    const [meeting] = await meetingsOf(world, claire);
    const brief = { show: "meeting-brief", meeting: meeting?.id ?? 0 } as const;
    const text = await drawnFor(world, brief, claire);
    expect(text).toContain("Garnier, aujourd'hui à 14 h");
    expect(text).toContain("12 400 € en retard, jusqu'à 30 jours.");
    expect(text).toContain("01 99 00 12 34");
    expect(text).toContain("vous manque-t-il quelque chose");

    expect(await drawnFor(world, brief, await world.person({ roles: ["finance"] }))).toBeNull();
    await world.seller({ live: null });
    expect(await drawnFor(world, brief, claire)).toBeNull();
  });

  test("two meetings with a customer on a day are one brief before the first, one question after the last", async ({
    world,
  }) => {
    const { claire } = await companyWithMeetings(world);
    calendar.serve([
      GARNIER_MEETING,
      { ...GARNIER_MEETING, uid: "again", starts: "20261124T150000Z", ends: "20261124T153000Z" },
    ]);
    await linkCalendar(world.context(), claire, calendar.address);
    const [first, second] = await meetingsOf(world, claire);
    world.clock.set("2026-11-24T17:00:00Z");
    const isDrawn = async (show: "meeting-brief" | "meeting-outcome", meeting: number | undefined) =>
      (await drawnFor(world, { show, meeting: meeting ?? 0 }, claire)) !== null;

    expect(await isDrawn("meeting-brief", first?.id)).toBe(true);
    expect(await isDrawn("meeting-brief", second?.id)).toBe(false);
    expect(await isDrawn("meeting-outcome", first?.id)).toBe(false);
    expect(await isDrawn("meeting-outcome", second?.id)).toBe(true);
  });

  test("the question is asked only while money is late and nothing was noted; a card that stands says what was", async ({
    world,
  }) => {
    const { claire, garnier, invoice } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    const [meeting] = await meetingsOf(world, claire);
    const id = meeting?.id ?? 0;
    const asked = { show: "meeting-outcome", meeting: id } as const;
    const actor = { is: "person", id: claire.id } as const;
    expect(await drawnFor(world, asked, claire)).toBeNull();
    world.clock.set("2026-11-24T15:00:00Z");
    expect(await drawnFor(world, asked, claire)).toContain("Alors, ce rendez-vous avec Garnier ?");

    await world.db.insert(shownCards).values({
      chat: "slack",
      personId: claire.id,
      conversation: "D1",
      message: "1",
      showing: asked,
      customers: [garnier],
      shownAt: world.clock.now(),
      drawnHash: "",
    });
    await sayNothingSaid(world.context(), claire, { meeting: id });
    expect(await drawnFor(world, asked, claire)).toContain("ce n'était pas le moment");
    await addComment(world.context(), actor, { customer: garnier, text: "nouvelle comptable" });
    expect(await drawnFor(world, asked, claire)).toContain("le commentaire est sur la fiche de Garnier");
    await givePromise(world.context(), actor, { customer: garnier, due: "2026-11-27" });
    expect(await drawnFor(world, asked, claire)).toContain("Garnier a donné une date");

    await world.db.execute(sql`delete from shown_cards`);
    expect(await drawnFor(world, asked, claire)).toBeNull();
    await world.payment({ invoice, amount: "12400.00" });
    expect(await drawnFor(world, asked, claire)).toBeNull();
  });

  test("paid while the question stands: it says so", async ({ world }) => {
    const { claire, garnier, invoice } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    const [meeting] = await meetingsOf(world, claire);
    const asked = { show: "meeting-outcome", meeting: meeting?.id ?? 0 } as const;
    world.clock.set("2026-11-24T15:00:00Z");
    await world.payment({ invoice, amount: "12400.00" });
    expect(await drawnFor(world, asked, claire)).toBeNull();
    const where = { chat: "slack", personId: claire.id, conversation: "D1", message: "1" } as const;
    const shown = { showing: asked, customers: [garnier], shownAt: world.clock.now(), drawnHash: "" };
    await world.db.insert(shownCards).values({ ...where, ...shown });
    expect(await drawnFor(world, asked, claire)).toContain("plus rien en retard");
  });

  test("nothing is said of somebody else's meeting", async ({ world }) => {
    const { claire } = await companyWithMeetings(world);
    await linkCalendar(world.context(), claire, calendar.address);
    const [meeting] = await meetingsOf(world, claire);
    const other = await world.person({ name: "Karim Haddad" });
    const said = await sayNothingSaid(world.context(), other, { meeting: meeting?.id ?? 0 });
    expect(said).toEqual({ ok: false, refusal: { why: "gone" } });
  });
});

import { expect } from "vitest";

import { calendarFeeds } from "#store/schema/calendars.ts";
import { icsOf, openCalendarServer, type CalendarServer, type MeetingGiven } from "../support/calendar-server.ts";
import type { Flow } from "../support/flow-world.ts";
import type { Story } from "./story.ts";

/** Tuesday 24 November, 14:00 to 15:00 in Paris. */
const GARNIER: MeetingGiven = {
  uid: "garnier",
  starts: "20261124T130000Z",
  ends: "20261124T140000Z",
  title: "Point trimestriel",
  guests: ["sonia@garnier.example"],
};

/** A story with a server of calendars; the address of Claire's is a secret. */
async function withCalendar(
  flow: Flow,
  meetings: readonly MeetingGiven[],
  live: (server: CalendarServer, address: string) => Promise<void>,
): Promise<void> {
  const server = await openCalendarServer();
  try {
    await live(server, server.serve("/claire.ics?key=s3cret", icsOf(meetings)));
    expect(flow.bugs.join()).not.toContain("s3cret");
  } finally {
    await server.close();
  }
}

export const meetingStories: readonly Story[] = [
  {
    name: "a calendar is linked by a line, the digest begins with the meeting, the brief comes before it, the question after",
    begins: "reminded",
    run: (flow) =>
      withCalendar(flow, [GARNIER], async (_, address) => {
        flow.setClock("2026-11-23", 18);
        const linked = await flow.claire.says(`/agenda ${address}`);
        expect(linked).toMatch(/Agenda relié : 127\.0\.0\.1:\d+\/…[^]*Garnier, demain à 14 h/);
        expect(linked).not.toContain("s3cret");

        flow.setClock("2026-11-24", 7);
        await flow.imports();
        await flow.at("2026-11-24", 8, 30);
        const digest = await flow.claire.sees("voici le point du mardi 24 novembre");
        expect(digest.text).toContain("Vous voyez aujourd'hui Garnier à 14 h : 12 400 €, jusqu'à 30 jours de retard.");
        expect(digest.text.match(/Garnier/g)).toHaveLength(1);

        await flow.at("2026-11-24", 13, 14);
        expect(flow.claire.counts("Garnier, aujourd'hui à 14 h")).toBe(0);
        await flow.at("2026-11-24", 13, 15);
        await flow.claire.sees("Garnier, aujourd'hui à 14 h", "12 400 € en retard, jusqu'à 30 jours.", "Sonia Perrin");
        expect(flow.karim.reads()).not.toContain("12 400");

        await flow.at("2026-11-24", 15, 59);
        expect(flow.claire.counts("Alors, ce rendez-vous")).toBe(0);
        await flow.at("2026-11-24", 16);
        const asked = await flow.claire.sees("Alors, ce rendez-vous avec Garnier ?", "12 400 € en retard");
        await flow.claire.taps(asked, "Paiement promis le…", "Vendredi 27 novembre");
        await flow.claire.sees("C'est noté, merci Claire : Garnier règle 12 400 € le vendredi 27 novembre");
        expect((await flow.claire.sees("Garnier a donné une date")).id).toBe(asked.id);
      }),
  },
  {
    name: "after a meeting: it did not come up",
    begins: "reminded",
    run: (flow) =>
      withCalendar(flow, [GARNIER], async (_, address) => {
        await flow.morning("2026-11-24");
        await flow.claire.says(`agenda ${address}`);
        await flow.at("2026-11-24", 16);
        const asked = await flow.claire.sees("Alors, ce rendez-vous avec Garnier ?");
        await flow.claire.taps(asked, "On n'en a pas parlé");
        expect((await flow.claire.sees("ce n'était pas le moment")).id).toBe(asked.id);
      }),
  },
  {
    name: "after a meeting: a dispute, or a word about it",
    begins: "reminded",
    run: (flow) =>
      withCalendar(flow, [GARNIER], async (_, address) => {
        await flow.morning("2026-11-24");
        await flow.claire.says(`/agenda ${address}`);
        await flow.at("2026-11-24", 16);
        const asked = await flow.claire.sees("Alors, ce rendez-vous avec Garnier ?");
        await flow.claire.taps(asked, "Commenter");
        expect(await flow.claire.fills({ text: "nouvelle comptable en décembre" })).toEqual({});
        expect((await flow.claire.sees("le commentaire est sur la fiche de Garnier")).id).toBe(asked.id);
      }),
  },
  {
    name: "a meeting that is cancelled, declined or another's causes nothing; nor does one before the day begins",
    begins: "reminded",
    run: (flow) =>
      withCalendar(flow, [GARNIER], async (server, address) => {
        await flow.morning("2026-11-24");
        await flow.claire.says(`/agenda ${address}`);
        const others = [
          { ...GARNIER, more: ["STATUS:CANCELLED"] },
          { ...GARNIER, uid: "declined", more: [`ATTENDEE;PARTSTAT=DECLINED:mailto:${flow.claire.email}`] },
          { ...GARNIER, uid: "lemoine", title: "Lemoine", guests: ["marc@lemoine.example"] },
          { ...GARNIER, uid: "early", starts: "20261125T061500Z", ends: "20261125T064500Z" },
        ];
        server.serve("/claire.ics?key=s3cret", icsOf(others));
        await flow.at("2026-11-24", 13, 0);
        await flow.at("2026-11-24", 13, 15);
        await flow.at("2026-11-24", 16);
        await flow.at("2026-11-25", 6, 30);
        expect(flow.claire.counts("Pour ouvrir", "aujourd'hui à")).toBe(0);
        expect(flow.claire.counts("Alors, ce rendez-vous")).toBe(0);
      }),
  },
  {
    name: "a calendar is linked from the settings or its form, tested, and unlinked",
    begins: "live",
    run: (flow) =>
      withCalendar(flow, [GARNIER], async (server, address) => {
        flow.setClock("2026-11-24", 10);
        await flow.claire.says("/agenda");
        await flow.claire.taps(await flow.claire.sees("Mon agenda", "un mot vous attend"), "Relier un agenda");
        expect(await flow.claire.fills({ address: `${server.url}/nothing` })).toEqual({
          address: expect.stringContaining("Aucun agenda n'a été trouvé"),
        });
        expect(await flow.claire.fills({ address })).toEqual({});
        const card = await flow.claire.sees("Agenda relié", "Garnier, aujourd'hui à 14 h");
        flow.setClock("2026-11-24", 10, 5);
        await flow.claire.taps(card, "Lire maintenant");
        await flow.claire.taps(await flow.claire.sees("Agenda relié", "Lu aujourd'hui à 10 h 05"), "Délier");
        await flow.claire.sees("Mon agenda", "un mot vous attend");
        expect(await flow.db.select().from(calendarFeeds)).toEqual([]);

        await flow.claire.says("/reglages");
        const wrong = await flow.claire.fills({ calendar: "mon agenda" });
        expect(Object.keys(wrong)).toEqual(["calendar"]);
        expect(await flow.claire.fills({ calendar: address })).toEqual({});
        expect(await flow.db.select().from(calendarFeeds)).toHaveLength(1);
        expect(await flow.claire.says("/reglages")).not.toContain("s3cret");
      }),
  },
  {
    name: "a calendar that fails for a day is told to its owner, once",
    begins: "live",
    run: (flow) =>
      withCalendar(flow, [GARNIER], async (server, address) => {
        flow.setClock("2026-11-23", 9, 0);
        await flow.claire.says(`/agenda ${address}`);
        server.serve("/claire.ics?key=s3cret", (_request, response) => response.writeHead(410).end());
        await flow.at("2026-11-23", 9, 15);
        await flow.at("2026-11-23", 17);
        expect(flow.claire.counts("Votre agenda ne se lit plus")).toBe(0);
        await flow.at("2026-11-24", 9, 15);
        await flow.at("2026-11-25", 9, 15);
        await flow.claire.sees("Votre agenda ne se lit plus", "depuis hier");
        expect(flow.claire.counts("Votre agenda ne se lit plus")).toBe(1);
      }),
  },
  {
    name: "/brief says the essentials of a customer, to who may see it",
    begins: "live",
    async run(flow) {
      flow.setClock("2026-11-24", 10);
      expect(await flow.claire.says("/brief garn")).toMatch(
        /Avant de voir Garnier[^]*12 400 € en retard[^]*Sonia Perrin/,
      );
      expect(await flow.claire.says("/brief lemoine")).toContain("Aucun de vos clients ne ressemble à « lemoine »");
      expect(await flow.karim.says("brief lemoine")).toContain("Rien en retard chez Lemoine ; 4 200 € à recevoir");
    },
  },
];

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { meetingsBetween } from "#store/meetings.ts";
import { outbox } from "#store/schema/delivery.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { icsOf, openCalendarServer, type CalendarServer, type MeetingGiven } from "./calendar-server.ts";
import type { World } from "./world-given.ts";

/** Tuesday 24 November, 14:00 to 15:00 in Paris; the world's clock stands at 9:00 then. */
export const GARNIER_MEETING: MeetingGiven = {
  uid: "garnier",
  starts: "20261124T130000Z",
  ends: "20261124T140000Z",
  title: "Point secret <Garnier>",
  guests: ["sonia@garnier.example"],
};

/** Claire's calendar, on a server of its own. */
export interface ServedCalendar {
  readonly server: CalendarServer;
  readonly path: string;
  readonly address: string;
  serve(meetings: readonly MeetingGiven[]): void;
}

export async function serveCalendar(): Promise<ServedCalendar> {
  const server = await openCalendarServer();
  const path = "/claire.ics?key=s3cret";
  return {
    server,
    path,
    address: `${server.url}${path}`,
    serve: (meetings) => void server.serve(path, icsOf(meetings)),
  };
}

/** Claire, live; Garnier, of hers, owes 12 400 € since 25 October. */
export async function companyWithMeetings(world: World) {
  await world.seller({ live: "2026-11-02" });
  const claire = await world.person();
  const garnier = await world.customer({ name: "Garnier", rep: claire });
  await world.contact({ customer: garnier, email: "sonia@garnier.example", phone: "01 99 00 12 34" });
  const invoice = await world.invoice({ customer: garnier, due: "2026-10-25", amount: "12400.00" });
  return { claire, garnier, invoice };
}

/** What waits to be shown, the first first. */
export async function waitingIn(world: World) {
  const rows = await world.db.select().from(outbox).orderBy(outbox.notBefore);
  return rows.map(({ showing, notBefore, validUntil }) => ({
    show: showing.show,
    from: notBefore.toISOString().slice(0, 16),
    until: validUntil?.toISOString().slice(0, 16) ?? null,
  }));
}

/** A card as its reader would see it now; null = there is nothing to show. */
export async function drawnFor(world: World, showing: Showing, viewer: Person): Promise<string | null> {
  const card = (await drawShowing(world.context(), showing, viewer))?.card;
  return card === undefined ? null : plainCard(card).replaceAll(/[\u00A0\u202F]/g, " ");
}

/** All that is kept of a person's meetings, the first first. */
export async function meetingsOf(world: World, { id }: Person) {
  return meetingsBetween(world.db, id, new Date(0), new Date("2100-01-01T00:00:00Z"));
}

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { APPOINTMENTS, type Appointment } from "./company/appointments.ts";
import { colleagueOf } from "./company/people.ts";
import type { Product } from "./product.ts";

/** Serves the calendars of the company's people on this machine, and links each as its owner would. */
export async function linkCalendars(product: Product, timeZone: string): Promise<{ stop(): Promise<void> }> {
  const owners = [...new Set(APPOINTMENTS.map(({ who }) => who))];
  const calendars = new Map(owners.map((who) => [`/${who}.ics`, calendarOf(who, timeZone)]));
  const server = createServer((request, response) => {
    const calendar = calendars.get(request.url ?? "");
    if (calendar === undefined) response.writeHead(404).end();
    else if (request.headers["if-none-match"] === ETAG) response.writeHead(304).end();
    else response.writeHead(200, { "content-type": "text/calendar; charset=utf-8", etag: ETAG }).end(calendar);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  for (const who of owners) await product.linkCalendar(colleagueOf(who).email, `http://127.0.0.1:${port}/${who}.ics`);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** They never change. */
const ETAG = '"written"';

function calendarOf(who: string, timeZone: string): string {
  const events = APPOINTMENTS.filter((one) => one.who === who).flatMap((one, nth) => eventOf(one, nth, timeZone));
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Relais//Demo//FR", ...events, "END:VCALENDAR", ""].join("\r\n");
}

function eventOf(one: Appointment, nth: number, timeZone: string): readonly string[] {
  const at = (clock: string) => `TZID=${timeZone}:${one.on.replaceAll("-", "")}T${clock}00`;
  return [
    "BEGIN:VEVENT",
    `UID:${one.who}-${nth}@relais.example`,
    `DTSTAMP:${one.on.replaceAll("-", "")}T000000Z`,
    `DTSTART;${at(one.from)}`,
    `DTEND;${at(one.to)}`,
    `SUMMARY:${one.title.replaceAll(",", "\\,")}`,
    ...(one.guests ?? []).map((guest) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${guest}`),
    ...(one.isWeekly === true ? ["RRULE:FREQ=WEEKLY"] : []),
    "END:VEVENT",
  ];
}

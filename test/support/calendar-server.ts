import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server of calendars on this machine; each path is answered as it is told. */
export interface CalendarServer {
  readonly url: string;
  /** What was asked of it, oldest first. */
  readonly asked: readonly IncomingMessage[];
  serve(path: string, answer: string | ((request: IncomingMessage, response: ServerResponse) => void)): string;
  close(): Promise<void>;
}

export async function openCalendarServer(): Promise<CalendarServer> {
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? "");
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    serve(path, answer) {
      const say =
        typeof answer === "string"
          ? (_: IncomingMessage, response: ServerResponse) =>
              void response.writeHead(200, { "content-type": "text/calendar; charset=utf-8" }).end(answer)
          : answer;
      answers.set(path, say);
      return `${url}${path}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A meeting as calendars write it; `starts` and `ends` in UTC: "20261124T130000Z". */
export interface MeetingGiven {
  readonly uid?: string;
  readonly starts: string;
  readonly ends: string;
  readonly title?: string;
  readonly guests?: readonly string[];
  /** Further lines of the event, as they are written. */
  readonly more?: readonly string[];
}

/** A calendar file with these meetings. */
export function icsOf(meetings: readonly MeetingGiven[], zones: readonly string[] = []): string {
  const events = meetings.flatMap(({ uid = "m1", starts, ends, title = "Point", guests = [], more = [] }) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20261101T000000Z",
    `DTSTART${starts.startsWith(";") ? "" : ":"}${starts}`,
    `DTEND${ends.startsWith(";") ? "" : ":"}${ends}`,
    `SUMMARY:${title}`,
    ...guests.map((guest) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${guest}`),
    ...more,
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Exemple//FR", ...zones, ...events, "END:VCALENDAR", ""];
  return lines.join("\r\n");
}

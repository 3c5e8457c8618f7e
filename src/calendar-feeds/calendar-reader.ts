import { lookup } from "node:dns/promises";
import { Worker } from "node:worker_threads";

import type { FeedFault } from "#domain/calendar-feed.ts";
import type { SeenMeeting } from "#domain/meeting.ts";
import type { CalendarReader } from "#usecases/meetings/calendar-port.ts";
import { fetchFeed, type Resolved } from "./fetch-feed.ts";
import type { Reading } from "./read-meetings.ts";

export interface CalendarReaderOptions {
  /** The simulator and the tests serve calendars on this machine; a product that serves people never allows it. */
  readonly allowsLocal?: boolean;
  /** Every address of a name; the system's own unless told otherwise. */
  readonly resolve?: (host: string) => Promise<readonly Resolved[]>;
  /** How long a calendar may take to be taken apart. */
  readonly readingMsMax?: number;
}

/** Far above what an honest calendar takes; it blocks nobody meanwhile. */
const READING_MS_MAX = 5_000;
const READING_MB_MAX = 192;
/** On a machine that does everything at once nothing is quick, and nobody's chat waits. */
const LOCAL_MS_MIN = 30_000;

/** Reads people's calendar feeds: fetched with care, taken apart in a thread that is ended when it takes too long. */
export function createCalendarReader(options: CalendarReaderOptions = {}): CalendarReader {
  const { allowsLocal = false, resolve = (host: string) => lookup(host, { all: true }) } = options;
  const readingMsMax = options.readingMsMax ?? (allowsLocal ? LOCAL_MS_MIN : READING_MS_MAX);
  return {
    async read({ address, etag, lastModified, limitMs: asked, ...reading }) {
      const limitMs = allowsLocal ? Math.max(asked, LOCAL_MS_MIN) : asked;
      const fetched = await fetchFeed(address, { etag, lastModified }, { resolve, allowsLocal, limitMs });
      if (fetched.is !== "fetched") return fetched;
      const taken = await takeApart({ ...reading, text: fetched.text }, Math.min(limitMs, readingMsMax));
      if (typeof taken === "string") return { is: "failed", why: taken };
      return { is: "read", meetings: taken, etag: fetched.etag, lastModified: fetched.lastModified };
    },
  };
}

/** What was found, or why it could not be. */
function takeApart(reading: Reading, limitMs: number): Promise<readonly SeenMeeting[] | FeedFault> {
  const thread = new Worker(new URL("./reading-thread.ts", import.meta.url), {
    workerData: reading,
    env: {},
    execArgv: [],
    // What the library says of a calendar it finds odd may quote it: nobody reads that.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: READING_MB_MAX },
  });
  return new Promise((resolve) => {
    const end = (taken: readonly SeenMeeting[] | FeedFault) => {
      clearTimeout(timer);
      resolve(taken);
      void thread.terminate();
    };
    const timer = setTimeout(() => end("too-slow"), limitMs);
    thread.once("message", (meetings: readonly SeenMeeting[]) => end(meetings));
    thread.once("error", () => end("unreadable"));
    thread.once("exit", () => end("unreadable"));
  });
}

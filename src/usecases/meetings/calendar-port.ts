import type { FeedFault } from "#domain/calendar-feed.ts";
import type { SeenMeeting } from "#domain/meeting.ts";

/** What Relais asks of somebody's calendar. Nothing here throws: a feed that cannot be read says why. */
export interface CalendarReader {
  read(feed: FeedToRead): Promise<FeedRead>;
}

export interface FeedToRead {
  readonly address: string;
  /** What the server said last time; both null = the whole of it is wanted. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** What begins from here (inclusive) to there (exclusive). */
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  readonly limitMs: number;
}

export type FeedRead =
  | { readonly is: "unchanged" }
  | {
      readonly is: "read";
      readonly meetings: readonly SeenMeeting[];
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly is: "failed"; readonly why: FeedFault };

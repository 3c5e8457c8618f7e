import type { Day } from "#domain/calendar.ts";
import type { Showing } from "#domain/showing.ts";

/**
 * What a link sent to one person opens. Names and ids only: what the page shows, and whether the person still may see it,
 * is decided again when it is opened.
 */
export type LinkPurpose =
  /** A kept document (a letter, a case file), to read. */
  | { readonly for: "document"; readonly document: number }
  /** The draft of a letter of an ask, drawn when it is opened; `at` = the how-manieth. */
  | { readonly for: "letter-draft"; readonly ask: number; readonly at: number }
  /** Everything about a customer in one file, gathered when it is opened. */
  | { readonly for: "case-file"; readonly customer: string }
  /** The results of each rep of a scope (its key) over some days, both included, as a file. */
  | { readonly for: "reps-export"; readonly scope: string; readonly from: Day; readonly to: Day }
  /** Everything kept about the person it was made for. */
  | { readonly for: "my-data" }
  /** A card that was sent by e-mail, to read and to answer; `beside` = what came of an answer just given. */
  | { readonly for: "card"; readonly showing: Showing; readonly beside: Showing | null };

/** A link that is still good: for whom, and for what. */
export interface OneTimeLink {
  readonly id: number;
  readonly purpose: LinkPurpose;
  readonly person: number;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** A letter is read soon after it was asked for, maybe on the telephone and then on the desk. */
export const DOCUMENT_LINK = { uses: 3, lifetimeMs: 24 * HOUR_MS } as const;

/** People's results: downloaded at once, or asked for again. */
export const REPS_EXPORT_LINK = { uses: 1, lifetimeMs: 15 * MINUTE_MS } as const;

/** One's own data: downloaded at once, or asked for again. */
export const MY_DATA_LINK = { uses: 1, lifetimeMs: 15 * MINUTE_MS } as const;

/** A card sent by e-mail: one answer, within the week. What the card offers ends earlier, when it is answered elsewhere. */
export const CARD_LINK = { uses: 1, lifetimeMs: 7 * 24 * HOUR_MS } as const;

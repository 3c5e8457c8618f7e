import type { Day } from "#domain/calendar.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { PauseScope } from "#domain/pause.ts";

export interface PauseFacts {
  readonly scope: PauseScope;
  /** The seller's name or the segment; null = the company. */
  readonly name: string | null;
  /** The first day, when it is still to come. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** Null = the setting, which has none. */
  readonly reason: string | null;
  readonly by: string | null;
}

/** What is suspended, by whom and until when (D9, D16). */
export interface StopsWords {
  readonly title: string;
  readonly none: string;
  readonly pauses: string;
  readonly pause: (facts: PauseFacts) => string;
  /** On a customer's card and in a preview: "Rappels suspendus : …". */
  readonly paused: (facts: PauseFacts) => string;
  /** The reason of a pause that was the company's setting. */
  readonly bySetting: string;
  readonly holds: (n: number) => string;
  readonly hold: (reason: HoldReason, invoice: string | null, until: Day | null, by: string | null) => string;
  readonly open: string;
  readonly suspend: string;
  readonly resume: string;
  readonly resumeConfirm: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  readonly form: {
    readonly title: string;
    readonly submit: string;
    readonly scope: string;
    readonly company: string;
    readonly seller: (name: string) => string;
    readonly segment: (name: string) => string;
    readonly until: string;
    readonly untilHint: string;
    readonly reason: string;
    readonly reasonHint: string;
  };
}

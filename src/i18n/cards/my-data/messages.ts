import type { Day } from "#domain/calendar.ts";
import type { ChatName, Locale } from "#domain/person.ts";

/** How much is kept, as the sentences need it. */
export interface KeptSaid {
  readonly customers: number;
  readonly asks: number;
  readonly acts: number;
  readonly promises: number;
  readonly disputes: number;
  readonly comments: number;
  readonly messages: number;
  readonly meetings: number;
  readonly calendarLinked: boolean;
}

/** `/mes-donnees` (R8): what is kept about the reader, since when, who sees it, for how long, how it is corrected. */
export interface MyDataWords {
  readonly title: string;
  readonly name: string;
  readonly email: string;
  readonly roles: string;
  readonly manager: string;
  readonly preferences: string;
  readonly preferencesValue: (locale: Locale, hour: string) => string;
  readonly chats: string;
  readonly chatNames: Readonly<Record<ChatName, string>>;
  readonly noChat: string;
  readonly keptTitle: string;
  readonly kept: (kept: KeptSaid) => readonly string[];
  readonly sinceTitle: string;
  readonly since: (day: Day | null) => string;
  readonly seenTitle: string;
  /** `managers` = everybody above, the nearest first. */
  readonly seen: (managers: readonly string[]) => readonly string[];
  readonly lastsTitle: string;
  readonly lasts: readonly string[];
  readonly correctTitle: string;
  /** `finance` = some people of finance. */
  readonly correct: (finance: readonly string[]) => readonly string[];
  readonly button: string;
  readonly file: {
    /** Without extension. */
    readonly name: string;
    readonly ready: string;
    readonly openLink: string;
    readonly linkHint: string;
  };
}

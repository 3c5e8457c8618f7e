import type { Day } from "#domain/calendar.ts";
import type { Locale } from "#domain/person.ts";
import type { NoticeReason } from "#domain/showing.ts";

/** What a subscription is about, as sentences name it. */
export interface SubscriptionTerms {
  /** "l'équipe de Paul Henry". */
  readonly scope: string;
  /** "#equipe-ouest". */
  readonly channel: string;
}

/** When it comes. */
export interface SubscriptionTime {
  /** 1 = Monday to 5 = Friday. */
  readonly weekday: number;
  /** "9 h". */
  readonly time: string;
  /** "Paris". */
  readonly city: string;
  readonly locale: Locale;
}

/** R3: reports that come to a channel every week. */
export interface SubscriptionWords {
  readonly weekdays: Readonly<Record<number, string>>;
  /** Cities whose time zone is called otherwise than in its name of the IANA. */
  readonly cities: Readonly<Record<string, string>>;
  /** "chaque vendredi à 9 h (heure de Paris), en français". */
  readonly every: (time: SubscriptionTime) => string;
  readonly made: (terms: SubscriptionTerms, every: string, first: Day) => string;
  readonly stopped: (terms: SubscriptionTerms) => string;
  readonly notice: Readonly<Record<NoticeReason, (terms: SubscriptionTerms) => string>>;
  readonly guests: {
    readonly title: (channel: string) => string;
    /** To whoever asked: finance decides, and was told. */
    readonly asked: (channel: string) => string;
    /** To finance. `asker` null = the reader. */
    readonly decide: (channel: string, asker: string | null) => string;
    readonly allowed: (channel: string) => string;
    readonly forbidden: (channel: string) => string;
    readonly sure: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  };
  readonly list: {
    readonly title: string;
    readonly none: string;
    readonly line: (scope: string, every: string) => string;
    readonly next: (day: Day) => string;
    readonly posted: (day: Day) => string;
    readonly guestsAllowed: string;
  };
  readonly buttons: {
    readonly manage: string;
    readonly change: string;
    readonly stop: string;
    readonly list: string;
    readonly add: string;
    readonly allow: string;
    readonly forbid: string;
    readonly postAgain: string;
  };
  readonly postedAgain: (channel: string) => string;
  readonly form: {
    readonly title: string;
    readonly changeTitle: string;
    readonly submit: string;
    readonly changeSubmit: string;
    readonly intro: string;
    readonly introIn: (channel: string) => string;
    readonly channel: string;
    readonly scope: string;
    readonly scopeHint: (reps: number) => string;
    readonly weekday: string;
    readonly weekdayHint: string;
    readonly hour: string;
    readonly timeZone: string;
    readonly locale: string;
  };
}

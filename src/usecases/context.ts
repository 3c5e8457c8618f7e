import type { Day } from "#domain/calendar.ts";
import type { Locale } from "#domain/person.ts";
import type { Settings } from "#domain/settings.ts";
import type { LetterText } from "#i18n/letters/letter-text.ts";
import type { Store } from "#store/store.ts";
import type { CalendarReader } from "#usecases/meetings/calendar-port.ts";

/** What every verb needs: where the facts are, what time it is for the product, and the company's choices. */
export interface Context {
  readonly store: Store;
  /** Product time: moved by the demo, the tests and `--at`. */
  readonly now: Date;
  /** `now` as a day in the company's time zone. */
  readonly today: Day;
  readonly timeZone: string;
  readonly locale: Locale;
  /** Where people reach this service, for the links sent to them: "https://relais.example.com". */
  readonly publicUrl: string;
  /** Whether people without a chat are written to by e-mail: a public address and a mail server are set. */
  readonly writesToPeople: boolean;
  /** Working days after which a seller's data are stale; null = never. */
  readonly staleAfter: number | null;
  readonly settings: Settings;
  /** Lays a letter out as a PDF; the same words at the same instant give the same bytes. */
  readonly print: (letter: LetterText, at: Date) => Promise<Uint8Array>;
  readonly calendars: CalendarReader;
}

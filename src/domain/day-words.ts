import { addDays, addMonths, type Day, dayOf, endOfMonth, isDay, partsOf, weekday } from "#domain/calendar.ts";

/** A day, "ambiguous" when the words could mean two, null when they mean none. */
export type ReadDay = Day | "ambiguous" | null;

const TEXT_LENGTH_MAX = 60;
const DAYS_AHEAD_MAX = 3650;
const YEARS_LOOKED_AT_MAX = 9;
const YEARS_SAID_MAX = 5;
const FRIDAY = 5;

const WEEKDAYS = numbered([
  "lundi lun monday mon",
  "mardi mar tuesday tues tue",
  "mercredi mer wednesday wed",
  "jeudi jeu thursday thurs thur thu",
  "vendredi ven vend friday fri",
  "samedi sam saturday sat",
  "dimanche dim sunday sun",
]);

const MONTHS = numbered([
  "janvier janv jan january",
  "fevrier fevr fev february feb",
  "mars mar march",
  "avril avr april apr",
  "mai may",
  "juin june jun",
  "juillet juil july jul",
  "aout august aug",
  "septembre sept sep september",
  "octobre oct october",
  "novembre nov november",
  "decembre dec december",
]);

const COUNTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ un: 1, une: 1, a: 1, an: 1, one: 1, deux: 2, two: 2, trois: 3, three: 3 }).concat(
    Object.entries({ huit: 8, eight: 8, dix: 10, ten: 10, quinze: 15, fifteen: 15, trente: 30 }),
  ),
);

/** Each rule reads one way of saying a day; `undefined` passes the words on to the next rule. */
type Rule = (words: string, today: Day) => ReadDay | undefined;

const RULES: readonly Rule[] = [
  readNamedDay,
  readPeriodEnd,
  readDelay,
  readWeekday,
  readNumericDate,
  readDayAndMonth,
  readDayOfMonth,
  readVagueWords,
];

/**
 * The day meant by what a person types in French or English. A weekday is the next one after today; a
 * date without its year, the next on or after today; "4/12" is 4 December in both languages. Whether
 * the day suits (past, too far) is for the promise to say.
 */
export function readDay(text: string, today: Day): ReadDay {
  if (text.length > TEXT_LENGTH_MAX) return null;
  const folded = fold(text);
  if (isDay(folded)) return folded;
  for (const rule of RULES) {
    const read = rule(folded, today);
    if (read !== undefined) return read;
  }
  return null;
}

/** "hier", "avant-hier": read where a day is asked for, because it is better refused as a day than taken for a name. */
export function readPastDay(text: string, today: Day): Day | null {
  const words = fold(text);
  if (/^(hier|yesterday)$/.test(words)) return addDays(today, -1);
  return /^(avant hier|(the )?day before yesterday)$/.test(words) ? addDays(today, -2) : null;
}

/** Whether a word names a month, in French or English. */
export function isMonth(word: string): boolean {
  return MONTHS.has(fold(word));
}

function readNamedDay(words: string, today: Day): ReadDay | undefined {
  if (/^(aujourd hui|ce jour|today)$/.test(words)) return today;
  if (/^(demain|tomorrow)$/.test(words)) return addDays(today, 1);
  if (/^(apres demain|(the )?day after tomorrow)$/.test(words)) return addDays(today, 2);
  return undefined;
}

function readPeriodEnd(words: string, today: Day): ReadDay | undefined {
  const match = /^(?:fin|end|eo|fd)(?: (?:d[eu]?|of)(?= ))?(?: (?:the|la|l)(?= ))? ?(.+)$/.exec(words);
  const period = match?.[1] ?? (words === "month end" ? "month" : undefined);
  if (period === undefined) return undefined;
  if (/^(mois|month|m)$/.test(period)) return endOfMonth(today);
  if (/^(mois prochain|next month)$/.test(period)) return endOfMonth(addMonths(today, 1));
  if (/^(annee|year|y)$/.test(period)) return endOfMonth(dayOf(partsOf(today)[0], 12, 1) ?? today);
  if (/^(semaine|week|w)$/.test(period)) return onWeekday(FRIDAY, addDays(today, -1));
  const [, name = "", year] = /^([a-z]+)(?: (\d{4}))?$/.exec(period) ?? [];
  const month = MONTHS.get(name);
  if (month === undefined || !isNearYear(year, today)) return undefined;
  return nextYearWith(today, year, (each) => {
    const first = dayOf(each, month, 1);
    return first === null ? null : endOfMonth(first);
  });
}

function readDelay(words: string, today: Day): ReadDay | undefined {
  const match =
    /^(?:dans |sous |d ici |in |within |j ?\+ ?|d ?\+ ?)?(\d{1,4}|[a-z]+) ?(jours?|j|days?|d|semaines?|sem|weeks?|w|mois|months?)?$/.exec(
      words,
    );
  if (match === null) return undefined;
  const [, number = "", unit = ""] = match;
  const count = /^\d/.test(number) ? Number(number) : COUNTS.get(number);
  const counted = unit !== "" || /^[jd] ?\+/.test(words);
  if (count === undefined || !counted) return undefined;
  if (/^(mois|month)/.test(unit)) return count > 120 ? null : addMonths(today, count);
  const days = /^(s|w)/.test(unit) ? count * 7 : count;
  return days > DAYS_AHEAD_MAX ? null : addDays(today, days);
}

function readWeekday(words: string, today: Day): ReadDay | undefined {
  const match =
    /^(?:(?:le|ce|pour|d ici|for|on|by|this|next|coming) )*([a-z]+)(?: (prochain|qui vient|next|en huit))?(?: (?:the |le )?(\d.*))?$/.exec(
      words,
    );
  const [, name = "", after, rest] = match ?? [];
  const wanted = WEEKDAYS.get(name);
  if (wanted === undefined) return undefined;
  const next = onWeekday(wanted, today);
  if (rest === undefined) return after === "en huit" ? addDays(next, 7) : next;
  if (MONTHS.has(name)) return "ambiguous";
  const date = readDayAndMonth(rest, today) ?? readNumericDate(rest, today) ?? readOrdinal(rest, today);
  if (date === undefined || date === null || date === "ambiguous") return date ?? null;
  return weekday(date) === wanted ? date : "ambiguous";
}

function readNumericDate(words: string, today: Day): ReadDay | undefined {
  const match =
    /^(?:(?:le|pour|d ici|for|on|by) )*(?:(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?|(\d{1,2})([.-])(\d{1,2})\5(\d{4}))$/.exec(
      words,
    );
  if (match === null) return undefined;
  const day = Number(match[1] ?? match[4]);
  const month = Number(match[2] ?? match[6]);
  const year = match[3] ?? match[7];
  // "12/25" can only be an American 25 December: ask rather than guess.
  if (month > 12 && day <= 12) return "ambiguous";
  const full = year?.length === 2 ? `20${year}` : year;
  return nextYearWith(today, full, (each) => dayOf(each, month, day));
}

function readDayAndMonth(words: string, today: Day): ReadDay | undefined {
  const bare = words.replace(/^(?:(?:le|pour|d ici|for|on|by|the) )+/, "");
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th|e)? (?:of )?([a-z]+)(?: (\d{4}))?$/.exec(bare);
  const monthFirst = /^([a-z]+) (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(bare);
  const name = dayFirst?.[2] ?? monthFirst?.[1] ?? "";
  const month = MONTHS.get(name);
  if (month === undefined) return undefined;
  const day = Number(dayFirst?.[1] ?? monthFirst?.[2]);
  const year = dayFirst?.[3] ?? monthFirst?.[3];
  if (!isNearYear(year, today)) return undefined;
  return nextYearWith(today, year, (each) => dayOf(each, month, day));
}

function readDayOfMonth(words: string, today: Day): ReadDay | undefined {
  const bare = words.replace(/^(?:(?:pour|d ici|for|on|by) )+/, "");
  const marked = /^(?:le|the) (.+)$/.exec(bare);
  if (marked !== null) return readOrdinal(marked[1] ?? "", today);
  if (/^\d{1,2}(?:er|st|nd|rd|th)$/.test(bare)) return readOrdinal(bare, today);
  return /^\d{1,2}$/.test(bare) && Number(bare) >= 1 && Number(bare) <= 31 ? "ambiguous" : undefined;
}

function readOrdinal(words: string, today: Day): ReadDay | undefined {
  const match = /^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(words);
  if (match === null) return undefined;
  const wanted = Number(match[1]);
  const [year, month] = partsOf(today);
  for (let ahead = 0; ahead <= 12; ahead += 1) {
    const index = month - 1 + ahead;
    const found = dayOf(year + Math.floor(index / 12), (index % 12) + 1, wanted);
    if (found !== null && found >= today) return found;
  }
  return null;
}

/** Words about time that name no one day: better asked again than taken for a customer's name. */
function readVagueWords(words: string): ReadDay | undefined {
  const period = "(semaine|mois|week|month)";
  const vague = new RegExp(`^((la|le) )?(next ${period}|${period} prochaine?)$`);
  if (vague.test(words)) return "ambiguous";
  const [, name = ""] = /^(?:debut|mi|courant|early|mid|late) (?:de |d )?([a-z]+)$/.exec(words) ?? [];
  return MONTHS.has(name) || /^(mois|month)$/.test(name) ? "ambiguous" : undefined;
}

function onWeekday(wanted: number, after: Day): Day {
  return addDays(after, ((wanted - weekday(after) + 6) % 7) + 1);
}

/** "4 décembre 2000" said of a promise is no year but an amount: the words are left to the caller. */
function isNearYear(said: string | undefined, today: Day): boolean {
  return said === undefined || Math.abs(Number(said) - partsOf(today)[0]) <= YEARS_SAID_MAX;
}

/** The date in the year said, else in the first year where it exists and is not past. */
function nextYearWith(today: Day, said: string | undefined, on: (year: number) => Day | null): ReadDay {
  if (said !== undefined) return on(Number(said));
  const [year] = partsOf(today);
  for (let each = year; each < year + YEARS_LOOKED_AT_MAX; each += 1) {
    const found = on(each);
    if (found !== null && found >= today) return found;
  }
  return null;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, " ")
    .replace(/(?<=\p{L})[.-](?=\p{L})/gu, " ")
    .replace(/[,;]|\.(?=\s|$)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function numbered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, index) => line.split(" ").map((name): [string, number] => [name, index + 1])));
}

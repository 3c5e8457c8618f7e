import { addMonths, dayOf, endOfMonth, minDay, partsOf, type Day } from "#domain/calendar.ts";

/** The days an export counts, both included. */
export interface ExportPeriod {
  readonly from: Day;
  readonly to: Day;
}

/** Until this day of a month nobody means the month that has hardly begun: the one that ended is meant. */
const FIRST_DAYS = 5;

type Unit = "month" | "quarter" | "year";

/** The words of both languages, without accent or case: the unit, and "last" beside it. */
const PERIOD =
  /(?:^|\s)(?:(?:ce|cette|this)\s+)?(?:(last|previous)\s+)?(mois|month|trimestre|quarter|annee|year)(?:\s+(dernier|derniere|precedent|precedente))?(?=\s|$)/;
const MONTH = /(?:^|\s)(\d{4})-(\d{2})(?=\s|$)/;

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ["mois", "month"],
  ["month", "month"],
  ["trimestre", "quarter"],
  ["quarter", "quarter"],
  ["annee", "year"],
  ["year", "year"],
]);
const MONTHS: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * Takes the period out of what was typed: "mois dernier", "trimestre", "last year", "2026-03"; when none is
 * named this month, in a month's first days the one before. A period that has not ended goes up to today. `rest` is what is left to say whose figures.
 */
export function readPeriod(typed: string, today: Day): ExportPeriod & { readonly rest: string } {
  const plain = typed.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // Accents taken off change the length, so the words are cut out of what was folded only when they were typed without.
  const text = plain.length === typed.length ? typed : plain;
  const month = MONTH.exec(plain);
  const first = month === null ? null : dayOf(Number(month[1]), Number(month[2]), 1);
  if (month !== null && first !== null && first <= today)
    return { ...spanOf(first, 1, today), rest: without(text, month) };
  const said = PERIOD.exec(plain);
  const unit = UNITS.get(said?.[2] ?? "") ?? "month";
  const isLast = said === null ? partsOf(today)[2] <= FIRST_DAYS : said[1] !== undefined || said[3] !== undefined;
  const begins = beginOf(unit, today);
  const from = isLast ? addMonths(begins, -MONTHS[unit]) : begins;
  return { ...spanOf(from, MONTHS[unit], today), rest: said === null ? text.trim() : without(text, said) };
}

function beginOf(unit: Unit, today: Day): Day {
  const [year, month] = partsOf(today);
  const first = month - ((month - 1) % MONTHS[unit]);
  return dayOf(year, first, 1) ?? today;
}

function spanOf(from: Day, months: number, today: Day): ExportPeriod {
  return { from, to: minDay(endOfMonth(addMonths(from, months - 1)), today) };
}

function without(text: string, found: RegExpExecArray): string {
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return `${before} ${after}`.replace(/\s+/g, " ").trim();
}

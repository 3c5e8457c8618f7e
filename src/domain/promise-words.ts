import type { Day } from "#domain/calendar.ts";
import { isMonth, readDay, readPastDay, type ReadDay } from "#domain/day-words.ts";

/** What `/promesse garnier vendredi 12400` says; the caller looks the customer up and reads the amount. */
export interface PromiseWords {
  /** The customer as typed, possibly several words, possibly none. */
  readonly who: string;
  readonly day: ReadDay;
  /** As typed ("12 400,50 €"), for parseAmountAsTyped; null = everything overdue. */
  readonly amountText: string | null;
}

/** Words from `from` up to, not including, `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const TEXT_LENGTH_MAX = 300;
const WORDS_MAX = 40;
const DAY_WORDS_MAX = 6;
const NUMBER = /^(?:eur|[€$£])?\d[\d.,'’]*(?:k|k€|keur|[€$£]|eur)?$/i;
const UNIT = /^(?:[€$£]|k|k€|keur|euros?|[a-z]{3})$/i;
/** Two numbers with a stroke, or three with points or hyphens; "12.50" is an amount. */
const NUMERIC_DAY = /(?<!\S)(?:\d{1,2}\/\d{1,2}(?:\/\d{2,4})?|\d{1,4}([.-])\d{1,2}\1\d{1,4})(?!\S)/;
const CURRENCY_FIRST = /^(?:[€$£]|eur)$/i;

/**
 * Takes a typed promise apart. The day is the longest run of words that says one (the last of equals,
 * not the first word of all if another will do); the amount stands beside it or at either end.
 * Friday the 4th and 500, or Friday and 4 500? Where both can be meant, the day is "ambiguous".
 */
export function splitPromiseWords(text: string, today: Day): PromiseWords {
  const words = text.slice(0, TEXT_LENGTH_MAX).trim().split(/\s+/).slice(0, WORDS_MAX);
  const said = findDay(words, today);
  const rest = said === null ? [words] : [words.slice(said.span.to), words.slice(0, said.span.from)];
  const amount = findAmount(rest);
  const who = rest
    .map((part, index) => (amount?.part === index ? without(part, amount.span) : part))
    .toReversed()
    .flat()
    .join(" ");
  const amountText = amount === null ? null : rest[amount.part]?.slice(amount.span.from, amount.span.to).join(" ");
  return { who, day: said?.day ?? null, amountText: amountText ?? null };
}

/** What in these words was meant as a day that the calendar does not have, as typed ("31/02"); null = nothing. */
export function impossibleDay(text: string): string | null {
  const [numeric] = NUMERIC_DAY.exec(text) ?? [];
  if (numeric !== undefined) return numeric;
  const named = [...text.matchAll(/(?<!\S)(\d{1,2}) (\p{L}+)(?!\S)/gu)].find(([, , month = ""]) => isMonth(month));
  return named?.[0] ?? null;
}

interface SaidDay {
  readonly span: Span;
  readonly day: Day | "ambiguous";
}

function findDay(words: readonly string[], today: Day): SaidDay | null {
  const found = daySpans(words, today);
  const later = found.filter(({ span }) => span.from > 0);
  const best = (later.length > 0 ? later : found).toSorted(longestLast).at(-1);
  if (best === undefined) return null;
  return numberTakenTwice(words, best, today) ?? best;
}

function longestLast(a: SaidDay, b: SaidDay): number {
  return a.span.to - a.span.from - (b.span.to - b.span.from) || a.span.from - b.span.from;
}

function daySpans(words: readonly string[], today: Day): readonly SaidDay[] {
  const found: SaidDay[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const last = Math.min(words.length, from + DAY_WORDS_MAX);
    for (let to = from + 1; to <= last; to += 1) {
      const said = words.slice(from, to);
      // A lone number is an amount or part of a name, never a day.
      if (said.length === 1 && /^\d+$/.test(said[0] ?? "")) continue;
      const day = readDay(said.join(" "), today) ?? readPastDay(said.join(" "), today);
      if (day !== null) found.push({ span: { from, to }, day });
    }
  }
  return found;
}

/** "vendredi 4 500": the 4 belongs to the amount unless a Friday the 4th is near, then nobody knows. */
function numberTakenTwice(words: readonly string[], said: SaidDay, today: Day): SaidDay | null {
  const { from, to } = said.span;
  const startsAmount = /^\d{1,3}$/.test(words[to - 1] ?? "") && isGroup(words[to] ?? "");
  if (!startsAmount || to - from < 2) return null;
  const shorter = readDay(words.slice(from, to - 1).join(" "), today);
  if (shorter === null) return null;
  const day = said.day === "ambiguous" ? shorter : "ambiguous";
  return { span: { from, to: to - 1 }, day };
}

interface FoundAmount {
  readonly part: number;
  readonly span: Span;
}

/** Looks after the day first, beside it then at the end, and only then before it. */
function findAmount(parts: readonly (readonly string[])[]): FoundAmount | null {
  const candidates = parts.flatMap((part, index) => {
    const spans = amountSpans(part).filter(({ from, to }) => from === 0 || to === part.length);
    // After the day, the nearest is the first one; before it, the last one.
    return (index === 0 && parts.length > 1 ? spans : spans.toReversed()).map((span) => ({
      part: index,
      span,
    }));
  });
  return candidates[0] ?? null;
}

function amountSpans(words: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const to = amountEnd(words, at);
    if (to === null) continue;
    spans.push({ from: at, to });
    at = to - 1;
  }
  return spans;
}

function amountEnd(words: readonly string[], from: number): number | null {
  let at = CURRENCY_FIRST.test(words[from] ?? "") ? from + 1 : from;
  const head = words[at] ?? "";
  if (!NUMBER.test(head)) return null;
  at += 1;
  if (/^(?:eur|[€$£])?\d{1,3}$/i.test(head)) {
    while (isGroup(words[at] ?? "")) at += 1;
  }
  return isUnit(words, at) ? at + 1 : at;
}

/** Three digits after a space go on with the number before them: the 400,50 of "12 400,50". */
function isGroup(word: string): boolean {
  return /^\d{3}(?:[.,]\d+)?(?:k|[€$£]|eur)?$/i.test(word);
}

/** Three letters are a currency only in capitals: "500 USD", but the "bois" or "sud" of a name. */
function isUnit(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (!UNIT.test(word)) return false;
  return !/^[a-z]{3}$/i.test(word) || word === word.toUpperCase() || word === "eur";
}

function without(words: readonly string[], span: Span): readonly string[] {
  return [...words.slice(0, span.from), ...words.slice(span.to)];
}

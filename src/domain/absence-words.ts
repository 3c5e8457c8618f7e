import { addDays, type Day } from "#domain/calendar.ts";
import { readDay } from "#domain/day-words.ts";

/** What somebody typed after `/absence`. */
export type AbsenceWords =
  | { readonly is: "nothing" }
  /** Back already, or not leaving after all. */
  | { readonly is: "end" }
  | { readonly is: "absence"; readonly from: Day; readonly until: Day; readonly delegate: Named | null }
  | { readonly is: "unreadable" };

/** Who stands in: somebody mentioned in the chat, by their id there, or a name that was typed. */
export type Named = { readonly mention: string } | { readonly name: string };

const END = /^(?:fin|termin[eé]e?|annul[eé]e?r?|retour|de retour|end|stop|over|back|cancel)$/iu;
/** As both chats write somebody who was mentioned, once read: "<@U123>". */
const MENTION = /<@([^>|]+)(?:\|[^>]*)?>/u;
const BEFORE_NAME =
  /^(?:(?:avec|par|pour|à|remplacée?|remplaçante?|délégation|with|by|to|for|covered|cover|:|,|->|→)\s*)+/iu;
const SINCE_NOW = /^(?:jusqu(?:['’]| )?(?:au|à|a)?|until|till)\s+/iu;
const SEPARATORS = /\s+(?:au|à|a|to|until|till|through)\s+|\s*[-–—]\s*/giu;
const NUMBER = /^(?:le\s+|the\s+)?(\d{1,2})(?:er|st|nd|rd|th)?$/iu;
const WORDS_MAX = 24;
/** A date without its year that is just behind is meant as such, and not of the year to come. */
const LOOKED_BACK_DAYS = 60;

/** "12-19 août @marie", "du 12 au 19 août marie", "from 12 to 19 August @mary", "vendredi", "fin". */
export function readAbsence(text: string, today: Day): AbsenceWords {
  const typed = text.replace(/\s+/gu, " ").trim();
  if (typed === "") return { is: "nothing" };
  if (END.test(typed)) return { is: "end" };
  const mention = MENTION.exec(typed)?.[1] ?? null;
  const words = (mention === null ? typed : typed.replace(MENTION, " ")).trim().split(/\s+/u).slice(0, WORDS_MAX);
  // The days come first; whatever follows the longest words that mean some is a name.
  for (let count = words.length; count > 0; count -= 1) {
    const days = readDays(words.slice(0, count).join(" "), today);
    if (days === null) continue;
    const name = words.slice(count).join(" ").replace(BEFORE_NAME, "").replace(/^@/u, "").trim();
    const named: Named | null = mention !== null ? { mention } : name === "" ? null : { name };
    return { is: "absence", ...days, delegate: named };
  }
  return { is: "unreadable" };
}

interface Days {
  readonly from: Day;
  readonly until: Day;
}

/** One day, or from one to another; null when the words mean neither. */
function readDays(words: string, today: Day): Days | null {
  const bare = words.replace(/^(?:du|de|from)\s+/iu, "").replace(BEFORE_NAME, "");
  if (SINCE_NOW.test(bare)) {
    const until = near(bare.replace(SINCE_NOW, ""), today);
    return until === null ? null : { from: today, until };
  }
  for (const { index, 0: separator } of bare.matchAll(SEPARATORS)) {
    const days = between(bare.slice(0, index).trim(), bare.slice(index + separator.length).trim(), today);
    if (days !== null) return days;
  }
  const day = near(bare, today);
  return day === null ? null : { from: day, until: day };
}

/** "12" and "19 août" share their month, whichever of the two names it. */
function between(left: string, right: string, today: Day): Days | null {
  const month = /^(?:\d{1,2})\S* (?:of )?(\p{L}.*)$/u.exec(right)?.[1];
  const monthBefore = /^(\p{L}+) \d{1,2}\S*$/u.exec(left)?.[1];
  const [, number] = NUMBER.exec(left) ?? [];
  const [, lastNumber] = NUMBER.exec(right) ?? [];
  const first = number === undefined ? left : month === undefined ? `le ${number}` : `${number} ${month}`;
  const last =
    lastNumber === undefined ? right : monthBefore === undefined ? `le ${lastNumber}` : `${monthBefore} ${lastNumber}`;
  const from = near(first, today);
  const until = from === null ? null : dayOf(last, addDays(from, -1));
  return from === null || until === null || until < from ? null : { from, until };
}

function near(words: string, today: Day): Day | null {
  const isDate = /\d/u.test(words) && (/\p{L}{3}/u.test(words.replace(/^(?:le|the)\s/iu, "")) || words.includes("/"));
  return dayOf(words, isDate ? addDays(today, -LOOKED_BACK_DAYS) : today);
}

function dayOf(words: string, today: Day): Day | null {
  const read = readDay(words, today);
  return read === "ambiguous" ? null : read;
}

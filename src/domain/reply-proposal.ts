import { addDays, type Day } from "#domain/calendar.ts";
import { readDay } from "#domain/day-words.ts";
import { disputeSaid } from "#domain/dispute-words.ts";
import type { DisputeCategory } from "#domain/dispute.ts";
import { parseAmountAsTyped, type Currency } from "#domain/money.ts";

/** What a mail seems to say; nothing follows from it before a person has confirmed it (U5). */
export interface ReplyProposal {
  /** `due` null = the day is said, but not which one; `amount` null = not said, so everything overdue. */
  readonly promise: { readonly due: Day | null; readonly amount: bigint | null } | null;
  /** `amount` null = not said; `said` = the sentence it was read in. */
  readonly dispute: {
    readonly category: DisputeCategory;
    readonly amount: bigint | null;
    readonly said: string;
  } | null;
}

const TEXT_LENGTH_MAX = 4_000;
const SENTENCES_MAX = 60;
const WORDS_MAX = 60;
const DAY_WORDS_MAX = 6;
const BARE_NUMBER_LENGTH_MIN = 4;
/** The same bound as for any promise: farther away is a mistake of reading. */
const DAYS_AHEAD_MAX = 180;

/** Without accents, in small letters, as everything below. */
const PAYMENT =
  /\b(virement|virer|virons|vire|regl\w*|paiement|payer|paye\w*|payons|paierons|paierai|paie\w*|cheque|solde\w*|acompte|echeancier|pay|paid|payment|transfer\w*|wire\w*|settle\w*|bacs|remit\w*|cheque)\b/;
const AHEAD =
  /\b(sera|serez|seront|va|vont|allons|vais|partira|part|partent|prevu\w*|programme\w*|planifie\w*|effectuer\w*|regler(ons|ai|a|ont)|paier(ons|ai|a|ont)|virer(ons|ai|a)|procederons|recevrez|recevez|interviendra|aura|fera|ferons|feront|ferai|soldons|soldera|solderons|reglons|payons|paye[sz]?|virons|prochaine?s?|d'ici|sous|avant|au plus tard|courant|will|'ll|shall|going to|is being|scheduled|planned|due to|by|before|expect|arrives?|leaves?|goes out|going out)\b|\b(virement|reglement|paiement|cheque|payment|transfer) .{0,20}\b(le|on|pour|vendredi|lundi|mardi|mercredi|jeudi|demain|fin|dans|monday|tuesday|wednesday|thursday|friday|tomorrow|this|next|end)\b/;
const DONE =
  /\b(a|ont|avons|ai|avez) (bien |deja |deja bien )?(ete )?(regle|paye|vire|effectue|procede|solde|emis|envoye|fait|expedie|passe|execute)|\best (deja )?(parti|paye|regle|fait)|\bdeja (regle|paye|vire|solde)|\b(was|were|been|already|have|has) (been )?(paid|made|sent|settled|transferred|wired|issued|processed)|\bpaid (on|last|yesterday|already)|\bhier\b|\byesterday\b|\blast (week|month|monday|tuesday|wednesday|thursday|friday)|(semaine|mois|lundi|mardi|mercredi|jeudi|vendredi) derni/;
const DENIED =
  /\bne (pourrons|pouvons|pourra|peut|peux|sera|serons|reglerons|paierons|payerons|payons|reglons)\b.{0,30}\b(pas|rien|aucun)|\b(pas|aucun|sans) (de |le )?(paiement|reglement|virement)|\b(can ?not|can't|won't|will not|unable to|not (able|going) to|refuse to) (be )?(pay|paid|settle|transfer)/;
/** "Ok pour vendredi" says all that our reminder asked for. */
const AGREED = /^(ok|oui|d'accord|entendu|c'est (bon|note)|yes|agreed|noted|sure)\b.{0,20}\b(pour|for|on|by|d'ici)\b/;
/** "The invoice of 15 October", "since the 12th": a day of something else. */
const BEFORE_OTHER_DAYS = /^(du|des|depuis|since|of|dated|from|facture|facture:|mail|courrier|email|e-mail)$/;
/** Short forms that are other words in a letter: "mon virement", "le jeu", "sun". */
const SHORT_DAY_NAMES = /^(lun|mar|mer|jeu|ven|vend|sam|dim|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|m|s|j|y|d|w)$/;
const SIGN_OFF = /^(cordialement|bien a vous|cdlt|cdt|(best|kind) regards|regards|bonne journee|salutations)\b/;
const NUMBER = String.raw`(?<![\d.,])(?:\d{1,3}(?:[\s.'’,]\d{3})+|\d+)(?:[.,]\d{1,2})?(?![\d])`;
const GREETING = /^(bonjour|bonsoir|hello|hi|dear|good (morning|afternoon))\b[^,!.]{0,40}[,!]\s*/i;
const AMOUNT = new RegExp(
  String.raw`(?:€|£|\$|\b(?:eur|gbp|usd|chf))\s?${NUMBER}|${NUMBER}\s?(?:k\s?)?(?:€|£|\$|(?:euros?|eur|gbp|usd|chf)\b)`,
  "gi",
);

/**
 * Reads a promise and a dispute out of what a customer wrote: words of paying with a day to come, words of contesting. Days
 * are counted from the day the mail came. Pure; amounts only in `currency`, and only when a sentence names just one.
 */
export function readReplyProposal(
  text: string,
  on: { readonly receivedOn: Day; readonly currency: Currency },
): ReplyProposal {
  const sentences = sentencesOf(text);
  const read = sentences.map((sentence) => ({
    promise: promiseIn(sentence, on.receivedOn),
    category: disputeSaid(folded(sentence)),
    amount: amountIn(sentence, on.currency),
    said: sentence.replace(GREETING, "").replace(/[.!;\s]+$/, ""),
  }));
  const promised =
    read.find(({ promise }) => promise !== null && promise.due !== null) ?? read.find((each) => each.promise);
  const contested =
    read.find(({ category }) => category !== null && category !== "other") ?? read.find((each) => each.category);
  return {
    promise: promised?.promise ? { due: promised.promise.due, amount: promised.amount } : null,
    dispute: contested?.category
      ? { category: contested.category, amount: contested.amount, said: contested.said }
      : null,
  };
}

/** Which of a customer's invoices a text names: by number, as a word of its own. */
export function invoicesNamed<T extends { readonly number: string }>(
  text: string,
  invoices: readonly T[],
): readonly T[] {
  const said = ` ${spaced(text)} `;
  return invoices.filter(({ number }) => isTelling(number) && said.includes(` ${spaced(number)} `));
}

/** "F1" is an invoice wherever it stands; "12" may be parcels. */
function isTelling(number: string): boolean {
  return /[a-z]\W?\d/i.test(number) || number.length >= BARE_NUMBER_LENGTH_MIN;
}

function spaced(text: string): string {
  return folded(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** Greetings and names do no harm; what stands under the sign-off (telephone numbers, addresses) is left out. */
function sentencesOf(text: string): readonly string[] {
  const lines = text.slice(0, TEXT_LENGTH_MAX).split("\n");
  const end = lines.findIndex((line) => SIGN_OFF.test(folded(line.trim())));
  const body = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trim());
  // A line that is full goes on in the next: mail programs break lines within sentences.
  const joined = body.reduce(
    (all, line) => (line === "" || /[.!?:;,]$/.test(all) ? `${all}\n${line}` : `${all} ${line}`),
    "",
  );
  return joined
    .split(/\n|(?<=[^\d\s][.!?;])\s+|(?<=\d[.!?;])\s+(?=\p{Lu})|,?\s+(?=mais |par contre|en revanche|however|but )/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .slice(0, SENTENCES_MAX);
}

function promiseIn(sentence: string, receivedOn: Day): { readonly due: Day | null } | null {
  const said = folded(sentence);
  const paysAhead = PAYMENT.test(said) && AHEAD.test(said) && !DONE.test(said);
  if (DENIED.test(said) || !(paysAhead || AGREED.test(said))) return null;
  const day = dayIn(sentence, receivedOn);
  if (day === null) return null;
  return { due: day === "ambiguous" ? null : day };
}

/** The longest run of words that says a day to come; of equals the first. */
function dayIn(sentence: string, receivedOn: Day): Day | "ambiguous" | null {
  const words = sentence
    .replace(/\bsous huitaine\b/gi, "sous 8 jours")
    .replace(/\bsous quinzaine\b/gi, "sous 15 jours")
    .replace(
      /\b(ce (soir|matin|jour)|cet apr[eè]s[- ]midi|dans la journ[ée]e|tonight|this (morning|afternoon))\b/gi,
      "today",
    )
    .replace(/[()«»"]/g, " ")
    .split(/\s+/)
    .map((word) => word.replace(/[,;:!?.]+$/, ""))
    .filter((word) => word !== "")
    .slice(0, WORDS_MAX);
  let best: { readonly length: number; readonly day: Day | "ambiguous" } | null = null;
  for (let from = 0; from < words.length; from += 1) {
    if (isOfSomethingElse(words, from)) continue;
    for (let to = Math.min(words.length, from + DAY_WORDS_MAX); to > from; to -= 1) {
      const length = to - from;
      const day = dayOfWords(words.slice(from, to), receivedOn);
      if (day === null) continue;
      // "Le 24 novembre 2036" is far away, and not also the 24 November of this year.
      if (day !== "elsewhere" && (best === null || length > best.length)) best = { length, day };
      from = to - 1;
      break;
    }
  }
  return best?.day ?? null;
}

function isOfSomethingElse(words: readonly string[], from: number): boolean {
  const before = folded(words[from - 1] ?? "");
  if (before === "du" && folded(words[from - 2] ?? "") === "fin") return false;
  return BEFORE_OTHER_DAYS.test(before) || BEFORE_OTHER_DAYS.test(folded(words[from] ?? ""));
}

function dayOfWords(words: readonly string[], receivedOn: Day): Day | "ambiguous" | "elsewhere" | null {
  const said = words.map((word) => folded(word));
  const [only] = said;
  if (said.length === 1 && (/^\d{1,4}(er|e|st|nd|rd|th)?$/.test(only ?? "") || SHORT_DAY_NAMES.test(only ?? "")))
    return null;
  if (said.length === 2 && said.some((word) => SHORT_DAY_NAMES.test(word)) && !said.some((word) => /\d/.test(word))) {
    return null;
  }
  const day = readDay(words.join(" "), receivedOn);
  if (day === null || day === "ambiguous") return day;
  return day < receivedOn || day > addDays(receivedOn, DAYS_AHEAD_MAX) ? "elsewhere" : day;
}

/** As the French write it, else as the English do: where one way leaves a doubt ("1,200 €"), the other has none. */
function amountIn(sentence: string, currency: Currency): bigint | null {
  const found = (sentence.match(AMOUNT) ?? []).map((text) => {
    const typed = text.replace(/\s?euros?\b/i, " EUR").trim();
    return parseAmountAsTyped(typed, currency, "fr") ?? parseAmountAsTyped(typed, currency, "en");
  });
  const amounts = new Set(found);
  const [only] = amounts;
  return amounts.size === 1 && only !== undefined && only !== null && only > 0n ? only : null;
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .toLowerCase();
}

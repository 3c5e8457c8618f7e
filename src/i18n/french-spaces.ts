const NARROW = "\u202f";
/** What Intl puts before € and %, so that typed ones look like computed ones. */
const NO_BREAK = "\u00a0";

/**
 * French words as typography wants them: a narrow no-break space before ? ! ; : and within « », a no-break one before
 * € and %, after n° and in "L. 441-10", so that the authors of sentences type a plain one and never forget. Goes through
 * objects and into what functions answer.
 */
export function withFrenchSpaces<T>(words: T): T {
  return spaced(words) as T;
}

function spaced(words: unknown): unknown {
  if (typeof words === "string") return frenchSpaces(words);
  if (typeof words === "function") return (...given: readonly unknown[]) => spaced(words(...given) as unknown);
  if (Array.isArray(words)) return words.map(spaced);
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, spaced(each)]));
}

/** One sentence with its no-break spaces. */
export function frenchSpaces(text: string): string {
  return text
    .replace(/[ \u00a0](?=[?!;:»])/g, NARROW)
    .replace(/«[ \u00a0]/g, `«${NARROW}`)
    .replace(/(?<=\d) (?=[€%])|(?<=n°|\b[LDR]\.) (?=\w)/g, NO_BREAK);
}

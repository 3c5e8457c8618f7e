import type { Refusal } from "#domain/refusal.ts";

/** One clear, kind sentence per refusal; instants are said in the reader's zone. */
export type RefusalWords = {
  readonly [Why in Refusal["why"]]: (refusal: Extract<Refusal, { why: Why }>, timeZone: string) => string;
};

/** The sentence of a refusal. */
export function refusalText(refusal: Refusal, words: RefusalWords, timeZone: string): string {
  // Each sentence takes the refusal of its own name: the table's type says so, TypeScript cannot follow it here.
  const say = words[refusal.why] as (refusal: Refusal, timeZone: string) => string;
  return say(refusal, timeZone);
}

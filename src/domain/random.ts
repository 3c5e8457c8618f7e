const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;
const STEP = 1_831_565_813;
const TWO_32 = 4_294_967_296;

/**
 * Numbers from 0 (included) to 1 (not) that look drawn by lot and are the same for the same seed, so that a figure worked
 * out by drawing lots comes out the same twice. Mulberry32 behind FNV-1a: for statistics, never for secrets.
 */
export function seededRandom(seed: string): () => number {
  let state = FNV_OFFSET;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), FNV_PRIME);
  return () => {
    state = (state + STEP) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_32;
  };
}

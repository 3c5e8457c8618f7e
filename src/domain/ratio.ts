import { shareRounded } from "./money.ts";

/** A quotient with two decimals, half-up; null when nothing stands below the line, or less than nothing. */
export function ratio(numerator: bigint, denominator: bigint): number | null {
  return denominator > 0n ? fromHundredths(shareRounded(numerator, HUNDREDTHS, denominator)) : null;
}

/** A quotient in percent, with two decimals. */
export function percent(part: bigint, whole: bigint): number | null {
  return ratio(part * PERCENT, whole);
}

/** 8243n is 82.43: the closest number there is, so that it prints as two decimals. */
export function fromHundredths(hundredths: bigint): number {
  return Number(hundredths) / Number(HUNDREDTHS);
}

/** 82.43 is 8243n, to be kept without a loss. */
export function toHundredths(value: number | null): bigint | null {
  return value === null ? null : BigInt(Math.round(value * Number(HUNDREDTHS)));
}

const HUNDREDTHS = 100n;
const PERCENT = 100n;

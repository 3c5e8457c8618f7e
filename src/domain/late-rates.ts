import type { HalfYear } from "./half-year.ts";

/** Rates in hundredths of a percent: 215 is 2.15 %. */
export interface HalfYearRates {
  /** The ECB's main refinancing rate on the first day of the half-year. */
  readonly ecb: number;
  /** Three times the legal rate: a contract's rate may not be under it. */
  readonly floor: number;
}

/** The rates known; a half-year that is not there is refused, never guessed. */
export type LateRates = Readonly<Partial<Record<HalfYear, HalfYearRates>>>;

/** DOMAIN.md 2: ECB on 1 January and 1 July, and 3 x the legal interest rate between businesses (C. com. L441-10). */
export const PUBLISHED_LATE_RATES: LateRates = {
  "2023-S1": { ecb: 250, floor: 618 },
  "2023-S2": { ecb: 400, floor: 1266 },
  "2024-S1": { ecb: 450, floor: 1521 },
  "2024-S2": { ecb: 425, floor: 1476 },
  "2025-S1": { ecb: 315, floor: 1113 },
  "2025-S2": { ecb: 215, floor: 828 },
  "2026-S1": { ecb: 215, floor: 786 },
  "2026-S2": { ecb: 240, floor: 825 },
};

/** The published rates and those that the company added; its own win. */
export function knownLateRates(added: LateRates): LateRates {
  return { ...PUBLISHED_LATE_RATES, ...added };
}

/** "12.15" and "12,15" are 1215 hundredths of a percent; null for anything else, or above 100. */
export function parseRate(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (match === null) return null;
  const [, whole = "", fraction = ""] = match;
  const rate = Number(whole + fraction.padEnd(2, "0"));
  return rate > 10_000 ? null : rate;
}

/** A rate as files and programs write it: "12.15". */
export function rateText(hundredths: number): string {
  const digits = String(hundredths).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

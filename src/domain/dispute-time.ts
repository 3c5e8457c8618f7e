import { ratio } from "./ratio.ts";

/** Calendar days from opening to closing, of the disputes closed in a period; null when none was. */
export function disputeTime(days: readonly number[]): { readonly median: number | null; readonly mean: number | null } {
  const sorted = days.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const two = sorted.length % 2 === 0 ? sorted.slice(middle - 1, middle + 1) : sorted.slice(middle, middle + 1);
  return { median: mean(two), mean: mean(sorted) };
}

function mean(numbers: readonly number[]): number | null {
  return ratio(BigInt(numbers.reduce((sum, number) => sum + number, 0)), BigInt(numbers.length));
}

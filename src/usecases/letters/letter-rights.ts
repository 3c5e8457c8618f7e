import type { FormalNotice } from "#domain/formal-notice.ts";
import { digitsOf, type Money } from "#domain/money.ts";
import type { Settings } from "#domain/settings.ts";

/** The amount above which management approves; null = finance whatever it is. */
export function letterLimit({ letterLimit: limit }: Settings): Money | null {
  if (limit === null) return null;
  return { minor: BigInt(limit) * 10n ** BigInt(digitsOf("EUR")), currency: "EUR" };
}

/** Whether one of the letters claims more than finance may approve alone. */
export function isAboveLimit(notices: readonly FormalNotice[], settings: Settings): boolean {
  const limit = letterLimit(settings);
  return limit !== null && notices.some(({ total }) => total > limit.minor);
}

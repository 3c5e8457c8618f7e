/** What a customer may owe, in minor units; null = not known. */
export interface CreditLimits {
  readonly internal: bigint | null;
  readonly insurer: bigint | null;
  readonly factor: bigint | null;
}

export interface CreditUse {
  readonly limit: bigint;
  /** Percent of the limit in use, one decimal half-up; null when the limit is zero (no credit). */
  readonly usedPercent: number | null;
  readonly excess: bigint;
}

const PER_MILLE = 1000n;

/**
 * How much of its credit limit a customer uses (DOMAIN.md 1): the lowest known limit against the net outstanding (credit
 * notes and unallocated payments deducted). Null = no limit is known, so nothing can be said; a limit of 0 = no credit.
 */
export function creditUse(limits: CreditLimits, net: bigint): CreditUse | null {
  const known = [limits.internal, limits.insurer, limits.factor].filter((limit) => limit !== null);
  const [first, ...others] = known;
  if (first === undefined) return null;
  const limit = others.reduce((lowest, each) => (each < lowest ? each : lowest), first);
  const excess = net > limit ? net - limit : 0n;
  return { limit, usedPercent: limit === 0n ? null : percentOf(net, limit), excess };
}

/** 125.8 for 25 150.50 of 20 000. A net credit uses nothing. */
function percentOf(net: bigint, limit: bigint): number {
  if (net <= 0n) return 0;
  const doubled = (net * PER_MILLE * 2n) / limit;
  return Number((doubled + 1n) / 2n) / 10;
}

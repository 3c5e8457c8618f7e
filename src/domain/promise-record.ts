import type { Day } from "./calendar.ts";
import type { Currency } from "./money.ts";
import { judgePromise, type JudgedPromise } from "./promise-to-pay.ts";
import { percent } from "./ratio.ts";

export type Verdict = "kept" | "partly-kept" | "broken";

/** A promise whose day and grace were over by the day asked, with what its invoices owed on the last day of grace. */
export interface PastPromise extends JudgedPromise {
  readonly payer: string;
  readonly givenOn: Day;
  readonly sellers: readonly string[];
  /** Another promise took its place after its day had passed: it was not kept, whatever came of the other. */
  readonly replacedLate: boolean;
  /** The day of the oldest last payments import of its sellers. */
  readonly heardOn: Day | null;
}

export interface JudgedAmount {
  readonly currency: Currency;
  readonly verdict: Verdict;
  readonly amount: bigint;
  /** What came of it, at most the amount. */
  readonly paid: bigint;
}

/** Kept in number and in amount, in percent; a promise kept in part counts in amount only. Null when none was judged. */
export function promiseKeptRate(judged: readonly JudgedAmount[]): {
  readonly count: number | null;
  readonly amount: number | null;
} {
  const kept = judged.filter(({ verdict }) => verdict === "kept");
  const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
  return {
    count: percent(BigInt(kept.length), BigInt(judged.length)),
    amount: percent(total(judged.map(({ paid }) => paid)), total(judged.map(({ amount }) => amount))),
  };
}

/**
 * Judges promises by what had come when their grace ended, first due first, so that money which kept one keeps no other:
 * the same figure whenever it is asked for, and whenever the payments were imported. One that nobody can judge, for want of a
 * payments import, is left out. `unallocated` is the payer's unused money that day at the promise's sellers, zero or below.
 */
export function judgePast(
  promises: readonly PastPromise[],
  unallocated: (promise: PastPromise) => bigint,
  asked: Day,
): readonly JudgedAmount[] {
  const used: { readonly by: PastPromise; readonly amount: bigint }[] = [];
  return promises.flatMap((promise) => {
    const { currency, replacedLate } = promise;
    const amount = promise.lines.reduce((sum, { covered }) => sum + covered, 0n);
    const taken = used
      .filter(({ by }) => by.payer === promise.payer && mayTakeFrom(by, promise))
      .reduce((sum, each) => sum + each.amount, 0n);
    const since = { ...promise, unallocatedWhenGiven: promise.unallocatedWhenGiven - taken };
    const judged = judgePromise(since, unallocated(promise), asked, promise.heardOn);
    if (judged.verdict === "waiting" || judged.verdict === "no-data") return [];
    const said = replacedLate && judged.verdict === "kept" ? "partly-kept" : judged.verdict;
    if (said === "kept" && judged.unallocatedUsed > 0n) used.push({ by: promise, amount: judged.unallocatedUsed });
    return [{ currency, verdict: said, amount, paid: paidOf(said, judged.paid, amount) }];
  });
}

type MoneyWaitedFor = Pick<PastPromise, "currency" | "sellers" | "givenOn" | "graceUntil">;

/**
 * Whether unallocated money that kept one promise of a payer may be money that another waits for too: the same currency, an
 * account in common, and not there already when the other was given.
 */
export function mayTakeFrom(kept: MoneyWaitedFor, other: MoneyWaitedFor): boolean {
  const { currency, sellers, givenOn } = other;
  return (
    kept.currency === currency && givenOn <= kept.graceUntil && kept.sellers.some((each) => sellers.includes(each))
  );
}

/** Kept within the tolerance is kept in full. */
function paidOf(verdict: Verdict, paid: bigint, amount: bigint): bigint {
  return verdict === "kept" || paid > amount ? amount : paid;
}

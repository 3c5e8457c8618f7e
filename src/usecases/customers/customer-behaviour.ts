import type { CustomerView } from "#cards/customer.ts";
import { daysBetween } from "#domain/calendar.ts";
import { creditUse, type CreditUse } from "#domain/credit-limit.ts";
import { meanDelay, scoreOf, SETTLED_MIN, type HiddenReasons, type ScoreFacts } from "#domain/score.ts";
import type { HideableField } from "#domain/settings.ts";
import { brokenPromiseCount, settledDelays, type CustomerHead } from "#store/customer-facts.ts";
import { credits, type OpenItem } from "#store/open-items.ts";
import type { Context } from "#usecases/context.ts";

/** A customer with what its family (itself and whom it pays for) has open. */
export interface BehaviourOf {
  readonly head: CustomerHead;
  readonly family: readonly string[];
  readonly items: readonly OpenItem[];
  /** Closed in our favour. */
  readonly disputesLost: number;
}

/** How a customer pays, as far as the reader may see it (V10). */
export async function behaviourOf(
  context: Context,
  of: BehaviourOf,
  hidden: ReadonlySet<HideableField>,
): Promise<Pick<CustomerView, "habits" | "score" | "limit">> {
  const use = await limitUse(context, of);
  const facts = await scoreFactsOf(context, of, use);
  const mean = meanDelay(facts.delays);
  const enough = mean !== null && facts.delays.length >= SETTLED_MIN;
  return {
    habits: hidden.has("payment-habits") || !enough ? null : { meanDays: mean, settled: facts.delays.length },
    score: hidden.has("score") ? null : scoreOf(facts, hiddenReasons(hidden)),
    limit: hidden.has("credit-limit") || use === null ? null : { use, currency: of.head.currency },
  };
}

/** What the score of a customer is made of. */
export async function scoreFactsOf(
  { store, today }: Context,
  { family, items, disputesLost }: BehaviourOf,
  use: CreditUse | null,
): Promise<ScoreFacts> {
  const late = items.filter((item) => item.due < today);
  return {
    delays: await settledDelays(store.db, family, today),
    openOverdue: late.length,
    oldestOverdueDays: Math.max(0, ...late.map((item) => daysBetween(item.due, today))),
    brokenPromises: await brokenPromiseCount(store.db, family),
    disputesLost,
    limitUsedPercent: use?.usedPercent ?? null,
  };
}

/** What of the credit limit is used; null = no known limit. */
export async function limitUse(context: Context, { head, items }: BehaviourOf): Promise<CreditUse | null> {
  const { creditLimit, insurerLimit, factorLimit } = head;
  return creditUse(
    { internal: creditLimit, insurer: insurerLimit, factor: factorLimit },
    await netOf(context, head, items),
  );
}

/** The reasons that would tell what a hidden field holds. */
export function hiddenReasons(hidden: ReadonlySet<HideableField>): HiddenReasons {
  return new Set([
    ...(hidden.has("credit-limit") ? (["limit-used"] as const) : []),
    ...(hidden.has("payment-habits") ? (["delay", "late-share", "trend"] as const) : []),
  ]);
}

/** Net outstanding in the currency of the limit: credit notes and unused payments deducted. */
async function netOf({ store, today }: Context, head: CustomerHead, items: readonly OpenItem[]): Promise<bigint> {
  const own = items.filter((item) => item.customer === head.code && item.currency === head.currency);
  const unused = (await credits(store.db, today, [head.code])).filter((credit) => credit.currency === head.currency);
  const gross = own.reduce((total, item) => total + item.residual, 0n);
  return unused.reduce((total, credit) => total + credit.unallocated, gross);
}

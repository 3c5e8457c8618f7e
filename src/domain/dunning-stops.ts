import { minDay, workingDaysBetween, type Day } from "./calendar.ts";
import type { AccountFacts, DunnedInvoice, DunningFacts, SellerFacts } from "./dunning-facts.ts";
import type { Stop } from "./dunning-plan.ts";
import { pauseOf, type Paused } from "./pause.ts";

type Amounts = Pick<DunnedInvoice, "residual" | "disputed" | "suspended" | "unjudged">;

/** What may be asked for today: the residual less what is contested, promised, or promised and not judged yet. */
export function chaseableOf(invoice: Amounts): bigint {
  const left = invoice.residual - invoice.disputed - invoice.suspended - invoice.unjudged;
  return left > 0n ? left : 0n;
}

/** What stops one invoice by itself; null = nothing does, though parts of it may be left out. */
export function ownStop(invoice: DunnedInvoice): Stop | null {
  if (invoice.hold !== null) {
    return { reason: invoice.hold.reason === "imported" ? "paused" : "hold", until: invoice.hold.until };
  }
  // Only a payment to the factor discharges: no message with our bank details.
  if (invoice.factoring === "notified") return { reason: "notified-factor", until: null };
  if (invoice.means === "direct_debit" && !invoice.debitReturned) return { reason: "direct-debit", until: null };
  // Debts from before the judgment may not be chased; later ones may.
  if (invoice.insolvencyDate !== null && invoice.issued <= invoice.insolvencyDate) {
    return { reason: "insolvency", until: null };
  }
  return chaseableOf(invoice) > 0n ? null : coveredStop(invoice);
}

/** Nothing is left to chase: which of the covers says so. */
function coveredStop(invoice: DunnedInvoice): Stop {
  if (invoice.disputed >= invoice.residual) return { reason: "dispute", until: null };
  if (invoice.suspended > 0n) return { reason: "promise", until: invoice.suspendedUntil };
  return { reason: "awaiting-payments", until: null };
}

/** Whether reminders leave for a seller on a day. */
export function isLive(seller: { readonly wentLiveOn: Day | null } | undefined, day: Day): boolean {
  const wentLiveOn = seller?.wentLiveOn ?? null;
  return wentLiveOn !== null && wentLiveOn <= day;
}

/** What stops everything between a seller and a payer in one currency. `outstanding` = the sum of its open residuals. */
export function accountStop(
  facts: DunningFacts,
  seller: SellerFacts | undefined,
  account: AccountFacts | undefined,
  outstanding: bigint,
  day: Day,
): Stop | null {
  if (isStale(facts, seller, day)) return { reason: "stale-data", until: null };
  if (account?.replyWaiting === true) return { reason: "reply-waiting", until: null };
  if (outstanding + (account?.unallocated ?? 0n) <= 0n) return { reason: "in-credit", until: null };
  return null;
}

/** What finance suspended: everything, or what is between a seller or a segment and this payer. */
export function pauseStop(facts: DunningFacts, whose: Paused, day: Day): Stop | null {
  if (facts.settings.paused) return { reason: "company-paused", until: null };
  const pause = pauseOf(facts.pauses, whose, day);
  if (pause === null) return null;
  return { reason: pause.scope === "company" ? "company-paused" : "paused", until: pause.until };
}

/** More than so many working days since the seller's invoices or payments were heard of; the future is not judged. */
function isStale(facts: DunningFacts, seller: SellerFacts | undefined, day: Day): boolean {
  if (facts.staleAfter === null) return false;
  const heardOn = seller?.heardOn ?? null;
  return heardOn === null || workingDaysBetween(heardOn, minDay(day, facts.today)) > facts.staleAfter;
}

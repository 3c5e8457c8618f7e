import type { SellerProofView } from "#cards/proof.ts";
import { addDays, minDay } from "#domain/calendar.ts";
import { FOLLOWED_DAYS, LATER_DAYS, proveCash, proveDays, type Proof } from "#domain/proof.ts";
import {
  callsAnswered,
  disputesClosed,
  invoicesFollowed,
  sellersToProve,
  type InvoiceCase,
  type ProofSpan,
  type SellerToProve,
} from "#store/proof-facts.ts";
import type { Context } from "#usecases/context.ts";

/** What changed for one seller since its go-live. */
export interface SellerProof extends SellerProofView {
  /** Its code. */
  readonly seller: string;
}

/** A year, so that each season is in it once. */
const COMPARED_DAYS = 365;
/** A ledger imported with its open items only has hardly any invoice paid: it would make everything look better since. */
const PAID_SHARE_MIN = 0.5;

/**
 * The effect since go-live (R7), per live seller (one, or null = all) and by code: with how sure it is, and "not proven" until that excludes
 * no effect at all. A comparison of two times is no trial: seasons and orders changed too, which its card says.
 */
export async function proveEffect(context: Context, only: string | null): Promise<readonly SellerProof[]> {
  const { db } = context.store;
  const found: SellerProof[] = [];
  for (const seller of await sellersToProve(db, context.today, context.timeZone)) {
    if (only !== null && seller.seller !== only) continue;
    found.push(await proveSeller(context, seller));
  }
  return found;
}

async function proveSeller(context: Context, { seller, name, wentLiveOn, paymentsHeardOn }: SellerToProve) {
  const { db } = context.store;
  // The payments of a day are known by an import of a later one.
  const heard = paymentsHeardOn === null ? addDays(wentLiveOn, -1) : addDays(paymentsHeardOn, -1);
  const span: ProofSpan = {
    seller,
    liveOn: wentLiveOn,
    beginsOn: addDays(wentLiveOn, -COMPARED_DAYS - FOLLOWED_DAYS),
    knownUntil: minDay(heard, context.today),
  };
  const followed = await invoicesFollowed(db, span);
  const historyKnown = tellsHistory(followed);
  const invoices = historyKnown ? followed : followed.filter(({ since }) => since === "after");
  const seed = `${seller} ${wentLiveOn}`;
  const proofs: readonly Proof[] = [
    ...[...Map.groupBy(invoices, ({ currency }) => currency)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, cases]) => proveCash(cases, currency, seed)),
    proveDays("days-late", invoices, seed),
    proveDays("dispute-days", await disputesClosed(db, span, context.today), seed),
    proveDays("days-to-outcome", await callsAnswered(db, span, context.today, context.timeZone), seed),
  ];
  return {
    seller,
    name,
    wentLiveOn,
    comparedFrom: span.beginsOn,
    knownUntil: span.knownUntil,
    historyKnown,
    proofs,
  } satisfies SellerProof;
}

function tellsHistory(followed: readonly InvoiceCase[]): boolean {
  const before = followed.filter(({ since }) => since === "before");
  const paid = before.filter(({ days }) => days < LATER_DAYS).length;
  return before.length > 0 && paid >= before.length * PAID_SHARE_MIN;
}

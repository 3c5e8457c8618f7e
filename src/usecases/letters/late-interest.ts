import type { Day } from "#domain/calendar.ts";
import { lateInterest, type LateInterest, type NoInterest } from "#domain/late-interest.ts";
import { knownLateRates } from "#domain/late-rates.ts";
import { paidBy } from "#store/families.ts";
import { invoicesNumbered, lateFacts, lateInvoicesOf, type LateFacts } from "#store/late-interest.ts";
import type { Context } from "#usecases/context.ts";

/** An invoice with the interest it bears, or why it bears none. */
export interface InvoiceInterest {
  readonly invoice: LateFacts;
  readonly found: LateInterest | NoInterest;
}

/** Late interest of the invoices with a number, or of a customer's late ones and of those it pays for. */
export async function interestOf(
  context: Context,
  about: { readonly invoice: string } | { readonly customer: string },
  until: Day,
): Promise<readonly InvoiceInterest[]> {
  const { db } = context.store;
  const ids =
    "invoice" in about
      ? await invoicesNumbered(db, about.invoice)
      : await lateInvoicesOf(db, await paidBy(db, about.customer), until);
  const rates = knownLateRates(context.settings.lateRates);
  const facts = await lateFacts(db, ids, until);
  return facts.map((invoice) => ({ invoice, found: lateInterest(invoice, until, rates) }));
}

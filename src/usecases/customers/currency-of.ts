import type { Currency } from "#domain/money.ts";
import { paidBy } from "#store/families.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { openItems } from "#store/open-items.ts";
import type { Context } from "#usecases/context.ts";

/** The currency that an amount typed for a customer is in unless it says so: that of its oldest open invoice. */
export async function currencyOf(context: Context, customer: string): Promise<Currency> {
  const { db } = context.store;
  const [oldest] = await openItems(db, context.today, await paidBy(db, customer));
  // Nothing is owed then, which is what the refusal will say, whatever the currency.
  return oldest?.currency ?? "EUR";
}

/** The currency of an invoice; null when there is no such invoice. */
export async function currencyOfInvoice(context: Context, invoice: number): Promise<Currency | null> {
  const [head] = await invoiceHeads(context.store.db, [invoice]);
  return head?.currency ?? null;
}

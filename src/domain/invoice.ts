import type { Day } from "./calendar.ts";
import type { Currency } from "./money.ts";

export const INVOICE_KINDS = ["invoice", "credit_note", "deposit", "retention"] as const;
export type InvoiceKind = (typeof INVOICE_KINDS)[number];

export const PAYMENT_MEANS = ["transfer", "direct_debit", "card", "cheque", "bill", "other"] as const;
export type PaymentMeans = (typeof PAYMENT_MEANS)[number];

/** Who holds the claim: only `notified` means the customer must pay somebody else. */
export const FACTORING = ["none", "notified", "confidential", "mandate"] as const;
export type Factoring = (typeof FACTORING)[number];

/** Ceded, and collected by us in our own name: what a factor waits for comes first (DOMAIN.md 4). */
export function isCollectedForFactor(factoring: Factoring): boolean {
  return factoring === "confidential" || factoring === "mandate";
}

/** An invoice as it stands on one day: amounts are minor units of `currency`, a payment dated later did not exist. */
export interface OpenInvoice {
  readonly id: number;
  readonly seller: string;
  readonly customer: string;
  /** Who pays: the customer's payer, or the customer itself. */
  readonly payer: string;
  readonly number: string;
  readonly kind: Exclude<InvoiceKind, "credit_note">;
  readonly issued: Day;
  readonly due: Day;
  readonly currency: Currency;
  readonly amount: bigint;
  /** What is still to be paid, always above zero for an open invoice. */
  readonly residual: bigint;
  /** The contested part, never above the residual. */
  readonly disputed: bigint;
  /** The part covered by a live promise, after disputes, never above what is left. */
  readonly promised: bigint;
}

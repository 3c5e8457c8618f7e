import type { Day } from "./calendar.ts";
import type { Currency } from "./money.ts";

/** An invoice that a number may mean; seller and customer where they tell it apart from the others. */
export interface MeantInvoice {
  readonly issued: Day;
  readonly seller?: string;
  readonly customer?: string;
}

/**
 * Why a row that reads well is not taken all the same, held against the ledger and the rest of its file; each has one
 * sentence (i18n). `typed` as it stands in the row; amounts as decimals.
 */
export type RowFault =
  | { readonly fault: "unknown-customer" | "unknown-seller" | "unknown-payer"; readonly typed: string }
  | { readonly fault: "unknown-invoice"; readonly typed: string; readonly issued: Day | null }
  | {
      readonly fault: "several-invoices";
      readonly invoices: readonly MeantInvoice[];
      /** Whether columns of the file could tell them apart. */
      readonly couldTell: boolean;
    }
  | { readonly fault: "repeats"; readonly line: number }
  | { readonly fault: "seller-missing" | "payer-circle" | "manager-circle" | "above-invoice" | "nothing-owed" }
  | { readonly fault: "too-many-decimals" | "paid-in"; readonly currency: Currency }
  | { readonly fault: "other-currency"; readonly invoice: Currency; readonly typed: Currency }
  | { readonly fault: "above-owed"; readonly owed: string; readonly currency: Currency }
  | { readonly fault: "promise-closed"; readonly state: string }
  | { readonly fault: "promised-before-given" }
  | { readonly fault: "promised-too-far"; readonly latest: Day }
  | { readonly fault: "closed-before-opened" | "outcome-without-day" };

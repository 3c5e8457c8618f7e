import { FACTORING, INVOICE_KINDS, PAYMENT_MEANS } from "#domain/invoice.ts";
import { amount, code, currency, day, oneOf, optional, required, text, webAddress, type RowOf } from "./columns.ts";

export const invoiceColumns = {
  number: required(code),
  customer_code: required(code),
  issue_date: required(day),
  due_date: required(day),
  amount: required(amount("positive")),
  currency: required(currency),
  kind: optional(oneOf(INVOICE_KINDS)),
  seller: optional(code),
  payment_means: optional(oneOf(PAYMENT_MEANS)),
  credit_of: optional(code),
  factoring: optional(oneOf(FACTORING)),
  purchase_order: optional(text),
  document_url: optional(webAddress),
};

export type InvoiceRow = RowOf<typeof invoiceColumns>;

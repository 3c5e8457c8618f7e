import { amount, code, currency, day, optional, required, type RowOf } from "./columns.ts";

export const paymentColumns = {
  reference: required(code),
  customer_code: required(code),
  date: required(day),
  amount: required(amount("not-zero")),
  currency: required(currency),
  invoice_number: optional(code),
  invoice_issue_date: optional(day),
  seller: optional(code),
};

export type PaymentRow = RowOf<typeof paymentColumns>;

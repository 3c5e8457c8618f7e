import { DISPUTE_CATEGORIES, DISPUTE_OUTCOMES } from "#domain/dispute.ts";
import { code, day, decimal, oneOf, optional, required, type RowOf } from "./columns.ts";

export const disputeColumns = {
  customer_code: required(code),
  invoice_number: required(code),
  amount: required(decimal),
  category: required(oneOf(DISPUTE_CATEGORIES)),
  opened_on: required(day),
  closed_on: optional(day),
  outcome: optional(oneOf(DISPUTE_OUTCOMES)),
};

export type DisputeRow = RowOf<typeof disputeColumns>;

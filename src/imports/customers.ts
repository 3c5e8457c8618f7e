import { CUSTOMER_KINDS } from "#domain/customer.ts";
import {
  amount,
  code,
  country,
  currency,
  day,
  email,
  locale,
  oneOf,
  optional,
  required,
  text,
  yesOrNo,
  type RowOf,
} from "./columns.ts";

/** What limits are counted in when the row names no currency. */
const limit = amount("not-negative", "EUR");

export const customerColumns = {
  customer_code: required(code),
  name: required(text),
  rep_email: optional(email),
  segment: optional(text),
  language: optional(locale),
  credit_limit: optional(limit),
  insurer_limit: optional(limit),
  factor_limit: optional(limit),
  currency: optional(currency),
  country: optional(country),
  postal_code: optional(code),
  siren: optional(code),
  kind: optional(oneOf(CUSTOMER_KINDS)),
  payer_code: optional(code),
  collector_email: optional(email),
  project_manager_email: optional(email),
  since: optional(day),
  terms: optional(text),
  key_account: optional(yesOrNo),
  insolvency_date: optional(day),
  paused_until: optional(day),
  address: optional(text),
  city: optional(text),
  legal_name: optional(text),
};

export type CustomerRow = RowOf<typeof customerColumns>;

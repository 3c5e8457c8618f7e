import { code, country, currency, optional, percent, required, text, type RowOf } from "./columns.ts";

export const sellerColumns = {
  seller_code: required(code),
  name: required(text),
  country: optional(country),
  siren: optional(code),
  currency: optional(currency),
  legal_name: optional(text),
  address: optional(text),
  postal_code: optional(code),
  city: optional(text),
  legal_mentions: optional(text),
  late_rate: optional(percent),
};

export type SellerRow = RowOf<typeof sellerColumns>;

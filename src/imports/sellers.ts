import { code, country, currency, optional, required, text, type RowOf } from "./columns.ts";

export const sellerColumns = {
  seller_code: required(code),
  name: required(text),
  country: optional(country),
  siren: optional(code),
  currency: optional(currency),
};

export type SellerRow = RowOf<typeof sellerColumns>;

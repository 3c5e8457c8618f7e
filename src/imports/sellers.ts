import { code, currency, optional, required, text, type RowOf } from "./columns.ts";

export const sellerColumns = {
  seller_code: required(code),
  name: required(text),
  country: optional(text),
  siren: optional(code),
  currency: optional(currency),
};

export type SellerRow = RowOf<typeof sellerColumns>;

import { code, day, decimal, email, optional, required, type RowOf } from "./columns.ts";

export const promiseColumns = {
  customer_code: required(code),
  invoice_number: required(code),
  amount: required(decimal),
  date: required(day),
  given_on: required(day),
  by_email: optional(email),
};

export type PromiseRow = RowOf<typeof promiseColumns>;

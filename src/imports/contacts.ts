import { CONTACT_ROLES } from "#domain/customer.ts";
import { code, email, oneOf, optional, required, text, yesOrNo, type RowOf } from "./columns.ts";

export const contactColumns = {
  customer_code: required(code),
  name: required(text),
  email: optional(email),
  phone: optional(text),
  role: optional(oneOf(CONTACT_ROLES)),
  active: optional(yesOrNo),
};

export type ContactRow = RowOf<typeof contactColumns>;

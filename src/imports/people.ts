import { isTimeZone } from "#domain/calendar.ts";
import { LOCALES, ROLES } from "#domain/person.ts";
import { bad, email, oneOf, optional, required, someOf, text, yesOrNo, type Read, type RowOf } from "./columns.ts";

const timeZone: Read<string> = (value) => (isTimeZone(value) ? value : bad(value, "a time zone such as Europe/Paris"));

export const personColumns = {
  email: required(email),
  name: required(text),
  roles: required(someOf(ROLES)),
  manager_email: optional(email),
  locale: optional(oneOf(LOCALES)),
  time_zone: optional(timeZone),
  active: optional(yesOrNo),
};

export type PersonRow = RowOf<typeof personColumns>;

import { isTimeZone } from "#domain/calendar.ts";
import { ROLES } from "#domain/person.ts";
import { bad, email, locale, optional, required, someOf, text, yesOrNo, type Read, type RowOf } from "./columns.ts";

const timeZone: Read<string> = (value) => (isTimeZone(value) ? value : bad(value, "a time zone such as Europe/Paris"));

export const personColumns = {
  email: required(email),
  name: required(text),
  roles: required(someOf(ROLES)),
  manager_email: optional(email),
  locale: optional(locale),
  time_zone: optional(timeZone),
  active: optional(yesOrNo),
};

export type PersonRow = RowOf<typeof personColumns>;

import { isNamedTimeZone } from "#domain/calendar.ts";
import { ROLES } from "#domain/person.ts";
import { EXPECTED } from "#i18n/imports/file-words.ts";

import { bad, email, locale, optional, required, someOf, text, yesOrNo, type Read, type RowOf } from "./columns.ts";

const timeZone: Read<string> = (value) => (isNamedTimeZone(value) ? value : bad(value, EXPECTED.timeZone));

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

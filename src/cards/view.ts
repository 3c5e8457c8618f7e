import type { Day } from "#domain/calendar.ts";
import type { ContactRole } from "#domain/customer.ts";
import type { Part } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

/** A customer as cards name it. */
export interface CustomerName {
  readonly code: string;
  readonly name: string;
}

/** When a card was true, and for whose clock: `day` and `today` are the reader's. */
export interface AsOf {
  readonly now: Date;
  readonly timeZone: string;
  readonly today: Day;
  /** The day the card was first shown; another day than today is named. */
  readonly shownOn?: Day;
}

/** Whom to call. */
export interface ContactView {
  readonly name: string;
  readonly role: ContactRole;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Who recorded something: the reader, a colleague by name, or nobody (the system, an import). */
export interface Author {
  readonly you: boolean;
  /** First name to thank the reader, full name of a colleague; null = no person. */
  readonly name: string | null;
}

/** "Situation à 7 h 10": on every card (V9). */
export function asOfPart(asOf: AsOf, words: Words): Part {
  return { is: "small", text: asOfText(asOf, words) };
}

/** The same remark as text, for cards that put a button beside it. */
export function asOfText(asOf: AsOf, words: Words): string {
  const time = words.say.time(asOf.now, asOf.timeZone);
  const sameDay = asOf.shownOn === undefined || asOf.shownOn === asOf.today;
  return words.common.asOf(time, sameDay ? null : asOf.today);
}

/** "Sonia Perrin, comptabilité : 01 99 00 12 34". */
export function contactLine(contact: ContactView, words: Words): string {
  const who = `${contact.name}, ${words.common.contactRoles[contact.role]}`;
  const reach = phoneOf(contact) ?? contact.email;
  if (reach === null) return who;
  return words.locale === "fr" ? `${who}\u202f: ${reach}` : `${who}: ${reach}`;
}

/** The same with both ways to reach somebody: "Sonia Perrin, comptabilité : 01 99 00 12 34, sonia@garnier.example". */
export function contactReach(contact: ContactView, words: Words): string {
  const reach = [phoneOf(contact), contact.email].filter((each) => each !== null).join(", ");
  return contactLine({ ...contact, phone: reach === "" ? null : reach, email: null }, words);
}

/** As it was noted, but never broken over two lines. */
function phoneOf({ phone }: ContactView): string | null {
  return phone === null ? null : phone.replaceAll(" ", "\u00a0");
}

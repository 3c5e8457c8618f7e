import { foldedWords, isTellingName, type NameCandidate } from "./fuzzy-name.ts";
import { domainOf, isCompanyDomain } from "./mail-address.ts";

/** One meeting as a calendar has it; nothing in it is trusted, and none of its words is ever shown. */
export interface SeenMeeting {
  /** The same for every occurrence of a series. */
  readonly uid: string;
  readonly starts: Date;
  readonly ends: Date;
  readonly isAllDay: boolean;
  readonly isCancelled: boolean;
  readonly title: string;
  readonly place: string;
  /** Whoever is invited, and who invites. */
  readonly guests: readonly Guest[];
}

export interface Guest {
  readonly email: string;
  readonly hasDeclined: boolean;
}

/** A customer as meetings are told by: any of the company's, for a name may be a colleague's customer. */
export interface KnownCustomer extends NameCandidate {
  readonly payer: string;
  /** Of its contacts' addresses. */
  readonly domains: readonly string[];
}

export interface MeetingReader {
  readonly email: string;
  /** The codes of the customers that this person follows. */
  readonly customers: ReadonlySet<string>;
}

export type CustomerMet =
  | { readonly is: "one"; readonly customer: string; readonly by: "guest" | "name" }
  | { readonly is: "several" | "none" };

/** What customers are recognised by, made ready once for many meetings. */
export interface MeetingBook {
  readonly byDomain: ReadonlyMap<string, readonly KnownCustomer[]>;
  /** Names between spaces, as words are looked for. */
  readonly names: readonly { readonly words: string; readonly customer: KnownCustomer }[];
}

/** Longer than this is a trip, a training or leave, and no meeting. */
const MEETING_MS_MAX = 10 * 3_600_000;
const NONE = { is: "none" } as const;

/** Domains that lodge everybody, and the company's own, say nothing about a customer. */
export function meetingBook(customers: readonly KnownCustomer[], ownDomains: ReadonlySet<string>): MeetingBook {
  const telling = customers.flatMap((customer) =>
    [...new Set(customer.domains.map((domain) => domain.toLowerCase()))]
      .filter((domain) => isCompanyDomain(domain) && !ownDomains.has(domain))
      .map((domain) => ({ domain, customer })),
  );
  const byDomain = new Map(
    [...Map.groupBy(telling, ({ domain }) => domain)].map(([domain, found]) => [
      domain,
      found.map(({ customer }) => customer),
    ]),
  );
  const names = customers.flatMap((customer) =>
    isTellingName(customer.name) ? [{ words: ` ${foldedWords(customer.name)} `, customer }] : [],
  );
  return { byDomain, names };
}

/**
 * The one customer of the reader's that a meeting is with, by a guest's mail domain or by its whole name in the title or
 * the place. Anything that may mean two, or somebody else's, is nobody: no brief is better than one about the wrong
 * customer.
 */
export function customerMet(meeting: SeenMeeting, book: MeetingBook, reader: MeetingReader): CustomerMet {
  if (!isMeeting(meeting, reader)) return NONE;
  const named = customersNamed(`${meeting.title} | ${meeting.place}`, book);
  const strangers = named.filter(({ code }) => !reader.customers.has(code));
  const mine = named.filter(({ code }) => reader.customers.has(code));
  const guests = meeting.guests
    .filter(({ hasDeclined }) => !hasDeclined)
    .flatMap(({ email }) => book.byDomain.get(domainOf(email) ?? "") ?? [])
    .filter(({ code }) => reader.customers.has(code));
  const met = oneOf(guests);
  if (met === "several") return bothSay(guests, mine);
  if (met === null) return strangers.length > 0 ? NONE : byName(mine);
  if (mine.some(({ payer }) => payer !== met.payer)) return { is: "several" };
  // A colleague's customer in the title and one of ours among the guests: which of them it is about cannot be told.
  if (mine.length === 0 && strangers.some(({ payer }) => payer !== met.payer)) return { is: "several" };
  return { is: "one", customer: met.code, by: "guest" };
}

function isMeeting(meeting: SeenMeeting, reader: MeetingReader): boolean {
  const lasts = meeting.ends.getTime() - meeting.starts.getTime();
  if (meeting.isAllDay || meeting.isCancelled || lasts < 0 || lasts > MEETING_MS_MAX) return false;
  const own = reader.email.toLowerCase();
  return !meeting.guests.some(({ email, hasDeclined }) => hasDeclined && email.toLowerCase() === own);
}

/** Guests of several customers: the title may say which of them it is. */
function bothSay(guests: readonly KnownCustomer[], named: readonly KnownCustomer[]): CustomerMet {
  const both = oneOf(named.filter(({ code }) => guests.some((guest) => guest.code === code)));
  return both === null || both === "several" ? { is: "several" } : { is: "one", customer: both.code, by: "guest" };
}

function byName(named: readonly KnownCustomer[]): CustomerMet {
  const met = oneOf(named);
  if (met === null) return NONE;
  return met === "several" ? { is: "several" } : { is: "one", customer: met.code, by: "name" };
}

/** The customers whose whole name stands in a text; a name within a longer one that stands there too is not meant. */
function customersNamed(text: string, book: MeetingBook): readonly KnownCustomer[] {
  const words = text
    .split("|")
    .map((part) => ` ${foldedWords(part)} `)
    .join("|");
  const found = book.names.filter((name) => words.includes(name.words));
  return found
    .filter((name) => !found.some((other) => other.words !== name.words && other.words.includes(name.words)))
    .map(({ customer }) => customer);
}

/** The customer they all are; a payer stands for those it pays for. Null = there is none. */
function oneOf(found: readonly KnownCustomer[]): KnownCustomer | "several" | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  if (others.every(({ code }) => code === first.code)) return first;
  if (others.some(({ payer }) => payer !== first.payer)) return "several";
  return found.find(({ code, payer }) => code === payer) ?? "several";
}

/** What tells a person's answer from a machine's: facts read from a mail that came in. */
export interface MailFacts {
  /** Header values by name in small letters; a name may come several times. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  /** The beginning of what it says, quotes and all: servers that keep to no standard report in prose. */
  readonly text: string;
  /** The delivery report of RFC 3464, one entry per recipient; null = the mail holds none. */
  readonly deliveries: readonly Delivery[] | null;
  /** Whether it holds a complaint in the format of RFC 5965 (ARF), and about whose address. */
  readonly complaint: { readonly about: readonly string[] } | null;
  /** A calendar's answer to a meeting, sent by a click, without a word of the person's own. */
  readonly isMeetingAnswer: boolean;
}

export interface Delivery {
  readonly recipient: string;
  /** "failed", "delayed", "delivered", "relayed" or "expanded", in small letters. */
  readonly action: string;
}

/** The values of a header; none when it is missing. */
export function headerValues(facts: MailFacts, name: string): readonly string[] {
  return facts.headers.get(name) ?? [];
}

/** "auto-replied; owner-email=..." is "auto-replied". */
export function firstWord(value: string): string {
  return (value.split(/[;\s(]/).find((word) => word !== "") ?? "").toLowerCase();
}

/** A subject in small letters, with single spaces and without accents: servers write "Reponse automatique" too. */
export function foldedSubject(subject: string): string {
  return subject
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

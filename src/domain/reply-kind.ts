/** What tells a person's answer from a machine's: facts read from a mail that came in. */
export interface MailFacts {
  /** Header values by name in small letters; a name may come several times. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly from: string;
  readonly subject: string;
  /** The delivery report of RFC 3464, one entry per recipient; null = the mail holds none. */
  readonly deliveries: readonly Delivery[] | null;
  /** Whether it holds a complaint in the format of RFC 5965 (ARF), and about whose address. */
  readonly complaint: { readonly about: readonly string[] } | null;
}

export interface Delivery {
  readonly recipient: string;
  /** "failed", "delayed", "delivered", "relayed" or "expanded", in small letters. */
  readonly action: string;
}

export type MailKind =
  | { readonly is: "human" }
  | { readonly is: "automatic" }
  /** `recipients` empty = the report does not say whom it was for. */
  | { readonly is: "bounce"; readonly how: "failed" | "delayed"; readonly recipients: readonly string[] }
  | { readonly is: "complaint"; readonly recipients: readonly string[] };

/** Their presence alone says that a machine wrote. X-Apple-Action is all that tells iCloud's absence notices. */
const AUTOMATIC_HEADERS: readonly string[] = [
  "x-auto-response-suppress",
  "x-autoreply",
  "x-autorespond",
  "x-autoresponder",
  "x-apple-action",
];
const AUTOMATIC_PRECEDENCES: readonly string[] = ["auto_reply", "auto-reply", "bulk", "junk"];

/** At the beginning only: a person's answer repeats our subject, and "Absence de facture" is a complaint to read. */
const AUTOMATIC_SUBJECTS: readonly RegExp[] = [
  /^r[ée]ponse automatique\b/,
  /^absence( du bureau| du \d| jusqu| prolong| temporaire)?\s*($|[:([–—-])/,
  /^absence (du bureau|du \d|jusqu|prolong|temporaire)/,
  /^absent(e|\(e\))? (du bureau|jusqu|du \d|pour)/,
  /^(message|notification) d.absence\b/,
  /^automatic reply\b/,
  /^auto(matic)?[ -]?(reply|response)\b/,
  /^(out of (the )?office|ooo\b|away from (the )?office)/,
  /^accus[ée] de r[ée]ception\b/,
  /^(lu|non lu|read|not read)\s*:/,
];
const FAILURE_SUBJECTS =
  /^(undeliver|delivery (status notification \(failure|failure|has failed)|mail delivery (failed|failure)|returned mail|failure notice|non remis|[ée]chec de (la )?(remise|distribution))/;
const MACHINE_SENDER = /^(mailer-daemon|postmaster)(\+|@|$)/;
const REPORT = /^multipart\/report\b/;

/** By the rules of DOMAIN.md section 4 (RFC 3834, RFC 3464, RFC 5965): what is not told apart was written by a person. */
export function mailKind(facts: MailFacts): MailKind {
  if (facts.complaint !== null) return { is: "complaint", recipients: facts.complaint.about };
  return bounceOf(facts) ?? (isAutomatic(facts) ? { is: "automatic" } : { is: "human" });
}

/** The Action decides, not the status: "failed" with a 4.x.x status did not arrive either. */
function bounceOf(facts: MailFacts): MailKind | null {
  if (facts.deliveries !== null) {
    const withAction = (action: string) =>
      facts.deliveries?.filter((each) => each.action === action).map((each) => each.recipient) ?? [];
    const failed = withAction("failed");
    const delayed = withAction("delayed");
    if (failed.length > 0) return { is: "bounce", how: "failed", recipients: failed };
    if (delayed.length > 0) return { is: "bounce", how: "delayed", recipients: delayed };
    return null;
  }
  const failed = values(facts, "x-failed-recipients").flatMap((value) => value.split(",").map((each) => each.trim()));
  const fromMachine = MACHINE_SENDER.test(facts.from.toLowerCase());
  if (failed.length > 0 || (fromMachine && FAILURE_SUBJECTS.test(folded(facts.subject)))) {
    return { is: "bounce", how: "failed", recipients: failed };
  }
  return null;
}

function isAutomatic(facts: MailFacts): boolean {
  const autoSubmitted = values(facts, "auto-submitted").map(firstWord);
  return (
    autoSubmitted.some((value) => value !== "" && value !== "no") ||
    AUTOMATIC_HEADERS.some((name) => facts.headers.has(name)) ||
    values(facts, "precedence").some((value) => AUTOMATIC_PRECEDENCES.includes(firstWord(value))) ||
    values(facts, "return-path").some((value) => /^<?\s*>?$/.test(value.trim())) ||
    [...facts.headers.keys()].some((name) => name.startsWith("list-")) ||
    values(facts, "content-type").some((value) => REPORT.test(value.trim().toLowerCase())) ||
    MACHINE_SENDER.test(facts.from.toLowerCase()) ||
    AUTOMATIC_SUBJECTS.some((pattern) => pattern.test(folded(facts.subject)))
  );
}

function values(facts: MailFacts, name: string): readonly string[] {
  return facts.headers.get(name) ?? [];
}

/** "auto-replied; owner-email=..." is "auto-replied". */
function firstWord(value: string): string {
  return (value.split(/[;\s(]/).find((word) => word !== "") ?? "").toLowerCase();
}

function folded(subject: string): string {
  return subject.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

import { addressParser, type Address, type Attachment } from "postal-mime";

import type { Delivery } from "#domain/mail-facts.ts";

/** What a mail about another mail says. */
export interface MailReport {
  readonly deliveries: readonly Delivery[] | null;
  readonly complaint: { readonly about: readonly string[] } | null;
  /** Message ids of the mail that is reported on: ours, if the reporter kept its headers. */
  readonly originalIds: readonly string[];
}

type Part = Pick<Attachment, "mimeType" | "content">;

const ORIGINAL_IDS_MAX = 20;
/** The original mail within a report, or only its headers. */
const ORIGINALS: readonly string[] = [
  "message/rfc822",
  "text/rfc822-headers",
  "message/rfc822-headers",
  "message/global",
  "message/global-headers",
];
const STATUSES: readonly string[] = ["message/delivery-status", "message/global-delivery-status"];
/** Feedback that complains of nothing: a wrong catch of the spam filter, a failed signature (RFC 5965, 6591). */
const NO_COMPLAINT = /^(not-spam|auth-failure|dmarc)/;
/** Outlook.com complains without the format of the others, always from here. */
const OUTLOOK_COMPLAINTS = "staff@hotmail.com";

/** The report within a mail's parts (RFC 3464, RFC 5965, Outlook.com's own). */
export function reportOf(parts: readonly Part[], subject: string, from: string): MailReport {
  const texts = (types: readonly string[]) =>
    parts.filter((part) => types.includes(part.mimeType)).map((part) => contentOf(part));
  const statuses = texts(STATUSES);
  const originals = texts(ORIGINALS);
  const [feedback] = texts(["message/feedback-report"]);
  return {
    deliveries: statuses.length === 0 ? null : statuses.flatMap(deliveriesIn),
    complaint: complaintIn(feedback, originals) ?? outlookComplaint(originals, subject, from),
    originalIds: originals.flatMap((original) => messageIds(field(original, "message-id") ?? "")),
  };
}

/** The same, looked for in the plain text of a whole mail whose parts cannot be told apart. */
export function reportInText(raw: string): MailReport {
  const body = raw.slice(Math.max(0, raw.search(/\r?\n\r?\n/)));
  const deliveries = deliveriesIn(body);
  const ids = [...body.matchAll(/^\s{0,4}message-id:\s*(<[^<>\s]{3,500}>)/gim)].map((found) => found[1] ?? "");
  return {
    deliveries: deliveries.length === 0 ? null : deliveries,
    complaint: null,
    originalIds: ids.slice(0, ORIGINAL_IDS_MAX),
  };
}

/** The text of a part, however the parser gave it. */
export function contentOf(part: Part): string {
  return typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content);
}

/** The message ids in a header, with their angle brackets. */
export function messageIds(text: string): readonly string[] {
  return text.match(/<[^<>\s\0]{3,500}>/g) ?? [];
}

/** Blocks of fields: the first speaks of the message, each of the others of one recipient. */
function deliveriesIn(status: string): readonly Delivery[] {
  return status.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap((block) => {
    const action = field(block, "action");
    const recipients = [field(block, "original-recipient"), field(block, "final-recipient")].flatMap((value) =>
      value === null ? [] : [typedAddress(value)],
    );
    const recipient = recipients.find((address) => address.includes("@")) ?? recipients[0];
    if (recipient === undefined || action === null) return [];
    return [{ recipient, action: (action.split(/[\s(;]/)[0] ?? "").toLowerCase() }];
  });
}

/** Whom the report names; only where it names nobody, the recipients of the mail it is about. */
function complaintIn(feedback: string | undefined, originals: readonly string[]): MailReport["complaint"] {
  if (feedback === undefined || NO_COMPLAINT.test((field(feedback, "feedback-type") ?? "").toLowerCase())) return null;
  const named = addressesIn([field(feedback, "original-rcpt-to")]);
  return { about: named.length > 0 ? named : addressesIn(originals.map((original) => field(original, "to"))) };
}

function outlookComplaint(originals: readonly string[], subject: string, from: string): MailReport["complaint"] {
  if (from.toLowerCase() !== OUTLOOK_COMPLAINTS || !/^complaint about message from/i.test(subject)) return null;
  const named = addressesIn(originals.map((original) => field(original, "x-hmxmroriginalrecipient")));
  return { about: named.length > 0 ? named : addressesIn(originals.map((original) => field(original, "to"))) };
}

function addressesIn(values: readonly (string | null)[]): readonly string[] {
  const found = values
    .flatMap((value): readonly Address[] => (value === null ? [] : addressParser(value)))
    .flatMap((each) => each.group ?? [each])
    .map((mailbox) => (mailbox.address ?? "").toLowerCase());
  return [...new Set(found)].filter((address) => address.includes("@"));
}

/** "rfc822; sonia@client.example" is the address. */
function typedAddress(text: string): string {
  return (text.split(";").at(-1) ?? "").trim().replace(/^<|>$/g, "").toLowerCase();
}

/** A field of a block of headers, unfolded; null when it has none. */
function field(block: string, name: string): string | null {
  const head = block.trimStart().split(/\r?\n\r?\n/)[0] ?? "";
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  const line = unfolded.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

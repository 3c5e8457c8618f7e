import { createHash } from "node:crypto";

import PostalMime, { addressParser, type Address, type Attachment, type Email } from "postal-mime";

import type { Delivery, MailFacts } from "#domain/reply-kind.ts";
import { newTextOf } from "#email/new-text.ts";
import type { IncomingMail } from "#usecases/take-reply.ts";

const NESTING_MAX = 30;
const HEADER_BYTES_MAX = 512_000;
const RECIPIENTS_MAX = 200;
const REFERENCES_MAX = 100;
const FIELD_LENGTH_MAX = 500;
/** The original mail within a report, or only its headers. */
const ORIGINALS: readonly string[] = [
  "message/rfc822",
  "text/rfc822-headers",
  "message/rfc822-headers",
  "message/global",
];
/** Where a server says whom it really was for. */
const RECIPIENT_HEADERS: readonly string[] = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];

/** Raw MIME as the facts that decide what becomes of it; null when this is no mail (no sender at all). */
export async function readIncomingMail(raw: Uint8Array): Promise<IncomingMail | null> {
  const mail = await parsed(raw);
  const from = mail === null ? null : firstAddress(mail.from === undefined ? [] : [mail.from]);
  if (mail === null || from === null) return null;
  const headers = headersOf(mail);
  const report = reportOf(mail);
  const facts: MailFacts = {
    headers,
    from: from.address,
    subject: short(mail.subject ?? ""),
    deliveries: report.deliveries,
    complaint: report.complaint,
  };
  return {
    facts,
    messageId: messageIds(mail.messageId ?? "")[0] ?? madeUpId(raw),
    answers: [
      ...messageIds(mail.inReplyTo ?? ""),
      ...messageIds(mail.references ?? "").toReversed(),
      ...report.originalIds,
    ].slice(0, REFERENCES_MAX),
    fromEmail: from.address.toLowerCase(),
    to: recipientsOf(mail, headers),
    newText: newTextOf(mail.text ?? null, mail.html ?? null),
  };
}

async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: NESTING_MAX,
      maxHeadersSize: HEADER_BYTES_MAX,
    });
  } catch {
    return null;
  }
}

function headersOf(mail: Email): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const { key, value } of mail.headers) headers.set(key, [...(headers.get(key) ?? []), value]);
  return headers;
}

function recipientsOf(mail: Email, headers: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const named = [...(mail.to ?? []), ...(mail.cc ?? [])];
  const delivered = RECIPIENT_HEADERS.flatMap((name) => headers.get(name) ?? []).flatMap((value) =>
    addressParser(value),
  );
  return mailboxes([...named, ...delivered])
    .map((mailbox) => mailbox.address)
    .slice(0, RECIPIENTS_MAX);
}

interface Report {
  readonly deliveries: readonly Delivery[] | null;
  readonly complaint: { readonly about: readonly string[] } | null;
  /** Message ids of the mail that is reported on: ours, if the reporter kept its headers. */
  readonly originalIds: readonly string[];
}

function reportOf(mail: Email): Report {
  const parts = (types: readonly string[]) =>
    mail.attachments.filter((part) => types.includes(part.mimeType)).map((part) => contentOf(part));
  const status = parts(["message/delivery-status", "message/global-delivery-status"]);
  const [complaint] = parts(["message/feedback-report"]);
  const originals = parts(ORIGINALS);
  return {
    deliveries: status.length === 0 ? null : status.flatMap(deliveriesIn),
    complaint: complaint === undefined ? null : { about: complainedAbout(complaint, originals) },
    originalIds: originals.flatMap((original) => messageIds(field(original, "message-id") ?? "")),
  };
}

/** Blocks of fields: the first speaks of the message, each of the others of one recipient. */
function deliveriesIn(status: string): readonly Delivery[] {
  return status.split(/\r?\n(?:[ \t]*\r?\n)+/).flatMap((block) => {
    const recipient = field(block, "original-recipient") ?? field(block, "final-recipient");
    const action = field(block, "action");
    if (recipient === null || action === null) return [];
    return [{ recipient: typedAddress(recipient), action: (action.split(/[\s(;]/)[0] ?? "").toLowerCase() }];
  });
}

/** Whom the report names; only where it names nobody, the recipients of the mail it is about. */
function complainedAbout(report: string, originals: readonly string[]): readonly string[] {
  const named = addressesIn([field(report, "original-rcpt-to")]);
  return named.length > 0 ? named : addressesIn(originals.map((original) => field(original, "to")));
}

function addressesIn(values: readonly (string | null)[]): readonly string[] {
  const found = mailboxes(values.flatMap((value) => (value === null ? [] : addressParser(value))));
  return [...new Set(found.map((mailbox) => mailbox.address.toLowerCase()))];
}

/** "rfc822; sonia@client.example" is the address. */
function typedAddress(text: string): string {
  return (text.split(";").at(-1) ?? "").trim().replace(/^<|>$/g, "").toLowerCase();
}

/** A field of a block of headers, unfolded; null when it has none. */
function field(block: string, name: string): string | null {
  const head = block.split(/\r?\n\r?\n/)[0] ?? "";
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ");
  const line = unfolded.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

function contentOf(part: Attachment): string {
  return typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content);
}

/** A mail without a message id still comes once: its content is its identity. */
function madeUpId(raw: Uint8Array): string {
  return `<${createHash("sha256").update(raw).digest("hex")}@no-message-id.invalid>`;
}

function messageIds(text: string): readonly string[] {
  return text.match(/<[^<>\s]{3,500}>/g) ?? [];
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

function firstAddress(addresses: readonly Address[]): Mailbox | null {
  return mailboxes(addresses).find((mailbox) => mailbox.address !== "") ?? null;
}

function mailboxes(addresses: readonly Address[]): readonly Mailbox[] {
  return addresses.flatMap((each) =>
    each.group === undefined ? [{ name: each.name, address: each.address }] : each.group,
  );
}

function short(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, FIELD_LENGTH_MAX);
}

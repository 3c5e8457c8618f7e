import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";

import PostalMime, { addressParser, type Address, type Email } from "postal-mime";

import { isMachine, isReport } from "#domain/automatic-mail.ts";
import type { MailFacts } from "#domain/mail-facts.ts";
import { contentOf, messageIds, reportInText, reportOf, type MailReport } from "#email/mail-report.ts";
import { newTextOf, wholeTextOf } from "#email/new-text.ts";
import type { IncomingMail } from "#usecases/replies/take-reply.ts";

const NESTING_MAX = 30;
const HEADER_BYTES_MAX = 512_000;
const RECIPIENTS_MAX = 200;
const REFERENCES_MAX = 100;
const FIELD_LENGTH_MAX = 500;
const FILE_NAME_LENGTH_MAX = 120;
const ATTACHMENTS_MAX = 10;
/** A report stands at the beginning; what follows is the mail that it is about. */
const REPORT_BYTES_MAX = 256 * 1024;
/** What calendars write themselves under an acceptance or a refusal. */
const MEETING_WORDS =
  /^.{0,120}(a (accepté|refusé|décliné|provisoirement accepté)|has (accepted|declined|tentatively accepted)|accepted this invitation|declined this invitation)/i;
/** Where a server says whom it really was for. */
const RECIPIENT_HEADERS: readonly string[] = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to"];

/** Raw MIME as the facts that decide what becomes of it; null when this is no mail (no sender at all). */
export async function readIncomingMail(raw: Uint8Array): Promise<IncomingMail | null> {
  const mail = await parsed(raw);
  const from = mail === null ? null : senderOf(mail);
  if (mail === null || from === null) return null;
  const headers = headersOf(mail);
  const text = wholeTextOf(mail.text ?? null, mail.html ?? null);
  const newText = newTextOf(mail.text ?? null, mail.html ?? null);
  const bare: MailFacts = {
    headers,
    from: from.address,
    fromName: from.name,
    subject: short(mail.subject ?? ""),
    text,
    deliveries: null,
    complaint: null,
    isMeetingAnswer: isMeetingAnswer(mail, newText),
  };
  const report = reportIn(mail, bare, raw);
  return {
    facts: { ...bare, deliveries: report.deliveries, complaint: report.complaint },
    messageId: messageIds(mail.messageId ?? "")[0] ?? madeUpId(raw),
    answers: [
      ...messageIds(mail.inReplyTo ?? ""),
      ...messageIds(mail.references ?? "").toReversed(),
      ...report.originalIds,
    ].slice(0, REFERENCES_MAX),
    fromEmail: short(from.address).toLowerCase(),
    to: recipientsOf(mail, headers),
    newText,
    fullText: text,
    attachments: attachmentNames(mail),
  };
}

async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(labelled(raw), {
      forceRfc822Attachments: true,
      maxNestingDepth: NESTING_MAX,
      maxHeadersSize: HEADER_BYTES_MAX,
    });
  } catch {
    return null;
  }
}

/** Eight-bit words without a charset are those of an old Windows, if they are not UTF-8. */
function labelled(raw: Uint8Array): Uint8Array {
  if (isUtf8(raw) || Buffer.from(raw).includes("charset=")) return raw;
  return new TextEncoder().encode(new TextDecoder("windows-1252").decode(raw));
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

/** Some servers announce parts and do not mark them: then the whole body is searched for what they would hold. */
function reportIn(mail: Email, facts: MailFacts, raw: Uint8Array): MailReport {
  const found = reportOf(mail.attachments, facts.subject, facts.from);
  if (found.deliveries !== null || found.complaint !== null) return found;
  if (!isReport(facts) && !isMachine(facts)) return found;
  const inText = reportInText(new TextDecoder("latin1").decode(raw.subarray(0, REPORT_BYTES_MAX)));
  return { ...inText, originalIds: found.originalIds.length > 0 ? found.originalIds : inText.originalIds };
}

function isMeetingAnswer(mail: Email, newText: string): boolean {
  const answers = mail.attachments.some(
    (part) => part.mimeType === "text/calendar" && /^METHOD:REPLY\s*$/im.test(contentOf(part)),
  );
  return answers && (newText === "" || MEETING_WORDS.test(newText));
}

/** What came with it, by name; pictures of a signature are no papers. */
function attachmentNames(mail: Email): readonly string[] {
  return mail.attachments
    .filter((part) => part.disposition !== "inline" && part.related !== true)
    .flatMap(({ filename }) => (filename === null || filename.trim() === "" ? [] : [short(filename)]))
    .slice(0, ATTACHMENTS_MAX)
    .map((name) => name.slice(0, FILE_NAME_LENGTH_MAX));
}

/** A mail without a message id still comes once: its content is its identity. */
function madeUpId(raw: Uint8Array): string {
  return `<${createHash("sha256").update(raw).digest("hex")}@no-message-id.invalid>`;
}

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** From, else whoever else signs for it: an old server's report may come from "MAILER-DAEMON" and no more. */
function senderOf(mail: Email): Mailbox | null {
  const named = firstAddress([mail.from, mail.sender].filter((each) => each !== undefined));
  if (named !== null) return named;
  const bare = /^\s*([a-z-]*daemon|postmaster)\b/i.exec(mail.from?.name ?? "")?.[1];
  return bare === undefined ? null : { name: "", address: bare };
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
  return text
    .replace(/[\s\0]+/g, " ")
    .trim()
    .slice(0, FIELD_LENGTH_MAX);
}

import { documentCard, sentMailCard } from "#cards/document.ts";
import { dayIn } from "#domain/calendar.ts";
import type { DocumentHead } from "#domain/document.ts";
import { DOCUMENT_LINK, type LinkPurpose } from "#domain/one-time-link.ts";
import { mayTouch, type Act } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { askById } from "#store/asks.ts";
import { customerName } from "#store/card-facts.ts";
import { documentBytes, documentHead } from "#store/documents.ts";
import { appendEvent } from "#store/events.ts";
import { lettersOfAsk } from "#store/letters.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { flagsOf } from "#store/step-effects.ts";
import { sentMailById } from "#store/sent-mails.ts";
import type { Context } from "#usecases/context.ts";
import { printDraft } from "#usecases/letters/approve-letter.ts";
import { caseFileOf } from "#usecases/letters/case-file.ts";
import { drawingFor, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { makeLink } from "#usecases/delivery/one-time-links.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** The file itself where the chat lets a bot hand one over, else a card with a link that is the reader's own. */
export type OfferedDocument =
  | { readonly is: "file"; readonly make: () => Promise<LinkedFile | null>; readonly text: string }
  | { readonly is: "card"; readonly drawn: Drawn };

/** For whom a document is, and how their chat takes it. */
export interface DocumentReader {
  readonly viewer: Person;
  readonly takesFiles: boolean;
}

/** A letter of an ask: what was approved, else the draft. */
export async function showLetter(
  context: Context,
  reader: DocumentReader,
  input: { readonly ask: number; readonly at: number },
): Promise<Result<OfferedDocument>> {
  const { db } = context.store;
  const ask = await askById(db, input.ask);
  if (ask === null) return refused({ why: "gone" });
  const letter = (await lettersOfAsk(db, ask.id))[input.at];
  const purpose: LinkPurpose =
    letter === undefined
      ? { for: "letter-draft", ask: ask.id, at: input.at }
      : { for: "document", document: letter.document };
  const head = letter === undefined ? null : await documentHead(db, letter.document);
  const draft = letter === undefined ? await printDraft(context, ask.id, input.at) : null;
  const name = head?.name ?? draft?.name;
  return name === undefined
    ? refused({ why: "gone" })
    : offer(context, reader, { customer: ask.customer, act: "see-customer", purpose, name });
}

/** A kept document. */
export async function showDocument(
  context: Context,
  reader: DocumentReader,
  input: { readonly document: number },
): Promise<Result<OfferedDocument>> {
  const head = await documentHead(context.store.db, input.document);
  if (head === null) return refused({ why: "gone" });
  const purpose = { for: "document", document: head.id } as const;
  return offer(context, reader, { customer: head.customer, act: rightFor(head), purpose, name: head.name });
}

/** A customer's case file, gathered when it is opened. */
export async function showCaseFile(
  context: Context,
  reader: DocumentReader,
  input: { readonly customer: string },
): Promise<Result<OfferedDocument>> {
  const customer = await customerName(context.store.db, input.customer);
  if (customer === null) return refused({ why: "unknown-customer", typed: input.customer });
  const purpose = { for: "case-file", customer: customer.code } as const;
  const name = `${wordsFor(reader.viewer.locale).cards.letters.caseFile} ${customer.name}`;
  return offer(context, reader, { customer: customer.code, act: "case-file", purpose, name });
}

/** A mail as it was sent, in text. */
export async function showSentMail(
  context: Context,
  viewer: Person,
  input: { readonly reminder: number },
): Promise<Result<Drawn>> {
  const { db } = context.store;
  const drawing = drawingFor(context, viewer);
  const mail = await sentMailById(db, input.reminder);
  if (mail === null) return refused({ why: "gone" });
  if (!(await may(drawing, mail.payer, "see-customer"))) return refused({ why: "not-allowed" });
  await noteViewed(context, viewer.id, mail.payer, { reminder: mail.id });
  const sentOn = drawing.words.say.day(dayIn(mail.sentAt, viewer.timeZone), "full");
  const { id: reminder, subject, to, text } = mail;
  const flaggedBy = await flagsOf(db, reminder);
  const mayFlag = !flaggedBy.includes(viewer.name) && (await may(drawing, mail.payer, "comment"));
  const card = sentMailCard({ reminder, subject, to, text, sentOn, flaggedBy, mayFlag }, drawing.words);
  return done({ card, customers: [] });
}

/** A file behind a link, for the person it was made for; null = not, or no longer, theirs to read. */
export interface LinkedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Rights are asked again when a link is opened: who left the customer meanwhile reads nothing. */
export async function openLinked(context: Context, purpose: LinkPurpose, person: number): Promise<LinkedFile | null> {
  const viewer = await personById(context.store.db, person);
  if (viewer === null || !viewer.active) return null;
  const drawing = drawingFor(context, viewer);
  switch (purpose.for) {
    case "document":
      return openDocument(drawing, purpose.document);
    case "letter-draft": {
      const draft = await printDraft(context, purpose.ask, purpose.at);
      if (draft === null || !(await may(drawing, draft.customer, "see-customer"))) return null;
      return { name: draft.name, type: "application/pdf", bytes: draft.bytes };
    }
    case "case-file": {
      if (!(await may(drawing, purpose.customer, "case-file"))) return null;
      await noteViewed(context, viewer.id, purpose.customer, { caseFile: true });
      return caseFileOf(drawing, purpose.customer);
    }
    default:
      return null;
  }
}

async function openDocument(drawing: Drawing, id: number): Promise<LinkedFile | null> {
  const { db } = drawing.context.store;
  const head = await documentHead(db, id);
  const bytes = head === null ? null : await documentBytes(db, id);
  if (head === null || bytes === null || !(await may(drawing, head.customer, rightFor(head)))) return null;
  await noteViewed(drawing.context, drawing.viewer.id, head.customer, { document: id });
  return { name: head.name, type: head.type, bytes };
}

async function offer(
  context: Context,
  { viewer, takesFiles }: DocumentReader,
  about: { readonly customer: string; readonly act: Act; readonly purpose: LinkPurpose; readonly name: string },
): Promise<Result<OfferedDocument>> {
  const drawing = drawingFor(context, viewer);
  if (!(await may(drawing, about.customer, about.act))) return refused({ why: "not-allowed" });
  if (takesFiles) {
    return done({ is: "file", make: () => openLinked(context, about.purpose, viewer.id), text: about.name });
  }
  const href = await makeLink(context, { purpose: about.purpose, person: viewer.id, ...DOCUMENT_LINK });
  return done({ is: "card", drawn: { card: documentCard({ name: about.name, href }, drawing.words), customers: [] } });
}

/** A letter is the customer's history; a case file is finance's. */
function rightFor(head: DocumentHead): Act {
  return head.kind === "case-file" ? "case-file" : "see-customer";
}

async function may({ context, viewer }: Drawing, customer: string, act: Act): Promise<boolean> {
  const owner = await ownershipOfCustomer(context.store.db, customer);
  return owner !== null && mayTouch(viewer, owner, act);
}

async function noteViewed(
  context: Context,
  person: number,
  customer: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendEvent(context.store.db, {
    at: context.now,
    kind: "viewed",
    actor: { is: "person", id: person },
    customer,
    data,
  });
}

import { complaintCard, wholeReplyCard } from "#cards/reply-aside.ts";
import { replyCard } from "#cards/reply.ts";
import { dayIn } from "#domain/calendar.ts";
import { mayTouch, type Ownership } from "#domain/permission.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { customerName } from "#store/card-facts.ts";
import { addressesStoppedAt } from "#store/contacts.ts";
import { appendEvent } from "#store/events.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { replyById, type RecordedReply } from "#store/replies.ts";
import type { Context } from "#usecases/context.ts";
import { colleagueOf, drawingFor, type Drawing, type Drawn, shownOn } from "#usecases/delivery/drawing.ts";
import { proposalsOf } from "#usecases/replies/reply-proposals.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/**
 * A customer's mail, to those who may see the customer; one of an unknown sender is finance's to read. `lateHolder` = who
 * had it before it came to finance by the clock.
 */
export async function drawReply(drawing: Drawing, id: number, lateHolder: number | null = null): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const { db } = context.store;
  const reply = await replyById(db, id);
  const rights = reply === null ? null : await rightsTo(drawing, reply);
  if (reply === null || rights === null) return null;
  if (reply.kind === "complaint") return drawComplaint(drawing, reply);
  const receivedOn = dayIn(reply.receivedAt, viewer.timeZone);
  const { promise, dispute } = await proposalsOf(context, db, reply);
  const card = replyCard(
    {
      id: reply.id,
      customer: await customerOf(drawing, reply),
      from: reply.fromEmail,
      receivedAt: reply.receivedAt,
      receivedOn,
      text: reply.newText,
      attachments: reply.attachments,
      hasMore: reply.fullText !== "" && reply.fullText !== reply.newText,
      takenOver: lateHolder === null ? null : { from: await colleagueOf(drawing, lateHolder) },
      state: reply.state,
      closedBy: await colleagueOf(drawing, reply.closedBy),
      mayAnswer: rights.mayAnswer,
      days: promiseDays(context.today),
      promise,
      dispute: dispute === null ? null : { ...dispute, invoices: dispute.invoices.map(({ number }) => number) },
      asOf: shownOn(drawing, receivedOn).asOf,
    },
    words,
  );
  return { card, customers: reply.customer === null ? [] : [reply.customer] };
}

/** All that a mail says, what it quotes included; that it was read is in the log. */
export async function showWholeReply(
  context: Context,
  viewer: Person,
  input: { readonly reply: number },
): Promise<Result<Drawn>> {
  const { db } = context.store;
  const drawing = drawingFor(context, viewer);
  const reply = await replyById(db, input.reply);
  if (reply === null) return refused({ why: "gone" });
  if ((await rightsTo(drawing, reply)) === null) return refused({ why: "not-allowed" });
  await appendEvent(db, {
    at: context.now,
    kind: "viewed",
    actor: { is: "person", id: viewer.id },
    customer: reply.customer,
    data: { reply: reply.id },
  });
  const card = wholeReplyCard(
    {
      customer: await customerOf(drawing, reply),
      from: reply.fromEmail,
      subject: reply.subject,
      receivedAt: reply.receivedAt,
      receivedOn: dayIn(reply.receivedAt, viewer.timeZone),
      text: reply.fullText === "" ? reply.newText : reply.fullText,
      attachments: reply.attachments,
      asOf: drawing.asOf,
    },
    drawing.words,
  );
  return done({ card, customers: [] });
}

async function drawComplaint(drawing: Drawing, reply: RecordedReply): Promise<Drawn> {
  const { db } = drawing.context.store;
  const addresses = await addressesStoppedAt(db, "complaint", reply.receivedAt);
  const customer = await customerOf(drawing, reply);
  return { card: complaintCard({ customer, addresses, asOf: drawing.asOf }, drawing.words), customers: [] };
}

/** Null = the reader may not even see it. */
async function rightsTo(
  { context, viewer }: Drawing,
  { customer }: RecordedReply,
): Promise<{ readonly mayAnswer: boolean } | null> {
  const owner: Ownership | null = customer === null ? null : await ownershipOfCustomer(context.store.db, customer);
  const isFinance = hasRole(viewer, "finance");
  if (owner === null) return isFinance ? { mayAnswer: true } : null;
  return mayTouch(viewer, owner, "see-customer") ? { mayAnswer: mayTouch(viewer, owner, "answer") } : null;
}

function customerOf({ context }: Drawing, { customer }: RecordedReply) {
  return customer === null ? Promise.resolve(null) : customerName(context.store.db, customer);
}

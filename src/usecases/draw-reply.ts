import { replyCard } from "#cards/reply.ts";
import { dayIn } from "#domain/calendar.ts";
import { mayTouch } from "#domain/permission.ts";
import { hasRole } from "#domain/person.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { customerName } from "#store/card-facts.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { replyById } from "#store/replies.ts";
import { type Drawing, type Drawn, nameOf, shownOn } from "#usecases/drawing.ts";

/** A customer's mail, to those who may see the customer; one of an unknown sender is finance's to read. */
export async function drawReply(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const { db } = context.store;
  const reply = await replyById(db, id);
  if (reply === null) return null;
  const owner = reply.customer === null ? null : await ownershipOfCustomer(db, reply.customer);
  const isFinance = hasRole(viewer, "finance");
  const maySee = owner === null ? isFinance : mayTouch(viewer, owner, "see-customer");
  if (!maySee) return null;
  const receivedOn = dayIn(reply.receivedAt, viewer.timeZone);
  const card = replyCard(
    {
      id: reply.id,
      customer: reply.customer === null ? null : await customerName(db, reply.customer),
      from: reply.fromEmail,
      receivedAt: reply.receivedAt,
      receivedOn,
      text: reply.newText,
      state: reply.state,
      closedBy: await nameOf(drawing, reply.closedBy),
      mayAnswer: owner === null ? isFinance : mayTouch(viewer, owner, "answer"),
      days: promiseDays(context.today),
      asOf: shownOn(drawing, receivedOn).asOf,
    },
    words,
  );
  return { card, customers: reply.customer === null ? [] : [reply.customer] };
}

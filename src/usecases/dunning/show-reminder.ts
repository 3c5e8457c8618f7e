import { reminderPreviewCard, type LeavingView } from "#cards/reminder-preview.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { customerName } from "#store/card-facts.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { leavingSoon } from "#usecases/dunning/leaving-reminders.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { writeReminder } from "#usecases/dunning/write-reminder.ts";

/** The e-mails that leave to a customer today or the next working day, with their text (V14). */
export async function showReminder(
  context: Context,
  viewer: Person,
  input: { readonly customer: string; readonly seller?: string | undefined },
): Promise<Result<Drawn>> {
  const { db } = context.store;
  const drawing = drawingFor(context, viewer);
  const customer = await customerName(db, input.customer);
  const owner = customer === null ? null : await ownershipOfCustomer(db, customer.code);
  if (customer === null || owner === null || !mayTouch(viewer, owner, "see-customer")) {
    return refused({ why: "not-allowed" });
  }
  const soon = await leavingSoon(context, [customer.payer]);
  const leaving: LeavingView[] = [];
  for (const { day, message, total } of soon) {
    if (input.seller !== undefined && message.seller !== input.seller) continue;
    const { subject, text } = await writeReminder(context, db, message);
    leaving.push({ step: message.step, day, total, invoices: message.lines.length, to: message.to, subject, text });
  }
  const view = { customer, leaving, mayHold: mayTouch(viewer, owner, "hold"), asOf: drawing.asOf };
  return done({ card: reminderPreviewCard(view, drawing.words), customers: [customer.code, customer.payer] });
}

import type { Form } from "#cards/card.ts";
import { flagForm } from "#cards/forms/flag-form.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { customerName } from "#store/card-facts.ts";
import { appendEvent } from "#store/events.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { sentMailById } from "#store/sent-mails.ts";
import { insertFlag } from "#store/step-effects.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import type { Context } from "#usecases/context.ts";
import type { Drawing } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** The form that says a reminder was badly received, for those who may comment on the customer. */
export async function flagFormFor({ context, viewer, words }: Drawing, reminder: number): Promise<Result<Form>> {
  const { db } = context.store;
  const mail = await sentMailById(db, reminder);
  const customer = mail === null ? null : await customerName(db, mail.payer);
  const owner = customer === null ? null : await ownershipOfCustomer(db, customer.code);
  if (customer === null || owner === null) return refused({ why: "gone" });
  if (!mayTouch(viewer, owner, "comment")) return refused({ why: "not-allowed" });
  return done(flagForm({ reminder, customer: customer.name }, words));
}

/** A colleague heard that a reminder was badly received (D13): kept once each, counted, and told in the timeline. */
export async function flagReminder(
  context: Context,
  person: Person,
  input: { readonly reminder: number; readonly comment?: string | undefined },
): Promise<Result<number>> {
  return context.store.db.transaction(async (tx) => {
    const mail = await sentMailById(tx, input.reminder);
    const owner = mail === null ? null : await ownershipOfCustomer(tx, mail.payer);
    if (mail === null || owner === null) return refused({ why: "gone" });
    if (!mayTouch(person, owner, "comment")) return refused({ why: "not-allowed" });
    const comment = input.comment?.trim().slice(0, COMMENT_LENGTH_MAX) ?? "";
    const flag = {
      reminderId: mail.id,
      personId: person.id,
      comment: comment === "" ? null : comment,
      at: context.now,
    };
    if (await insertFlag(tx, flag)) {
      await appendEvent(tx, {
        at: context.now,
        kind: "badly-received",
        actor: { is: "person", id: person.id },
        customer: mail.payer,
        subject: "reminders",
        subjectId: mail.id,
        data: comment === "" ? {} : { text: comment },
      });
    }
    return done(mail.id);
  });
}

import type { Form } from "#cards/card.ts";
import { circuitForm, contactForm, customerNoteForm, keepBlockForm, urgentBlockForm } from "#cards/forms/note-forms.ts";
import { addWorkingDays } from "#domain/calendar.ts";
import { latestHold } from "#domain/hold.ts";
import { contactsOf } from "#store/contacts.ts";
import { circuitOf } from "#store/customer-notes.ts";
import { blockedUntil } from "#usecases/stops/block-urgently.ts";
import type { Drawing } from "#usecases/delivery/drawing.ts";
import { NOTE_KINDS } from "#usecases/customers/note-customer.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** How long finance keeps a customer stopped unless it says otherwise. */
const KEPT_WORKING_DAYS = 5;

interface About {
  readonly ask?: number | undefined;
  readonly contact?: number | undefined;
}

interface Subject {
  readonly customer: string;
  readonly name: string;
}

type Build = (drawing: Drawing, about: About, subject: Subject) => Promise<Result<Form>>;

/** The forms in which a rep says what only a rep knows, and finance answers an urgent stop. */
export const NOTE_FORMS: Readonly<
  Record<"urgent-block" | "keep-block" | "contact" | "circuit" | "customer-note", Build>
> = {
  "urgent-block": async ({ words, context }, _about, subject) =>
    done(urgentBlockForm({ customer: named(subject), until: blockedUntil(context.today) }, words)),
  "keep-block": async ({ words, context }, { ask }, { name }) => {
    if (ask === undefined) return refused({ why: "gone" });
    const day = addWorkingDays(context.today, KEPT_WORKING_DAYS);
    return done(keepBlockForm({ subject: { ask }, customer: name, day }, words));
  },
  contact: async ({ words, context }, about, subject) => {
    const known = about.contact === undefined ? [] : await contactsOf(context.store.db, subject.customer);
    const contact = known.find(({ id }) => id === about.contact) ?? null;
    if (contact === null && about.contact !== undefined) return refused({ why: "gone" });
    return done(contactForm({ customer: named(subject), contact }, words));
  },
  circuit: async ({ words, context }, _about, subject) => {
    const circuit = await circuitOf(context.store.db, subject.customer);
    return done(circuitForm({ customer: named(subject), circuit }, words));
  },
  "customer-note": async ({ words, context }, _about, subject) => {
    const view = { customer: named(subject), kinds: NOTE_KINDS, latest: latestHold(context.today) };
    return done(customerNoteForm(view, words));
  },
};

function named({ customer, name }: Subject) {
  return { code: customer, name };
}

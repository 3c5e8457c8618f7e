import type { Form } from "#cards/card.ts";
import { choiceField, dayField, lineField, paragraphField } from "#cards/forms/field.ts";
import { COMMENT_LENGTH_MAX, contextOf, type FormSubject } from "#cards/forms/form-context.ts";
import type { CircuitView } from "#cards/task-note.ts";
import type { ContactView, CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import { CONTACT_ROLES } from "#domain/customer.ts";
import type { Words } from "#i18n/words.ts";

const NAME_LENGTH_MAX = 120;
const EMAIL_LENGTH_MAX = 254;
const PHONE_LENGTH_MAX = 40;
const PORTAL_LENGTH_MAX = 200;
const CUT_OFF_LENGTH_MAX = 2;
const WHY_LENGTH_MAX = 200;

/** One field: `why` (E9). */
export function urgentBlockForm(view: { readonly customer: CustomerName; readonly until: Day }, words: Words): Form {
  const say = words.notes.block;
  return {
    name: "urgent-block",
    title: say.formTitle,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.formIntro(view.customer.name, view.until),
    fields: [lineField("why", say.formWhy, WHY_LENGTH_MAX, { hint: words.cards.forms.privacyHint, optional: true })],
    context: contextOf({ customer: view.customer.code }),
  };
}

/** One field: `until`. */
export function keepBlockForm(
  view: { readonly subject: FormSubject; readonly customer: string; readonly day: Day },
  words: Words,
): Form {
  const say = words.notes.block;
  return {
    name: "keep-block",
    title: say.keepTitle,
    submit: say.keepSubmit,
    cancel: words.cards.forms.cancel,
    intro: words.cards.forms.forCustomer(view.customer),
    fields: [dayField("until", say.keepUntil, { value: view.day })],
    context: contextOf(view.subject),
  };
}

/** Fields: `name`, `email`, `phone`, `role`; `contact` null = somebody new (E7). */
export function contactForm(
  view: { readonly customer: CustomerName; readonly contact: (ContactView & { readonly id: number }) | null },
  words: Words,
): Form {
  const say = words.notes.contact;
  const { customer, contact } = view;
  const roles = CONTACT_ROLES.map((value) => ({ label: words.say.capital(words.common.contactRoles[value]), value }));
  return {
    name: "contact",
    title: say.formTitle,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.formIntro(customer.name, contact?.name ?? null),
    fields: [
      lineField("name", say.name, NAME_LENGTH_MAX, { value: contact?.name }),
      lineField("email", say.email, EMAIL_LENGTH_MAX, { value: contact?.email, optional: true }),
      lineField("phone", say.phone, PHONE_LENGTH_MAX, { value: contact?.phone, optional: true }),
      choiceField("role", say.role, roles, { value: contact?.role ?? "billing" }),
    ],
    context: { ...contextOf({ customer: customer.code }), ...(contact === null ? {} : { contact: contact.id }) },
  };
}

/** Fields: `portal`, `order` ("yes" ticked), `cutOff`, `note` (E7). */
export function circuitForm(
  view: { readonly customer: CustomerName; readonly circuit: CircuitView | null },
  words: Words,
): Form {
  const say = words.notes.circuit;
  const { customer, circuit } = view;
  return {
    name: "circuit",
    title: say.formTitle,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.formIntro(customer.name),
    fields: [
      lineField("portal", say.formPortal, PORTAL_LENGTH_MAX, { value: circuit?.portal, optional: true }),
      {
        is: "choices",
        name: "order",
        label: say.formOrder,
        options: [{ label: say.formOrderHint, value: "yes" }],
        optional: true,
        ...(circuit?.wantsOrderNumber === true ? { values: ["yes"] } : {}),
      },
      lineField("cutOff", say.formCutOff, CUT_OFF_LENGTH_MAX, {
        value: circuit?.cutOffDay?.toString(),
        hint: say.formCutOffHint,
        optional: true,
      }),
      paragraphField("note", say.formNote, COMMENT_LENGTH_MAX, {
        value: circuit?.note,
        hint: words.cards.forms.privacyHint,
        optional: true,
      }),
    ],
    context: contextOf({ customer: customer.code }),
  };
}

/** Fields: `kind`, `until`, `text` (E8). */
export function customerNoteForm(
  view: { readonly customer: CustomerName; readonly kinds: readonly NoteKind[]; readonly latest: Day },
  words: Words,
): Form {
  const say = words.notes.noteForm;
  const kinds = view.kinds.map((value) => ({ label: say.kinds[value], value }));
  return {
    name: "customer-note",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.intro(view.customer.name),
    fields: [
      choiceField("kind", say.kind, kinds),
      dayField("until", say.until, { value: view.latest, hint: say.untilHint(view.latest) }),
      lineField("text", say.text, WHY_LENGTH_MAX, { hint: words.cards.forms.privacyHint, optional: true }),
    ],
    context: contextOf({ customer: view.customer.code }),
  };
}

type NoteKind = keyof Words["notes"]["noteForm"]["kinds"];

import type { Field, Form } from "#cards/card.ts";
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
    fields: [line("why", say.formWhy, WHY_LENGTH_MAX, { hint: words.cards.forms.privacyHint })],
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
    fields: [{ is: "day", name: "until", label: say.keepUntil, value: view.day }],
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
  return {
    name: "contact",
    title: say.formTitle,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.formIntro(customer.name, contact?.name ?? null),
    fields: [
      line("name", say.name, NAME_LENGTH_MAX, { value: contact?.name, needed: true }),
      line("email", say.email, EMAIL_LENGTH_MAX, { value: contact?.email }),
      line("phone", say.phone, PHONE_LENGTH_MAX, { value: contact?.phone }),
      {
        is: "choice",
        name: "role",
        label: say.role,
        options: CONTACT_ROLES.map((value) => ({ label: words.say.capital(words.common.contactRoles[value]), value })),
        value: contact?.role ?? "billing",
      },
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
      line("portal", say.formPortal, PORTAL_LENGTH_MAX, { value: circuit?.portal }),
      {
        is: "choices",
        name: "order",
        label: say.formOrder,
        options: [{ label: say.formOrderHint, value: "yes" }],
        optional: true,
        ...(circuit?.wantsOrderNumber === true ? { values: ["yes"] } : {}),
      },
      line("cutOff", say.formCutOff, CUT_OFF_LENGTH_MAX, {
        value: circuit?.cutOffDay?.toString(),
        hint: say.formCutOffHint,
      }),
      {
        is: "paragraph",
        name: "note",
        label: say.formNote,
        hint: words.cards.forms.privacyHint,
        optional: true,
        lengthMax: COMMENT_LENGTH_MAX,
        ...(typeof circuit?.note === "string" ? { value: circuit.note } : {}),
      },
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
  return {
    name: "customer-note",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.intro(view.customer.name),
    fields: [
      {
        is: "choice",
        name: "kind",
        label: say.kind,
        options: view.kinds.map((value) => ({ label: say.kinds[value], value })),
      },
      { is: "day", name: "until", label: say.until, hint: say.untilHint(view.latest), value: view.latest },
      line("text", say.text, WHY_LENGTH_MAX, { hint: words.cards.forms.privacyHint }),
    ],
    context: contextOf({ customer: view.customer.code }),
  };
}

type NoteKind = keyof Words["notes"]["noteForm"]["kinds"];

function line(
  name: string,
  label: string,
  lengthMax: number,
  more: { readonly value?: string | null | undefined; readonly hint?: string; readonly needed?: true } = {},
): Field {
  const { value, hint, needed } = more;
  return {
    is: "line",
    name,
    label,
    lengthMax,
    ...(needed === true ? {} : { optional: true }),
    ...(hint === undefined ? {} : { hint }),
    ...(value === null || value === undefined ? {} : { value }),
  };
}

import type { Card, Control, Part } from "#cards/card.ts";
import { circuitLines, type CircuitView } from "#cards/task-note.ts";
import { asOfPart, contactReach, type AsOf, type ContactView, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { ContactStop } from "#domain/customer.ts";
import type { Words } from "#i18n/words.ts";

/** Whom to call and write to at a customer, and how it takes invoices in (E7). */
export interface ContactsView {
  readonly customer: CustomerName;
  readonly contacts: readonly (ContactView & { readonly id: number; readonly stopped: ContactStop | null })[];
  readonly circuit: CircuitView | null;
  readonly noted: { readonly by: string; readonly on: Day } | null;
  readonly mayNote: boolean;
  /** The reader's own change that they may still take back; null = none. */
  readonly undoEvent: number | null;
  readonly asOf: AsOf;
}

/** A chat's menu of people stays short. */
const CONTACTS_MAX = 20;

/** Everybody known by role, the invoicing circuit, and what to do where either is wrong. */
export function contactsCard(view: ContactsView, words: Words): Card {
  const { contact: say, circuit } = words.notes;
  const title = say.heading(view.customer.name);
  const contacts = view.contacts.slice(0, CONTACTS_MAX);
  return {
    name: "contacts",
    summary: title,
    parts: [
      { is: "heading", text: title },
      ...(contacts.length === 0 ? [text(say.none)] : []),
      ...contacts.map((contact) => ({ is: "item", text: contactText(contact, words) }) as const),
      { is: "text", text: [{ text: circuit.heading, strong: true }] },
      ...circuitLines(view.circuit, words).map(text),
      ...(view.noted === null ? [] : [{ is: "small", text: circuit.changedBy(view.noted.by, view.noted.on) } as const]),
      ...(view.mayNote ? [{ is: "controls", controls: controls(view, words) } as const] : []),
      asOfPart(view.asOf, words),
    ],
  };
}

function text(said: string): Part {
  return { is: "text", text: said };
}

function contactText(contact: ContactsView["contacts"][number], words: Words): string {
  const line = contactReach(contact, words);
  return contact.stopped === null
    ? line
    : `${line}${words.cards.customer.contactStopped(words.common.contactStops[contact.stopped])}`;
}

function controls(view: ContactsView, words: Words): readonly Control[] {
  const { contact: say, circuit } = words.notes;
  const customer = view.customer.code;
  const correct: Control = {
    is: "menu",
    label: say.correct,
    options: view.contacts.slice(0, CONTACTS_MAX).map(({ id, name }) => ({
      label: name,
      action: { do: "open-form", form: "contact", customer, contact: id },
    })),
  };
  return [
    { is: "button", label: say.add, action: { do: "open-form", form: "contact", customer } },
    ...(view.contacts.length === 0 ? [] : [correct]),
    { is: "button", label: circuit.button, action: { do: "open-form", form: "circuit", customer } },
    ...(view.undoEvent === null
      ? []
      : [
          {
            is: "button",
            label: words.common.buttons.undo,
            action: { do: "undo", event: view.undoEvent },
          } satisfies Control,
        ]),
  ];
}

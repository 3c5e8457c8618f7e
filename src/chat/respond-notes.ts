import type { ActionTable, NoteAction } from "#chat/action-table.ts";
import { actorOf, cardOf, refuse, shownAfter, type Asked } from "#chat/asked.ts";
import { answered, missing } from "#chat/form-reply.ts";
import { choiceOf, choicesOf, codeOf, dayOf, idOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { CONTACT_ROLES } from "#domain/customer.ts";
import { blockUrgently } from "#usecases/stops/block-urgently.ts";
import { decideNote, keepBlocked } from "#usecases/customers/decide-note.ts";
import { noteCircuit } from "#usecases/customers/note-circuit.ts";
import { NOTE_KINDS, noteCustomer } from "#usecases/customers/note-customer.ts";
import { proposeContact } from "#usecases/customers/propose-contact.ts";
import { showContacts } from "#usecases/customers/show-contacts.ts";
import { showFactored } from "#usecases/dunning/show-factored.ts";

/** Buttons about what a rep knows of a customer, and about invoices that a factor has financed. */
export const NOTES: Pick<ActionTable, NoteAction> = {
  "show-contacts": async (asked, { customer }) => {
    const found = await showContacts(asked.context, asked.person, { customer });
    return found.ok ? cardOf(asked, found.value, { show: "contacts", customer }) : refuse(asked, found.refusal);
  },
  "show-factored": async (asked, { page }) => {
    const found = await showFactored(asked.context, asked.person, { page });
    return found.ok ? cardOf(asked, found.value, null) : refuse(asked, found.refusal);
  },
  "decide-note": async (asked, { ask, agreed }) =>
    shownAfter(asked, await decideNote(asked.context, actorOf(asked), { ask, agreed })),
};

/** The forms of the same. */
export const NOTE_ANSWERS = {
  "urgent-block": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const blocking = { customer: codeOf(answer, "customer") ?? "", why: textOf(answer, "why") };
    return answered(asked, await blockUrgently(asked.context, actorOf(asked), blocking), {});
  },

  "keep-block": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const ask = idOf(answer, "ask");
    const until = dayOf(answer, "until");
    if (ask === undefined) return refuse(asked, { why: "gone" });
    if (until === undefined) return missing(asked, "until");
    const result = await keepBlocked(asked.context, actorOf(asked), { ask, until });
    return answered(asked, result, { "date-in-past": "until", "date-too-far": "until" });
  },

  contact: async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const result = await proposeContact(asked.context, actorOf(asked), {
      customer: codeOf(answer, "customer") ?? "",
      contact: idOf(answer, "contact"),
      name: textOf(answer, "name"),
      email: textOf(answer, "email"),
      phone: textOf(answer, "phone"),
      role: choiceOf(answer, "role", CONTACT_ROLES) ?? "billing",
    });
    return answered(asked, result, { "email-not-understood": "email", "text-missing": "email" });
  },

  circuit: async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const result = await noteCircuit(asked.context, actorOf(asked), {
      customer: codeOf(answer, "customer") ?? "",
      portal: textOf(answer, "portal"),
      wantsOrderNumber: choicesOf(answer, "order").includes("yes"),
      cutOff: textOf(answer, "cutOff"),
      note: textOf(answer, "note"),
    });
    return answered(asked, result, { "not-a-number": "cutOff", "nothing-changed": "portal" });
  },

  "customer-note": async (asked: Asked, answer: FormAnswer): Promise<Reply> => {
    const kind = choiceOf(answer, "kind", NOTE_KINDS);
    if (kind === undefined) return missing(asked, "kind");
    const result = await noteCustomer(asked.context, actorOf(asked), {
      customer: codeOf(answer, "customer") ?? "",
      kind,
      until: dayOf(answer, "until"),
      text: textOf(answer, "text"),
    });
    return answered(asked, result, { "hold-too-long": "until", "date-in-past": "until", "nothing-changed": "kind" });
  },
};

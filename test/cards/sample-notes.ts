import type { Form } from "#cards/card.ts";
import { contactsCard, type ContactsView } from "#cards/contacts.ts";
import { factoredCard, type FactoredView } from "#cards/factored.ts";
import { circuitForm, contactForm, customerNoteForm, keepBlockForm, urgentBlockForm } from "#cards/forms/note-forms.ts";
import type { NoteTaskAbout } from "#cards/task-note.ts";
import { taskCard } from "#cards/task.ts";
import type { Words } from "#i18n/words.ts";
import { NOTE_KINDS } from "#usecases/customers/note-customer.ts";
import type { NamedCard } from "./samples.ts";
import { asOf, euro, garnier, sonia } from "./sample-people.ts";

const circuit = {
  portal: "portail.garnier.example",
  wantsOrderNumber: true,
  cutOffDay: 25,
  note: "Une facture par commande.",
} as const;
const by = "Claire Morel";

const ABOUTS: readonly NoteTaskAbout[] = [
  {
    is: "urgent-block",
    by,
    why: "Rendez-vous au siège demain",
    blockedUntil: "2026-11-25",
    keptUntil: "2026-12-01",
    takeBack: 7,
  },
  { is: "contact-proposed", by, now: sonia, proposed: { ...sonia, email: "sonia.perrin@garnier.example" } },
  { is: "circuit-changed", by, circuit },
  { is: "vip-proposed", by, why: "Notre premier client à l'Ouest" },
  { is: "paid-to-us" },
  { is: "insurer-declaration", before: "2026-12-01" },
];

const contacts: ContactsView = {
  customer: garnier,
  contacts: [
    { ...sonia, id: 1, email: "sonia@garnier.example", stopped: null },
    { id: 2, name: "Paul Perrin", role: "purchasing", phone: null, email: "paul@garnier.example", stopped: "bounced" },
  ],
  circuit,
  noted: { by, on: "2026-11-20" },
  mayNote: true,
  undoEvent: null,
  asOf,
};

const factored: FactoredView = {
  ours: { invoices: 1, amounts: [euro(8_200)] },
  notified: { invoices: 2, amounts: [euro(4_200)] },
  lines: [
    { id: 1, customer: garnier, number: "F00031", residual: euro(8_200), daysLate: 30, factoring: "confidential" },
    { id: 2, customer: garnier, number: "F00032", residual: euro(4_000), daysLate: 0, factoring: "notified" },
  ],
  page: 0,
  after: 1,
  asOf,
};

type Seen = "answers" | "waits" | "agreed" | "refused";

function task(about: NoteTaskAbout, seen: Seen, words: Words) {
  const isOpen = seen === "answers" || seen === "waits";
  return taskCard(
    {
      ask: 20,
      customer: garnier,
      about,
      totals: [],
      invoices: 0,
      oldestDaysLate: 0,
      state: isOpen ? "open" : "answered",
      withdrawn: null,
      by: isOpen ? null : "Nadia Benali",
      outcome: isOpen ? null : seen === "agreed" ? "approved" : "refused",
      mayAnswer: seen !== "waits",
      undoEvent: null,
      asOf,
    },
    words,
  );
}

/** What a rep knows of a customer, on cards; and the invoices that a factor has financed. */
export function noteCards(words: Words): readonly NamedCard[] {
  const seen = ["answers", "waits", "agreed", "refused"] as const;
  return [
    ...ABOUTS.flatMap((about) => seen.map((how): NamedCard => [`${about.is} ${how}`, task(about, how, words)])),
    ["contacts", contactsCard(contacts, words)],
    ["contacts unknown", contactsCard({ ...contacts, contacts: [], circuit: null, noted: null }, words)],
    ["factored", factoredCard(factored, words)],
    [
      "factored none",
      factoredCard(
        {
          ...factored,
          ours: { invoices: 0, amounts: [] },
          notified: { invoices: 0, amounts: [] },
          lines: [],
          after: 0,
        },
        words,
      ),
    ],
  ];
}

export function noteForms(words: Words): readonly Form[] {
  return [
    urgentBlockForm({ customer: garnier, until: "2026-11-25" }, words),
    keepBlockForm({ subject: { ask: 20 }, customer: garnier.name, day: "2026-12-01" }, words),
    contactForm({ customer: garnier, contact: null }, words),
    contactForm({ customer: garnier, contact: { ...sonia, id: 1 } }, words),
    circuitForm({ customer: garnier, circuit: null }, words),
    circuitForm({ customer: garnier, circuit }, words),
    customerNoteForm({ customer: garnier, kinds: NOTE_KINDS, latest: "2026-12-08" }, words),
  ];
}

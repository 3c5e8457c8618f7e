import type { NoteTaskAbout } from "#cards/task-note.ts";
import { declareBefore } from "#domain/credit-insurance.ts";
import type { Day } from "#domain/calendar.ts";
import type { RecordedAsk } from "#store/asks.ts";
import { openerOf } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { circuitOf, contactProposalById } from "#store/customer-notes.ts";
import { eventById, lastEventAbout } from "#store/events.ts";
import { earliestInsuredDue } from "#store/insured.ts";
import { blockedUntil } from "#usecases/stops/block-urgently.ts";
import { type Drawing, nameOf, undoable } from "#usecases/delivery/drawing.ts";

/** What a task about a customer's ways, or about its factor or insurer, needs to be told; null = it is gone. */
export async function noteTaskAbout(
  drawing: Drawing,
  ask: RecordedAsk,
  kind: NoteTaskAbout["is"],
): Promise<NoteTaskAbout | null> {
  const { db } = drawing.context.store;
  switch (kind) {
    case "urgent-block":
      return urgentBlock(drawing, ask);
    case "contact-proposed":
      return proposedContact(drawing, ask);
    case "circuit-changed": {
      const circuit = await circuitOf(db, ask.customer);
      return { is: kind, by: await nameOf(drawing, circuit?.changedBy ?? null), circuit };
    }
    case "vip-proposed":
      return { is: kind, by: await openerName(drawing, ask), why: ask.why };
    case "paid-to-us":
      return { is: kind };
    case "insurer-declaration":
      return { is: kind, before: await declarationDay(drawing, ask) };
    default:
      return kind satisfies never;
  }
}

async function urgentBlock(drawing: Drawing, ask: RecordedAsk): Promise<NoteTaskAbout> {
  const { db } = drawing.context.store;
  const opened = await lastEventAbout(db, "asks", ask.id, ["ask-opened"]);
  const cause = opened?.data["causedBy"];
  const stop = typeof cause === "number" ? await eventById(db, cause) : null;
  const closing = ask.closedByEvent === null ? null : await eventById(db, ask.closedByEvent);
  return {
    is: "urgent-block",
    by: await openerName(drawing, ask),
    why: ask.why,
    blockedUntil: dayIn(stop?.data["until"]) ?? blockedUntil(ask.clockFrom),
    keptUntil: dayIn(closing?.data["until"]),
    takeBack: ask.state === "open" ? await undoable(drawing, stop?.id ?? null) : null,
  };
}

async function proposedContact(drawing: Drawing, ask: RecordedAsk): Promise<NoteTaskAbout | null> {
  const { db } = drawing.context.store;
  const proposed = await contactProposalById(db, ask.about);
  if (proposed === null) return null;
  const known = await contactsOf(db, proposed.customer);
  const now = known.find(({ id }) => id === proposed.contact) ?? null;
  return { is: "contact-proposed", by: await nameOf(drawing, proposed.proposedBy), now, proposed };
}

async function declarationDay({ context }: Drawing, ask: RecordedAsk): Promise<Day | null> {
  const { insurerDeclareDays: days } = context.settings;
  const invoices = ask.lines.map((line) => line.invoice);
  const due = days === null ? null : await earliestInsuredDue(context.store.db, invoices);
  return days === null || due === null ? null : declareBefore(due, days);
}

async function openerName(drawing: Drawing, ask: RecordedAsk): Promise<string | null> {
  return nameOf(drawing, await openerOf(drawing.context.store.db, ask.id));
}

function dayIn(value: unknown): Day | null {
  return typeof value === "string" ? (value as Day) : null;
}

import { absenceCard, type AbsenceView } from "#cards/absence.ts";
import type { Absence } from "#domain/absence.ts";
import { absenceRecord } from "#store/absences.ts";
import { openCallsOf } from "#store/portfolio.ts";
import { type Drawing, type Drawn, nameOf } from "#usecases/delivery/drawing.ts";

/** An absence, to whoever is absent or stands in; nobody else's business. */
export async function drawAbsence(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { context, words } = drawing;
  const record = await absenceRecord(context.store.db, id);
  if (record === null) return null;
  const reader = await readerOf(drawing, record.absence);
  if (reader === null) return null;
  const { from, until } = record.absence;
  const { today } = context;
  const is = record.cancelled ? "cancelled" : until < today ? "over" : from <= today ? "now" : "to-come";
  const view: AbsenceView = { absence: id, from, until, today, is, reader };
  return { card: absenceCard(view, words), customers: [] };
}

async function readerOf(drawing: Drawing, absence: Absence): Promise<AbsenceView["reader"] | null> {
  const { viewer, context } = drawing;
  if (absence.personId === viewer.id) return { is: "absent", delegate: await nameOf(drawing, absence.delegateId) };
  if (absence.delegateId !== viewer.id) return null;
  const absent = (await nameOf(drawing, absence.personId)) ?? "";
  return { is: "delegate", absent, calls: (await openCallsOf(context.store.db, viewer)).length };
}

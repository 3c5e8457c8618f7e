import type { Action } from "#cards/action.ts";
import type { Happening } from "#i18n/cards/timeline/messages.ts";
import { isDay } from "#domain/calendar.ts";
import { timelineSubjects, type TimelineRow } from "#store/timeline.ts";
import { type Drawing, nameOf } from "#usecases/delivery/drawing.ts";
import { tellEvent } from "#usecases/customers/tell-event.ts";

/** A timeline row as something that can be told. */
export interface Told {
  readonly at: Date;
  readonly happening: Happening;
  readonly who: string | null;
  readonly undone: boolean;
  readonly opens: Action | null;
}

/** Rows as told happenings; one that says nothing to a reader is left out. */
export async function happeningsOf(drawing: Drawing, rows: readonly TimelineRow[]): Promise<readonly Told[]> {
  const { db } = drawing.context.store;
  const idsOf = (subject: string) =>
    rows.filter((row) => row.subject === subject && row.subjectId !== null).map((row) => row.subjectId ?? 0);
  const subjects = await timelineSubjects(db, {
    reminders: idsOf("reminders"),
    replies: idsOf("replies"),
    contacts: idsOf("contacts"),
    proposals: rows.flatMap(({ data }) => (typeof data["proposal"] === "number" ? [data["proposal"]] : [])),
  });
  const told: Told[] = [];
  for (const row of rows) {
    const happening = row.source === "event" ? await tellEvent(drawing, row, subjects) : ledgerOf(row);
    if (happening === null) continue;
    const who = row.actor?.is === "person" ? await nameOf(drawing, row.actor) : null;
    told.push({ at: row.at, happening, who, undone: row.undone, opens: opensOf(row) });
  }
  return told;
}

function ledgerOf(row: TimelineRow): Happening | null {
  if (row.amount === null || row.currency === null) return null;
  const money = (minor: bigint) => ({ minor, currency: row.currency ?? "EUR" });
  if (row.source === "payment") {
    const returned = row.amount < 0n;
    return { is: "payment", amount: money(returned ? -row.amount : row.amount), invoice: row.number, returned };
  }
  if (row.source === "credit-note") return { is: "credit-note", amount: money(row.amount), invoice: row.number ?? "" };
  if (row.due === null || !isDay(row.due)) return null;
  return { is: "issued", amount: money(row.amount), invoice: row.number ?? "", due: row.due };
}

/** What a line of the timeline can open: the mail as it was sent, the letter as it was approved. */
function opensOf({ kind, subjectId, data }: TimelineRow): Action | null {
  if (subjectId === null) return null;
  if (kind === "reminder-sent" || kind === "reminder-bounced") return { do: "show-mail", reminder: subjectId };
  const documents = data["documents"];
  const [first] = Array.isArray(documents) ? (documents as readonly unknown[]) : [];
  return typeof first === "number" ? { do: "show-document", document: first } : null;
}

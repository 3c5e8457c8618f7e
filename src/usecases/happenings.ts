import type { Action } from "#cards/action.ts";
import type { Happening } from "#i18n/cards/timeline/messages.ts";
import type { Outcome, Withdrawal } from "#domain/ask.ts";
import { ENDINGS } from "#domain/end-of-road.ts";
import { isDay } from "#domain/calendar.ts";
import type { EventKind } from "#domain/event.ts";
import { PAYER_PROFILES } from "#domain/payer-profile.ts";
import type { StepName } from "#domain/scenario.ts";
import { askById } from "#store/asks.ts";
import { disputeById } from "#store/disputes.ts";
import { holdById } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { promiseById } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import { timelineSubjects, type TimelineRow, type TimelineSubjects } from "#store/timeline.ts";
import { type Drawing, nameOf } from "#usecases/drawing.ts";

/** A timeline row as something that can be told. */
export interface Told {
  readonly at: Date;
  readonly happening: Happening;
  readonly who: string | null;
  readonly undone: boolean;
  readonly opens: Action | null;
}

const EXCERPT_LENGTH_MAX = 140;

/** Rows as told happenings; one that says nothing to a reader is left out. */
export async function happeningsOf(drawing: Drawing, rows: readonly TimelineRow[]): Promise<readonly Told[]> {
  const { db } = drawing.context.store;
  const idsOf = (subject: string) =>
    rows.filter((row) => row.subject === subject && row.subjectId !== null).map((row) => row.subjectId ?? 0);
  const subjects = await timelineSubjects(db, {
    reminders: idsOf("reminders"),
    replies: idsOf("replies"),
    contacts: idsOf("contacts"),
  });
  const told: Told[] = [];
  for (const row of rows) {
    const happening = row.source === "event" ? await eventOf(drawing, row, subjects) : ledgerOf(row);
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

async function eventOf(drawing: Drawing, row: TimelineRow, subjects: TimelineSubjects): Promise<Happening | null> {
  const { db } = drawing.context.store;
  const { kind, subjectId, data } = row;
  if (kind === null) return null;
  if (kind === "comment" || kind === "note") {
    return typeof data["text"] === "string" ? { is: "comment", text: data["text"] } : null;
  }
  if (kind === "thank-you-sent") return { is: "thanked" };
  if (kind === "badly-received") {
    return { is: "badly-received", comment: typeof data["text"] === "string" ? data["text"] : null };
  }
  if (kind === "scenario-chosen") {
    return { is: "scenario", scenario: typeof data["scenario"] === "string" ? data["scenario"] : null };
  }
  if (kind === "profile-proposed" || kind === "profile-decided") return profileOf(data);
  if (subjectId === null) return kind === "owner-changed" ? { is: "owner", name: await ownerOf(drawing, data) } : null;
  if (kind.startsWith("reminder-")) return reminderOf(kind, subjects.reminders.get(subjectId));
  if (kind === "reply-received" || kind === "reply-closed") return replyOf(kind, data, subjects.replies.get(subjectId));
  if (kind.startsWith("ask-")) return askOf(drawing, kind, subjectId, data);
  if (kind.startsWith("letter-")) return letterOf(kind, data);
  if (kind === "road-ended") return roadEnded(data);
  if (kind.startsWith("promise-")) return promiseOf(db, kind, subjectId);
  if (kind === "dispute-opened" || kind === "dispute-closed") return disputeOf(db, kind, subjectId);
  if (kind === "hold-placed" || kind === "hold-ended") return holdOf(db, kind, subjectId);
  if (kind === "contact-added" || kind === "contact-stopped") {
    const what = kind === "contact-added" ? "added" : "stopped";
    return { is: "contact", what, name: subjects.contacts.get(subjectId) ?? null };
  }
  return kind === "owner-changed" ? { is: "owner", name: await ownerOf(drawing, data) } : null;
}

function reminderOf(
  kind: EventKind,
  reminder: { readonly step: string; readonly to: readonly string[]; readonly invoices: number } | undefined,
): Happening | null {
  if (reminder === undefined) return null;
  const fates = {
    "reminder-sent": "sent",
    "reminder-bounced": "bounced",
    "reminder-unknown": "unknown",
    "reminder-dropped": "dropped",
  } as const;
  const fate = fates[kind as keyof typeof fates];
  return { is: "reminder", step: reminder.step as StepName, fate, to: reminder.to, invoices: reminder.invoices };
}

function replyOf(
  kind: "reply-received" | "reply-closed",
  data: TimelineRow["data"],
  reply: { readonly from: string; readonly text: string } | undefined,
): Happening | null {
  if (reply === undefined) return null;
  if (kind === "reply-received") return { is: "reply", from: reply.from, text: excerpt(reply.text) };
  return { is: "reply-closed", how: data["how"] === "carry-on" ? "carry-on" : "dealt-with" };
}

async function askOf(
  drawing: Drawing,
  kind: EventKind,
  id: number,
  data: TimelineRow["data"],
): Promise<Happening | null> {
  const ask = await askById(drawing.context.store.db, id);
  if (ask === null) return null;
  if (ask.kind !== "call") {
    const states = { "ask-opened": "opened", "ask-answered": "answered", "ask-withdrawn": "withdrawn" } as const;
    const state = states[kind as keyof typeof states];
    return state === undefined ? null : { is: "task", state };
  }
  switch (kind) {
    case "ask-opened":
      return { is: "call-opened", holder: await nameOf(drawing, ask.holderId) };
    case "ask-reassigned":
      return { is: "call-moved", holder: await nameOf(drawing, ask.holderId) };
    case "ask-withdrawn":
      return { is: "call-withdrawn", why: (data["why"] as Withdrawal | undefined) ?? ask.withdrawn ?? "stopped" };
    case "ask-answered":
      return { is: "call-answered", outcome: (data["outcome"] as Outcome | undefined) ?? ask.outcome ?? "done" };
    default:
      return null;
  }
}

function letterOf(kind: EventKind, data: TimelineRow["data"]): Happening | null {
  const whats = {
    "letter-approved": "approved",
    "letter-voided": "voided",
    "letter-posted": "posted",
    "letter-received": "received",
  } as const;
  const text = (name: string) => (typeof data[name] === "string" ? data[name] : null);
  const [total, day] = [text("total"), text("day")];
  return {
    is: "letter",
    what: whats[kind as keyof typeof whats],
    total: total === null ? null : { minor: BigInt(total), currency: "EUR" },
    number: text("number"),
    day: day !== null && isDay(day) ? day : null,
    reason: text("reason"),
  };
}

function roadEnded(data: TimelineRow["data"]): Happening | null {
  const ending = ENDINGS.find((each) => each === data["ending"]);
  const comment = data["comment"];
  return ending === undefined
    ? null
    : { is: "road-ended", ending, comment: typeof comment === "string" ? comment : null };
}

/** What a line of the timeline can open: the mail as it was sent, the letter as it was approved. */
function opensOf({ kind, subjectId, data }: TimelineRow): Action | null {
  if (subjectId === null) return null;
  if (kind === "reminder-sent" || kind === "reminder-bounced") return { do: "show-mail", reminder: subjectId };
  const documents = data["documents"];
  const [first] = Array.isArray(documents) ? (documents as readonly unknown[]) : [];
  return typeof first === "number" ? { do: "show-document", document: first } : null;
}

async function promiseOf(db: Db, kind: EventKind, id: number): Promise<Happening | null> {
  const promise = await promiseById(db, id);
  if (promise === null) return null;
  const whats = {
    "promise-given": "given",
    "promise-moved": "moved",
    "promise-cancelled": "cancelled",
    "promise-approved": "approved",
    "promise-refused": "refused",
    "promise-kept": "kept",
    "promise-partly-kept": "partly-kept",
    "promise-broken": "broken",
  } as const;
  const what = whats[kind as keyof typeof whats];
  const amount = { minor: promise.amount, currency: promise.currency };
  return { is: "promise", what, amount, due: promise.due };
}

async function disputeOf(db: Db, kind: "dispute-opened" | "dispute-closed", id: number): Promise<Happening | null> {
  const dispute = await disputeById(db, id);
  const [invoice] = dispute === null ? [] : await invoiceHeads(db, [dispute.invoice]);
  if (dispute === null || invoice === undefined) return null;
  const amount = { minor: dispute.amount, currency: invoice.currency };
  return kind === "dispute-opened"
    ? { is: kind, amount, invoice: invoice.number, category: dispute.category }
    : { is: kind, amount, invoice: invoice.number, outcome: dispute.outcome };
}

async function holdOf(db: Db, kind: "hold-placed" | "hold-ended", id: number): Promise<Happening | null> {
  const hold = await holdById(db, id);
  if (hold === null) return null;
  return { is: "hold", what: kind === "hold-placed" ? "placed" : "ended", reason: hold.reason, until: hold.until };
}

function profileOf({ profile, scenario, decision }: TimelineRow["data"]): Happening | null {
  const known = PAYER_PROFILES.find((each) => each === profile);
  if (known === undefined || typeof scenario !== "string") return null;
  const what = decision === "confirmed" || decision === "refused" ? decision : "proposed";
  return { is: "profile", what, profile: known, scenario };
}

async function ownerOf(drawing: Drawing, data: TimelineRow["data"]): Promise<string | null> {
  const person = data["person"] ?? data["to"];
  return typeof person === "number" ? nameOf(drawing, person) : null;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > EXCERPT_LENGTH_MAX ? `${line.slice(0, EXCERPT_LENGTH_MAX)}…` : line;
}

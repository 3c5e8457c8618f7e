import type { Actor, EventKind } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";

/** How long an answer can be taken back, and how long what it says to others waits for that. */
export const UNDO_MS = 600_000;

/** What people do with a button and may regret; everything else is history. */
const UNDOABLE: readonly EventKind[] = [
  "ask-answered",
  "promise-given",
  "promise-moved",
  "promise-cancelled",
  "promise-approved",
  "promise-refused",
  "dispute-opened",
  "dispute-closed",
  "letter-approved",
  "letter-voided",
  "road-ended",
  "hold-placed",
  "hold-ended",
  "contact-changed",
  "circuit-changed",
];

/** From when a message that an answer causes to others may leave. */
export function afterUndo(now: Date): Date {
  return new Date(now.getTime() + UNDO_MS);
}

/** Undo is its author's, for ten minutes, unless something happened since to the same lines (DOMAIN.md 4). */
export function refuseUndo(
  event: { readonly kind: EventKind; readonly actor: Actor; readonly at: Date },
  by: Actor,
  now: Date,
  overtaken: boolean,
): Refusal | null {
  if (!UNDOABLE.includes(event.kind)) return { why: "gone" };
  if (event.actor.is !== "person" || by.is !== "person" || event.actor.id !== by.id) return { why: "undo-not-yours" };
  if (now >= afterUndo(event.at)) return { why: "undo-too-late" };
  return overtaken ? { why: "undo-overtaken" } : null;
}

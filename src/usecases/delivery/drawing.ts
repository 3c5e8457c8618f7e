import type { Card } from "#cards/card.ts";
import type { AsOf, Author } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Money } from "#domain/money.ts";
import { firstName, type Person } from "#domain/person.ts";
import { refuseUndo } from "#domain/undo.ts";
import { wordsFor, type Words } from "#i18n/words.ts";
import { eventById, isOvertaken, undoingOf } from "#store/events.ts";
import type { OpenItem } from "#store/open-items.ts";
import { personById } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";

/** A card, and the customers whose changes have it drawn again. */
export interface Drawn {
  readonly card: Card;
  readonly customers: readonly string[];
}

/** For whom a card is drawn, and as of when. */
export interface Drawing {
  readonly context: Context;
  readonly viewer: Person;
  readonly words: Words;
  readonly asOf: AsOf;
}

/** What drawing takes: the reader, their words, and the moment in their time zone. */
export function drawingFor(context: Context, viewer: Person): Drawing {
  return {
    context,
    viewer,
    words: wordsFor(viewer.locale),
    asOf: { now: context.now, timeZone: viewer.timeZone, today: context.today },
  };
}

/** The same, for a card that was first shown on a day: another day than today is named. */
export function shownOn(drawing: Drawing, day: Day): Drawing {
  return { ...drawing, asOf: { ...drawing.asOf, shownOn: day } };
}

/** How an actor is named to the reader: thanked by first name, a colleague by full name, a machine not at all. */
export async function authorOf({ context, viewer }: Drawing, actor: Actor): Promise<Author> {
  if (actor.is !== "person") return { you: false, name: null };
  if (actor.id === viewer.id) return { you: true, name: firstName(viewer) };
  return { you: false, name: (await personById(context.store.db, actor.id))?.name ?? null };
}

/** A person's full name; null for machines, customers, and nobody. */
export async function nameOf({ context }: Drawing, actor: Actor | number | null): Promise<string | null> {
  const id = typeof actor === "number" ? actor : actor !== null && actor.is === "person" ? actor.id : null;
  return id === null ? null : ((await personById(context.store.db, id))?.name ?? null);
}

/** The same, where a card says beside what was done who did it: readers know what they did themselves, so null for them. */
export async function colleagueOf(drawing: Drawing, actor: Actor | number | null): Promise<string | null> {
  const id = typeof actor === "number" ? actor : actor !== null && actor.is === "person" ? actor.id : null;
  return id === drawing.viewer.id ? null : nameOf(drawing, id);
}

/** The event, if the reader may still take it back; null = no undo button. */
export async function undoable({ context, viewer }: Drawing, eventId: number | null): Promise<number | null> {
  if (eventId === null) return null;
  const { db } = context.store;
  const event = await eventById(db, eventId);
  if (event === null || (await undoingOf(db, eventId)) !== null) return null;
  const by = { is: "person", id: viewer.id } as const;
  // Asked last, because it looks at all that happened since.
  if (refuseUndo(event, by, context.now, false) !== null) return null;
  return (await isOvertaken(db, event)) ? null : eventId;
}

/** What can be asked for on an invoice: neither contested nor promised (minor units). */
export function chaseable(item: OpenItem): bigint {
  const left = item.residual - item.disputed - item.promised;
  return left > 0n ? left : 0n;
}

/** Amounts by currency, the largest first; currencies without any are left out. */
export function byCurrency(amounts: readonly Money[]): readonly Money[] {
  const totals = new Map<string, bigint>();
  for (const { currency, minor } of amounts) totals.set(currency, (totals.get(currency) ?? 0n) + minor);
  return [...totals]
    .filter(([, minor]) => minor !== 0n)
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((a, b) => (a.minor < b.minor ? 1 : a.minor > b.minor ? -1 : 0));
}

import { createHash } from "node:crypto";

import type { Card } from "#cards/card.ts";
import type { ChatName, Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { UNDO_MS } from "#domain/undo.ts";
import { enqueueRedrawAt } from "#store/outbox.ts";
import { rememberShown, shownCardAt } from "#store/shown-cards.ts";
import type { Context } from "#usecases/context.ts";
import type { Posted } from "#usecases/ports.ts";

/** What stands at a message, in a role's channel as in anybody's own; null when Relais keeps no card there (an ephemeral answer, a page of a list). */
export async function whatStands(context: Context, chat: ChatName, at: Posted): Promise<Showing | null> {
  const standing = await shownCardAt(context.store.db, chat, at.conversation, at.message);
  const showing = standing?.showing ?? null;
  return showing?.show === "role-task" ? showing.of : showing;
}

/**
 * A card was shown in somebody's direct messages, or in a channel (`person` null): from now on it follows the truth. One
 * that offers to take something back is drawn again when that is over.
 */
export async function noteShown(
  context: Context,
  chat: ChatName,
  person: Person | null,
  at: Posted,
  card: Card | null,
  shown: { readonly showing: Showing; readonly customers: readonly string[] },
): Promise<void> {
  const { db } = context.store;
  const id = await rememberShown(db, {
    chat,
    personId: person?.id ?? null,
    conversation: at.conversation,
    message: at.message,
    showing: shown.showing,
    drawnHash: card === null ? "" : hashOf(card),
    customers: shown.customers,
    shownAt: context.now,
  });
  if (card === null || person === null || !offersUndo(card)) return;
  await enqueueRedrawAt(db, id, person.id, new Date(context.now.getTime() + UNDO_MS), context.now);
}

/** Identifies how a card looks, to see whether a redraw would change anything. */
export function hashOf(card: Card): string {
  return createHash("sha256").update(JSON.stringify(card)).digest("base64url");
}

function offersUndo(card: Card): boolean {
  const controls = card.parts.flatMap((part) => (part.is === "controls" ? part.controls : []));
  return controls.some((control) => control.is === "button" && control.action.do === "undo");
}

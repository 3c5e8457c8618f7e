import type { Card } from "#cards/card.ts";
import type { ChatName, Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { rememberShown, shownCardAt } from "#store/shown-cards.ts";
import type { Context } from "#usecases/context.ts";
import { hashOf } from "#usecases/deliver-one.ts";
import type { Posted } from "#usecases/ports.ts";

/** What stands at a message; null when Relais keeps no card there (an ephemeral answer, a page of a list). */
export async function whatStands(context: Context, chat: ChatName, at: Posted): Promise<Showing | null> {
  const standing = await shownCardAt(context.store.db, chat, at.conversation, at.message);
  return standing?.showing ?? null;
}

/** A card was shown in answer to an act, in somebody's direct messages: from now on it follows the truth. */
export async function noteShown(
  context: Context,
  chat: ChatName,
  person: Person,
  at: Posted,
  card: Card,
  shown: { readonly showing: Showing; readonly customers: readonly string[] },
): Promise<void> {
  await rememberShown(context.store.db, {
    chat,
    personId: person.id,
    conversation: at.conversation,
    message: at.message,
    showing: shown.showing,
    drawnHash: hashOf({ card, customers: shown.customers }),
    customers: shown.customers,
    shownAt: context.now,
  });
}

import { and, eq, sql } from "drizzle-orm";

import type { ChatName } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { shownCards } from "#store/schema/delivery.ts";
import type { Db } from "#store/store.ts";

/** Where a card stands, what it shows, and a hash of how it was last drawn: an unchanged card is not sent again. */
export interface ShownCard {
  readonly id: number;
  readonly chat: ChatName;
  readonly personId: number | null;
  readonly conversation: string;
  readonly message: string;
  readonly showing: Showing;
  readonly drawnHash: string;
}

/** A card that still stands in a chat; null when it is gone. */
export async function shownCardById(db: Db, id: number): Promise<ShownCard | null> {
  const rows = await db
    .select()
    .from(shownCards)
    .where(and(eq(shownCards.id, id), eq(shownCards.gone, false)));
  return rows[0] ?? null;
}

/** The card standing at a message, when Relais put it there. */
export async function shownCardAt(
  db: Db,
  chat: ChatName,
  conversation: string,
  message: string,
): Promise<ShownCard | null> {
  const rows = await db
    .select()
    .from(shownCards)
    .where(and(eq(shownCards.chat, chat), eq(shownCards.conversation, conversation), eq(shownCards.message, message)));
  return rows[0] ?? null;
}

/** Remembers where a card was put, or that what stands there now shows something else. Its id. */
export async function rememberShown(
  db: Db,
  card: Omit<ShownCard, "id"> & { readonly customers: readonly string[]; readonly shownAt: Date },
): Promise<number> {
  const content = {
    showing: card.showing,
    drawnHash: card.drawnHash,
    customers: [...card.customers],
  };
  const rows = await db
    .insert(shownCards)
    .values({
      ...content,
      chat: card.chat,
      personId: card.personId,
      conversation: card.conversation,
      message: card.message,
      shownAt: card.shownAt,
    })
    .onConflictDoUpdate({ target: [shownCards.chat, shownCards.conversation, shownCards.message], set: content })
    .returning({ id: shownCards.id });
  const [row] = rows;
  if (row === undefined) throw new Error("A shown card was written and did not come back.");
  return row.id;
}

/** The message was deleted, or its channel is gone: nothing to change there any more. */
export async function forgetShown(db: Db, id: number): Promise<void> {
  await db.update(shownCards).set({ gone: true }).where(eq(shownCards.id, id));
}

/** Whether a card that shows this very thing stands in a person's direct messages. */
export async function isShownTo(db: Db, personId: number, showing: Showing): Promise<boolean> {
  const rows = await db
    .select({ id: shownCards.id })
    .from(shownCards)
    .where(
      and(
        eq(shownCards.personId, personId),
        eq(shownCards.gone, false),
        sql`${shownCards.showing} = ${JSON.stringify(showing)}::jsonb`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}

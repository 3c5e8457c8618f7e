import { and, eq } from "drizzle-orm";

import type { ReplyKind, ReplyState } from "#domain/reminder.ts";
import { replies } from "#store/schema/dunning.ts";
import type { Db } from "#store/store.ts";

/** What came back by mail. `customer` = the paying customer; null = nobody knows whose it is. */
export interface RecordedReply {
  readonly id: number;
  readonly receivedAt: Date;
  readonly messageId: string;
  readonly reminder: number | null;
  readonly customer: string | null;
  readonly fromEmail: string;
  readonly subject: string;
  readonly kind: ReplyKind;
  readonly newText: string;
  readonly fullText: string;
  readonly attachments: readonly string[];
  readonly state: ReplyState;
  readonly closedAt: Date | null;
  readonly closedBy: number | null;
}

export type NewReply = Omit<RecordedReply, "id" | "closedAt" | "closedBy">;

/** Keeps a mail that came in; null when this message was taken before. */
export async function insertReply(tx: Db, reply: NewReply): Promise<number | null> {
  const { reminder, customer, attachments, ...rest } = reply;
  const [row] = await tx
    .insert(replies)
    .values({ ...rest, attachments: [...attachments], reminderId: reminder, customerCode: customer })
    .onConflictDoNothing({ target: replies.messageId })
    .returning({ id: replies.id });
  return row?.id ?? null;
}

/** Null when there is none. */
export async function replyById(db: Db, id: number): Promise<RecordedReply | null> {
  const [row] = await db.select(replyColumns).from(replies).where(eq(replies.id, id));
  return row ?? null;
}

/** Closes a waiting reply; false when somebody closed it before. */
export async function setReplyClosed(
  tx: Db,
  id: number,
  state: Exclude<ReplyState, "waiting">,
  by: { readonly person: number | null; readonly at: Date },
): Promise<boolean> {
  const closed = await tx
    .update(replies)
    .set({ state, closedAt: by.at, closedBy: by.person })
    .where(and(eq(replies.id, id), eq(replies.state, "waiting")))
    .returning({ id: replies.id });
  return closed.length > 0;
}

/** A reply that was dealt with by an answer taken back waits again. */
export async function reopenReply(tx: Db, id: number): Promise<void> {
  await tx.update(replies).set({ state: "waiting", closedAt: null, closedBy: null }).where(eq(replies.id, id));
}

const replyColumns = {
  id: replies.id,
  receivedAt: replies.receivedAt,
  messageId: replies.messageId,
  reminder: replies.reminderId,
  customer: replies.customerCode,
  fromEmail: replies.fromEmail,
  subject: replies.subject,
  kind: replies.kind,
  newText: replies.newText,
  fullText: replies.fullText,
  attachments: replies.attachments,
  state: replies.state,
  closedAt: replies.closedAt,
  closedBy: replies.closedBy,
};

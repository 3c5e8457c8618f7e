import { eq } from "drizzle-orm";

import type { RoadEnding } from "#domain/end-of-road.ts";
import type { Actor } from "#domain/event.ts";
import type { Role } from "#domain/person.ts";
import { roadEndings } from "#store/schema/documents.ts";
import type { Db } from "#store/store.ts";

export interface RecordedEnding {
  readonly id: number;
  readonly ask: number;
  readonly customer: string;
  readonly ending: RoadEnding;
  readonly ownerRole: Role;
  readonly comment: string | null;
}

/** Writes what was decided and gives its id. */
export async function insertEnding(
  tx: Db,
  ending: Omit<RecordedEnding, "id"> & {
    readonly decidedAt: Date;
    readonly decidedBy: Actor;
    readonly eventId: number;
  },
): Promise<number> {
  const { ask, customer, ...rest } = ending;
  const [row] = await tx
    .insert(roadEndings)
    .values({ ...rest, askId: ask, customerCode: customer })
    .returning({ id: roadEndings.id });
  if (row === undefined) throw new Error("The new decision gave no id back.");
  return row.id;
}

/** Null when there is none. */
export async function roadEndingById(db: Db, id: number): Promise<RecordedEnding | null> {
  const [row] = await db
    .select({
      id: roadEndings.id,
      ask: roadEndings.askId,
      customer: roadEndings.customerCode,
      ending: roadEndings.ending,
      ownerRole: roadEndings.ownerRole,
      comment: roadEndings.comment,
    })
    .from(roadEndings)
    .where(eq(roadEndings.id, id));
  return row ?? null;
}

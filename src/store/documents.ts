import { createHash } from "node:crypto";

import { eq } from "drizzle-orm";

import type { DocumentHead, DocumentKind } from "#domain/document.ts";
import type { Actor } from "#domain/event.ts";
import { documents } from "#store/schema/documents.ts";
import type { Db } from "#store/store.ts";

export interface NewDocument {
  readonly kind: DocumentKind;
  readonly customer: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly version: string;
  readonly madeAt: Date;
  readonly madeBy: Actor;
}

const HEAD = {
  id: documents.id,
  kind: documents.kind,
  customer: documents.customerCode,
  name: documents.name,
  type: documents.type,
  sha256: documents.sha256,
  version: documents.version,
};

/** Keeps a document as it is, with its hash, and gives its id. */
export async function keepDocument(tx: Db, document: NewDocument): Promise<number> {
  const { customer, ...rest } = document;
  const sha256 = createHash("sha256").update(document.bytes).digest("hex");
  const [row] = await tx
    .insert(documents)
    .values({ ...rest, customerCode: customer, sha256 })
    .returning({ id: documents.id });
  if (row === undefined) throw new Error("The new document gave no id back.");
  return row.id;
}

/** A document without its bytes; null when there is none. */
export async function documentHead(db: Db, id: number): Promise<DocumentHead | null> {
  const [row] = await db.select(HEAD).from(documents).where(eq(documents.id, id));
  return row ?? null;
}

/** The bytes as they were written once; null when there is none. */
export async function documentBytes(db: Db, id: number): Promise<Uint8Array | null> {
  const [row] = await db.select({ bytes: documents.bytes }).from(documents).where(eq(documents.id, id));
  return row?.bytes ?? null;
}

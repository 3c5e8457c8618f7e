import { createHash, randomBytes } from "node:crypto";

import { and, eq, gt, lt, sql } from "drizzle-orm";

import type { LinkPurpose, OneTimeLink } from "#domain/one-time-link.ts";
import { oneTimeLinks } from "#store/schema/one-time-links.ts";
import type { Db } from "#store/store.ts";

/** 256 bits: not to be guessed. */
const TOKEN_BYTES = 32;
const TOKEN_SHAPE = /^[\w-]{43}$/;

const LINK = { id: oneTimeLinks.id, purpose: oneTimeLinks.purpose, person: oneTimeLinks.personId };

/** Makes a link for one person and gives its token, which is kept nowhere. Expiry is wall time, by the database's clock. */
export async function createLink(
  db: Db,
  link: {
    readonly purpose: LinkPurpose;
    readonly person: number;
    readonly uses: number;
    readonly lifetimeMs: number;
  },
): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await db.insert(oneTimeLinks).values({
    tokenHash: hashOf(token),
    purpose: link.purpose,
    personId: link.person,
    usesLeft: link.uses,
    expiresAt: sql`now() + ${`${link.lifetimeMs} milliseconds`}::interval`,
  });
  return token;
}

/** The link of a token without using it up: programs that scan mail open what they find. Null = used up, over, or none. */
export async function peekLink(db: Db, token: string): Promise<OneTimeLink | null> {
  if (!TOKEN_SHAPE.test(token)) return null;
  const [link] = await db.select(LINK).from(oneTimeLinks).where(stillGood(token));
  return link ?? null;
}

/** Uses a link once; of two uses at the same moment only one gets the last. Null = used up, over, or none. */
export async function takeLink(db: Db, token: string): Promise<OneTimeLink | null> {
  if (!TOKEN_SHAPE.test(token)) return null;
  const [link] = await db
    .update(oneTimeLinks)
    .set({ usesLeft: sql`${oneTimeLinks.usesLeft} - 1` })
    .where(stillGood(token))
    .returning(LINK);
  return link ?? null;
}

/** A link whose uses are all spent and whose time is not over: its page may still say how things stand. */
export async function spentLink(db: Db, token: string): Promise<OneTimeLink | null> {
  if (!TOKEN_SHAPE.test(token)) return null;
  const isSpent = and(
    eq(oneTimeLinks.tokenHash, hashOf(token)),
    eq(oneTimeLinks.usesLeft, 0),
    gt(oneTimeLinks.expiresAt, sql`now()`),
  );
  const [link] = await db.select(LINK).from(oneTimeLinks).where(isSpent);
  return link ?? null;
}

/** A new link in the place of a used one: for the same person and until the same instant. Gives its token. */
export async function succeedLink(db: Db, used: OneTimeLink, purpose: LinkPurpose): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  await db.insert(oneTimeLinks).values({
    tokenHash: hashOf(token),
    purpose,
    personId: used.person,
    usesLeft: 1,
    expiresAt: sql`(select expires_at from one_time_links where id = ${used.id})`,
  });
  return token;
}

/** What was asked through the link was not done, and may be mended: the use counts for nothing. */
export async function giveBackLink(db: Db, id: number): Promise<void> {
  await db
    .update(oneTimeLinks)
    .set({ usesLeft: sql`${oneTimeLinks.usesLeft} + 1` })
    .where(eq(oneTimeLinks.id, id));
}

/** Forgets links that are over; gives how many. */
export async function forgetLinks(db: Db): Promise<number> {
  const gone = await db
    .delete(oneTimeLinks)
    .where(lt(oneTimeLinks.expiresAt, sql`now()`))
    .returning({ id: oneTimeLinks.id });
  return gone.length;
}

function stillGood(token: string) {
  return and(
    eq(oneTimeLinks.tokenHash, hashOf(token)),
    gt(oneTimeLinks.usesLeft, 0),
    gt(oneTimeLinks.expiresAt, sql`now()`),
  );
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

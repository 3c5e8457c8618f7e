import { mailboxByName, noteMailboxRead, noteVainAttempt, passMail } from "#store/mailboxes.ts";
import type { Context } from "#usecases/context.ts";
import { takeReply, type IncomingMail } from "#usecases/replies/take-reply.ts";

/** What Relais asks of a mailbox that answers come back to. */
export interface Mailbox {
  /** "compta@example.com at imap.example.com, INBOX". */
  readonly name: string;
  /**
   * Hands over the mails after a position, oldest first and a handful at a time; of a mailbox never read, or numbered anew,
   * those that came since a day. `take` says whether the mail is to be marked as seen to; what it throws ends the reading.
   * Throws a Fault when the server fails.
   */
  read(from: MailboxPosition, take: (mail: MailboxMail) => Promise<boolean>): Promise<void>;
}

export interface MailboxPosition {
  readonly uidValidity: number;
  readonly lastUid: number;
  readonly since: Date;
}

export interface MailboxMail {
  readonly uidValidity: number;
  readonly uid: number;
  readonly raw: Uint8Array;
}

export interface ReadingMail {
  readonly mailbox: Mailbox;
  /** Raw MIME to a mail; null = it is none. */
  readonly read: (raw: Uint8Array) => Promise<IncomingMail | null>;
  readonly wallNow: Date;
}

/** Far enough to find what came while nobody looked; each mail is taken once, whatever is read again. */
const LOOK_BACK_MS = 3 * 24 * 60 * 60 * 1000;
/** One a minute: a mail that a bug of ours cannot take holds the others up for no longer than that. */
const ATTEMPTS_MAX = 10;

/**
 * Takes the new mails of a mailbox that are of a customer; others are left for its people. The position moves on after each one, so that nothing is lost when the database or the
 * server goes away in between; what is read twice is known by its message id.
 */
export async function readMailbox(context: Context, { mailbox, read, wallNow }: ReadingMail): Promise<void> {
  const { db } = context.store;
  const known = await mailboxByName(db, mailbox.name);
  const from: MailboxPosition = {
    uidValidity: known?.uidValidity ?? 0,
    lastUid: known?.lastUid ?? 0,
    since: new Date((known?.readAt ?? wallNow).getTime() - LOOK_BACK_MS),
  };
  try {
    await mailbox.read(from, async (mail) => {
      const isTaken = await isTakenOrWaits(context, mailbox.name, async () => {
        const incoming = await read(mail.raw);
        if (incoming !== null) await takeReply(context, incoming, { isShared: true });
      });
      await passMail(db, mailbox.name, mail, !isTaken);
      return isTaken;
    });
  } catch (error) {
    await noteMailboxRead(db, mailbox.name, wallNow, error instanceof Error ? error.message : String(error));
    throw error;
  }
  await noteMailboxRead(db, mailbox.name, wallNow, null);
}

/** False = given up after many attempts. Without a database the count fails as well, and the mail waits. */
async function isTakenOrWaits(context: Context, name: string, take: () => Promise<void>): Promise<boolean> {
  try {
    await take();
    return true;
  } catch (error) {
    if ((await noteVainAttempt(context.store.db, name)) < ATTEMPTS_MAX) throw error;
    return false;
  }
}

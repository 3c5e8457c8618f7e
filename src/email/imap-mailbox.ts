import { ImapFlow } from "imapflow";

import { mailboxName, type ImapConfig } from "#config.ts";
import { fault } from "#usecases/fault.ts";
import type { Mailbox, MailboxMail, MailboxPosition } from "#usecases/replies/read-mailbox.ts";

/** Enough for one minute; the rest is there in the next. */
const MAILS_A_TIME_MAX = 50;
/** 25 MB of papers as base64 and some; of a larger one the beginning is read, where the words are. */
const MAIL_BYTES_MAX = 40 * 1024 * 1024;
const CONNECT_MS_MAX = 15_000;
const SILENCE_MS_MAX = 60_000;
/** So that people who open the mailbox see what was taken; servers that know no such mark are left alone. */
const TAKEN_MARK = "$Relais";

/** A mailbox over IMAP with TLS. One connection per reading; nothing is deleted, moved or marked as seen. */
export function imapMailbox(config: ImapConfig): Mailbox {
  const { host, port, user, password, folder, secure } = config;
  return {
    name: mailboxName(config),
    async read(from, take) {
      const client = new ImapFlow({
        host,
        port,
        secure,
        auth: { user, pass: password },
        ...(secure ? {} : { doSTARTTLS: false }),
        logger: false,
        disableAutoIdle: true,
        connectionTimeout: CONNECT_MS_MAX,
        greetingTimeout: CONNECT_MS_MAX,
        socketTimeout: SILENCE_MS_MAX,
      });
      // Said again by whatever is awaited then; without a listener it would end the process.
      client.on("error", () => {});
      try {
        await asked(() => client.connect());
        await readNew(client, folder, from, take);
      } finally {
        client.close();
      }
    },
  };
}

async function readNew(
  client: ImapFlow,
  folder: string,
  from: MailboxPosition,
  take: (mail: MailboxMail) => Promise<boolean>,
): Promise<void> {
  const opened = await asked(() => client.mailboxOpen(folder));
  const uidValidity = Number(opened.uidValidity);
  const uids = await asked(() => newUids(client, uidValidity, from));
  for (const uid of uids) {
    const query = { source: { start: 0, maxLength: MAIL_BYTES_MAX } };
    const found = await asked(() => client.fetchOne(String(uid), query, { uid: true }));
    // Deleted meanwhile.
    if (found === false || found === undefined || found.source === undefined) continue;
    if (!(await take({ uidValidity, uid, raw: new Uint8Array(found.source) }))) continue;
    await asked(() => client.messageFlagsAdd(String(uid), [TAKEN_MARK], { uid: true }));
  }
}

async function newUids(client: ImapFlow, uidValidity: number, from: MailboxPosition): Promise<readonly number[]> {
  const goesOn = uidValidity === from.uidValidity;
  const query = goesOn ? { uid: `${from.lastUid + 1}:*` } : { since: from.since };
  const found = (await client.search(query, { uid: true })) || [];
  // "7:*" names the last mail even when its number is lower.
  return found
    .filter((uid) => !goesOn || uid > from.lastUid)
    .toSorted((a, b) => a - b)
    .slice(0, MAILS_A_TIME_MAX);
}

/** What the server answers badly, or not at all, is a fault of the outside. */
async function asked<T>(question: () => Promise<T>): Promise<T> {
  try {
    return await question();
  } catch (error) {
    throw fault(`The mailbox: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  const { responseText, message } = error as { readonly responseText?: string; readonly message?: string };
  return (responseText ?? message ?? String(error)).replace(/\s+/g, " ");
}

import { afterEach, beforeEach, describe, expect } from "vitest";

import { imapMailbox } from "#email/imap-mailbox.ts";
import { readIncomingMail } from "#email/incoming.ts";
import { replies } from "#store/schema/dunning.ts";
import { contacts } from "#store/schema/ledger.ts";
import { mailboxes } from "#store/schema/mailboxes.ts";
import { readMailbox } from "#usecases/replies/read-mailbox.ts";
import { IMAP_PASSWORD, openImapServer, type ImapServer } from "../support/imap.ts";
import { replyMail } from "../support/mails.ts";
import type { World } from "../support/world-given.ts";
import { test } from "../support/world.ts";

let server: ImapServer;
beforeEach(async () => {
  server = await openImapServer();
});
afterEach(() => server.close());

const mailbox = (changed: { password?: string; folder?: string } = {}) =>
  imapMailbox({
    host: "127.0.0.1",
    port: server.port,
    user: "compta@vasseur.example",
    password: IMAP_PASSWORD,
    folder: "INBOX",
    secure: false,
    ...changed,
  });

/** The mails of these stories come from a contact of Garnier's. */
async function garnier(world: World): Promise<void> {
  if ((await world.db.select().from(contacts)).length > 0) return;
  await world.contact({ customer: await world.customer({ name: "Garnier" }), email: "sonia@garnier.example" });
}

async function poll(world: World, box = mailbox()) {
  await garnier(world);
  return readMailbox(world.context(), { mailbox: box, read: readIncomingMail, wallNow: new Date() });
}

const mailNumber = (n: number) => replyMail({ messageId: `<${n}@garnier.example>`, text: `Réponse ${n}.` });
const taken = async (world: World) =>
  (await world.db.select().from(replies).orderBy(replies.id)).map((row) => row.newText);

test("new mails are taken, each once, and marked", async ({ world }) => {
  server.add(mailNumber(1));
  server.add(mailNumber(2));
  await poll(world);
  server.add(mailNumber(3));
  await poll(world);
  await poll(world);

  expect(await taken(world)).toEqual(["Réponse 1.", "Réponse 2.", "Réponse 3."]);
  expect(server.mails.map(({ flags }) => [...flags])).toEqual([["$Relais"], ["$Relais"], ["$Relais"]]);
  expect(await world.db.select().from(mailboxes)).toMatchObject([
    { name: "compta@vasseur.example at 127.0.0.1, INBOX", lastUid: 103, fault: null, givenUp: 0 },
  ]);
});

test("a supplier's mail in the same mailbox is left for its people, and not kept", async ({ world }) => {
  server.add(replyMail({ messageId: "<s@supplier.example>", from: "ventes@supplier.example", subject: "Notre offre" }));
  server.add(mailNumber(2));
  await poll(world);
  expect(await taken(world)).toEqual(["Réponse 2."]);
});

test("an empty mailbox is nothing special", async ({ world }) => {
  await poll(world);
  expect(await taken(world)).toEqual([]);
});

test("mails numbered anew are looked at again, and taken once all the same", async ({ world }) => {
  server.add(mailNumber(1));
  await poll(world);
  server.uidValidity = 8;
  server.add(mailNumber(2));
  await poll(world);
  expect(await taken(world)).toEqual(["Réponse 1.", "Réponse 2."]);
});

test("the same mail by HTTP and by mailbox is one", async ({ world }) => {
  server.add(mailNumber(1));
  server.add(mailNumber(1));
  await poll(world);
  expect(await taken(world)).toEqual(["Réponse 1."]);
});

test("what is no mail is passed by, and the next is taken", async ({ world }) => {
  server.add("this is no mail");
  server.add(mailNumber(2));
  await poll(world);
  expect(await taken(world)).toEqual(["Réponse 2."]);
});

test("fifty a time, the rest in the next minute", async ({ world }) => {
  for (let n = 1; n <= 55; n += 1) server.add(mailNumber(n));
  await poll(world);
  expect(await taken(world)).toHaveLength(50);
  await poll(world);
  expect(await taken(world)).toHaveLength(55);
});

describe("nothing is lost", () => {
  test("when the server goes away in the middle: the rest comes the next time", async ({ world }) => {
    server.add(mailNumber(1));
    server.add(mailNumber(2));
    server.breaksAt = 102;
    await expect(poll(world)).rejects.toThrow("The mailbox:");
    expect(await taken(world)).toEqual(["Réponse 1."]);
    expect((await world.db.select().from(mailboxes))[0]?.fault).toContain("The mailbox:");
    server.breaksAt = null;
    await poll(world);
    expect(await taken(world)).toEqual(["Réponse 1.", "Réponse 2."]);
    expect((await world.db.select().from(mailboxes))[0]?.fault).toBeNull();
  });

  test("when the database is away: the mail waits, unmarked", async ({ world }) => {
    server.add(mailNumber(1));
    const away = {
      ...world.context().store,
      db: new Proxy(world.db, {
        get: () => () => {
          throw new Error("The database is away.");
        },
      }),
    };
    const reading = { mailbox: mailbox(), read: readIncomingMail, wallNow: new Date() };
    await expect(readMailbox({ ...world.context(), store: away }, reading)).rejects.toThrow("away");
    expect([...(server.mails[0]?.flags ?? [])]).toEqual([]);
    await poll(world);
    expect(await taken(world)).toEqual(["Réponse 1."]);
  });

  test("a mail that cannot be taken holds the others up for ten attempts, and is counted", async ({ world }) => {
    await garnier(world);
    server.add(mailNumber(1));
    server.add(mailNumber(2));
    const fails = async (raw: Uint8Array) => {
      const mail = await readIncomingMail(raw);
      if (mail?.messageId === "<1@garnier.example>") throw new Error("A bug of ours.");
      return mail;
    };
    const reading = () => readMailbox(world.context(), { mailbox: mailbox(), read: fails, wallNow: new Date() });
    for (let attempt = 1; attempt < 10; attempt += 1) await expect(reading()).rejects.toThrow("A bug of ours.");
    await reading();
    expect(await taken(world)).toEqual(["Réponse 2."]);
    expect(await world.db.select().from(mailboxes)).toMatchObject([{ givenUp: 1, lastUid: 102 }]);
    expect(server.mails.map(({ flags }) => flags.has("$Relais"))).toEqual([false, true]);
  });
});

test("a wrong password and a missing folder are said in words, without the password", async ({ world }) => {
  await expect(poll(world, mailbox({ password: "wrong" }))).rejects.toThrow("wrong password");
  await expect(poll(world, mailbox({ folder: "Factures" }))).rejects.toThrow("no such mailbox");
  const rows = await world.db.select().from(mailboxes);
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(IMAP_PASSWORD);
});

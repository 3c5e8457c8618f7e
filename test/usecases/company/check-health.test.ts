import { expect } from "vitest";

import { enqueue, gateOf } from "#store/outbox.ts";
import { claimNext, settle } from "#store/deliveries.ts";
import { noteMailboxRead, passMail } from "#store/mailboxes.ts";
import { checkHealth } from "#usecases/company/check-health.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const ALL_SET_UP = { mail: true, slack: true, teams: true, apiKey: true, inboundEmail: true };

test("where all is well nothing has to be looked at", async ({ world }) => {
  await world.seller({ live: "2026-01-05" });

  expect(await unwell(world)).toEqual([]);
});

test("an empty ledger and what is not set up say what to do", async ({ world }) => {
  const findings = await checkHealth(world.context(), { ...ALL_SET_UP, mail: false, slack: false, teams: false });

  const said = findings.filter(({ well }) => !well).map(({ says }) => says);
  expect(said).toContain("not set up: set SMTP_URL and MAIL_FROM");
  expect(said).toContain("empty: import customers.csv and invoices.csv (relais import FILE...)");
});

test("stale data, no go-live, no rep, no address and a dead letter are each named", async ({ world }) => {
  await world.seller({ live: null });
  const customer = await world.customer();
  await world.invoice({ customer, due: "2026-11-10" });
  await enqueue(
    world.db,
    [{ key: "digest:7", showing: { show: "home" }, personId: null, gate: gateOf.mail, notBefore: world.clock.now() }],
    world.clock.now(),
  );
  const clocks = { product: world.clock.now(), wall: world.clock.now() };
  const claimed = await claimNext(world.db, clocks, { leaseMs: 60_000, notThrough: [] });
  if (claimed === null) throw new Error("The row was to be claimed.");
  await settle(world.db, claimed, { state: "dead", fault: "account_inactive" });
  world.clock.advance({ days: 7 });

  expect(await unwell(world)).toEqual(["data of default", "go-live of default", "outbox", "owners", "addresses"]);
});

test("a seller that only has the code an import made up is named before customers read it", async ({ world }) => {
  await world.seller({ live: "2026-01-05", code: "default", name: "default" });

  const [named] = (await checkHealth(world.context(), ALL_SET_UP)).filter(({ well }) => !well);
  expect(named).toEqual({
    about: "name of default",
    well: false,
    says: 'customers would read "default" in their mail: import a sellers.csv that gives default your company\'s name',
  });
});

test("the mailbox: not read yet, failing, read long ago, mails given up, and well", async ({ world }) => {
  const name = "compta at imap.example, INBOX";
  const says = async () => {
    const findings = await checkHealth(world.context(), { ...ALL_SET_UP, inboundEmail: false, mailbox: name });
    return findings.filter(({ about }) => about.startsWith("mailbox")).map((finding) => finding.says);
  };
  expect(await says()).toEqual(["not read yet: that happens once a minute while the service runs"]);
  await noteMailboxRead(world.db, name, world.clock.now(), "The mailbox: wrong password");
  expect(await says()).toEqual(["cannot be read: The mailbox: wrong password"]);
  await noteMailboxRead(world.db, name, world.clock.now(), null);
  expect(await says()).toEqual(["read within the last minutes"]);
  await passMail(world.db, name, { uidValidity: 1, uid: 5 }, true);
  expect((await says())[0]).toContain("mails that could not be taken: 1");
  world.clock.advance({ minutes: 30 });
  expect(await says()).toEqual(["last read 30 minutes ago: does the service run?"]);
});

async function unwell(world: World): Promise<readonly string[]> {
  const findings = await checkHealth(world.context(), ALL_SET_UP);
  return findings.filter(({ well }) => !well).map(({ about }) => about);
}

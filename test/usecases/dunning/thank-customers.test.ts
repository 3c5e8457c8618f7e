import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import type { Settings } from "#domain/settings.ts";
import { sendThankYou } from "#usecases/dunning/send-thank-you.ts";
import { thankCustomers } from "#usecases/dunning/thank-customers.ts";
import { aCustomer, aMailbox, passAndSend, type Mailbox } from "../../support/dunning.ts";
import type { InvoiceGiven, World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

const WANTED: Partial<Settings> = { thankYouMails: true };

/** A reminder of Tuesday 24 November, paid on Thursday; then whom Relais thanks. */
async function paidAfterReminder(world: World, given: { readonly invoices?: readonly InvoiceGiven[] } = {}) {
  const { customer } = await aCustomer(world);
  const mailbox = aMailbox();
  const made = [];
  for (const invoice of given.invoices ?? [{}])
    made.push(await world.invoice({ customer, due: "2026-11-18", ...invoice }));
  await passAndSend(world, mailbox);
  world.clock.set("2026-11-26");
  await world.fresh();
  for (const invoice of made) await world.payment({ invoice, amount: "1200.00" });
  world.clock.set("2026-11-26T10:00:00Z");
  return { customer, mailbox };
}

async function thanks(world: World, mailbox: Mailbox, settings = WANTED): Promise<readonly string[]> {
  const before = mailbox.mails.length;
  await thankCustomers(world.context(settings));
  const rows = await world.db.execute<{ id: number }>(
    sql`select id from thank_you_mails where state = 'planned' order by id`,
  );
  for (const { id } of rows) await sendThankYou(world.context(settings), mailbox, id, { ambiguous: false });
  return mailbox.mails.slice(before).map(({ to, text }) => `${to.join(" ")}\n${text}`);
}

describe("a word of thanks after a reminder", () => {
  test("is off unless finance wants it", async ({ world }) => {
    const { mailbox } = await paidAfterReminder(world);
    expect(await thanks(world, mailbox, {})).toEqual([]);
  });

  test("is one mail for all that a customer paid, and comes once", async ({ world }) => {
    const { mailbox } = await paidAfterReminder(world, { invoices: [{ number: "F1" }, { number: "F2" }] });
    const mails = await thanks(world, mailbox);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatch(/^sonia@garnier.example/);
    expect(mails[0]).toMatch(/2\s400/);
    expect(mails[0]).toContain("F1");
    expect(await thanks(world, mailbox)).toEqual([]);
    world.clock.set("2026-11-27T10:00:00Z");
    expect(await thanks(world, mailbox)).toEqual([]);
  });

  test("never for a direct debit, under insolvency, inside the group, nor for what the factor has", async ({
    world,
  }) => {
    const { mailbox } = await paidAfterReminder(world);
    const nevers = [
      [sql`update invoices set payment_means = 'direct_debit'`, sql`update invoices set payment_means = null`],
      [sql`update customers set insolvency_date = '2026-11-25'`, sql`update customers set insolvency_date = null`],
      [sql`update customers set kind = 'intercompany'`, sql`update customers set kind = 'business'`],
      [sql`update invoices set factoring = 'notified'`, sql`update invoices set factoring = 'none'`],
    ] as const;
    for (const [never, again] of nevers) {
      await world.db.execute(never);
      expect(await thanks(world, mailbox)).toEqual([]);
      await world.db.execute(again);
    }
    expect(await thanks(world, mailbox)).toHaveLength(1);
  });

  test("not after a payment that no reminder asked for, nor to who wants no more e-mails, nor on a pause", async ({
    world,
  }) => {
    const { customer, mailbox } = await paidAfterReminder(world);
    await world.db.execute(sql`
      insert into dunning_pauses (scope, reason, from_on, placed_at, placed_by)
      values ('company', 'audit', '2026-11-26', now(), '{"is":"system"}')`);
    expect(await thanks(world, mailbox)).toEqual([]);
    await world.db.execute(sql`delete from dunning_pauses`);
    await world.contact({ customer, email: "late@garnier.example" });
    await world.db.execute(
      sql`update contacts set stopped = 'complaint', stopped_at = now() where email = 'late@garnier.example'`,
    );
    expect(await thanks(world, mailbox)).toEqual([]);
    await world.db.execute(sql`update contacts set stopped = null, stopped_at = null`);
    const early = await world.invoice({ customer, due: "2026-12-20" });
    await world.payment({ invoice: early, amount: "1200.00" });
    const [mail = ""] = await thanks(world, mailbox);
    expect(mail).toMatch(/1\s200/);
    expect(mail).not.toContain(early.number);
  });
});

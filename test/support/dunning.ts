import { sql } from "drizzle-orm";

import type { Mail, Mailer } from "#usecases/ports.ts";
import { runDunning, type DunningRun } from "#usecases/dunning/run-dunning.ts";
import { sendReminder, type MailOutcome } from "#usecases/dunning/send-reminder.ts";
import type { World } from "./world-given.ts";

/** A live seller, a rep, and a customer of hers with somebody to write to. */
export async function aCustomer(world: World, given: Parameters<World["customer"]>[0] = {}) {
  await world.seller({ live: "2026-01-05" });
  const rep = await world.person();
  const customer = await world.customer({ code: "GARNIER", rep, ...given });
  await world.contact({ customer, email: "sonia@garnier.example" });
  return { rep, customer };
}

/** A mail server that takes everything and remembers it. */
export interface Mailbox extends Mailer {
  readonly mails: readonly Mail[];
}

export function aMailbox(): Mailbox {
  const mails: Mail[] = [];
  return {
    mails,
    address: "rappels@exemple.example",
    send: async (mail) => {
      mails.push(mail);
      return { accepted: mail.to, refused: [] };
    },
  };
}

/** Sends what is planned, as the deliverer would. */
export async function sendPlanned(world: World, mailbox: Mailer): Promise<readonly MailOutcome[]> {
  const rows = await world.db.execute<{ id: number }>(
    sql`select id from reminders where state = 'planned' order by id`,
  );
  const outcomes: MailOutcome[] = [];
  for (const { id } of rows) outcomes.push(await sendReminder(world.context(), mailbox, id));
  return outcomes;
}

/** One pass at the clock's time, and its mail sent. */
export async function passAndSend(world: World, mailbox: Mailer): Promise<DunningRun> {
  const run = await runDunning(world.context());
  await sendPlanned(world, mailbox);
  return run;
}

/** Where an invoice stands. */
export async function stepOf(world: World, invoice: { readonly id: number }): Promise<string | null> {
  const rows = await world.db.execute<{ step: string | null }>(sql`select step from invoices where id = ${invoice.id}`);
  return rows[0]?.step ?? null;
}

/** Every reminder, in the order in which they were planned. */
export async function remindersOf(world: World): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await world.db.execute(sql`
    select payer_code as payer, seller_code as seller, planned_on as day, step, state, dropped_because as because from reminders order by id`);
  return [...rows];
}

/** Every ask with its lines. */
export async function asksOf(world: World): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const rows = await world.db.execute(sql`
    select a.kind, a.customer_code as customer, a.holder_id as holder, a.holder_role as role,
      array(select i.number || ' ' || coalesce(l.step, '-') from ask_lines l join invoices i on i.id = l.invoice_id
        where l.ask_id = a.id order by i.number) as lines
    from asks a order by a.id`);
  return [...rows];
}

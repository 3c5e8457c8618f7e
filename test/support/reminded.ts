import { eq } from "drizzle-orm";

import { readIncomingMail } from "#email/incoming.ts";
import { reminders } from "#store/schema/dunning.ts";
import { invoices } from "#store/schema/ledger.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { sendReminder } from "#usecases/dunning/send-reminder.ts";
import { takeReply } from "#usecases/replies/take-reply.ts";
import type { World } from "./world-given.ts";

const MAILER = {
  address: "compta@vasseur.example",
  send: (mail: { readonly to: readonly string[] }) => Promise.resolve({ accepted: mail.to, refused: [] }),
};

/** Garnier had its first reminder this morning. */
export async function reminded(world: World, addresses: readonly string[] = ["sonia@garnier.example"]) {
  const rep = await world.person({ name: "Claire Morel" });
  const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
  const stranger = await world.person({ name: "Luc Autre" });
  const seller = await world.seller({ live: "2026-11-01" });
  const customer = await world.customer({ name: "Garnier", rep });
  for (const email of addresses) await world.contact({ customer, name: email.split("@")[0] ?? "", email });
  const invoice = await world.invoice({ customer, seller, due: "2026-11-18", number: "F-1001" });
  await runDunning(world.context());
  const [planned] = await world.db.select().from(reminders);
  await sendReminder(world.context(), MAILER, planned?.id ?? 0);
  const [sent] = await world.db.select().from(reminders);
  const messageId = sent?.messageId ?? null;
  if (sent === undefined || messageId === null) throw new Error("The reminder did not leave.");
  return { rep, finance, stranger, seller, customer, invoice, sent: { ...sent, messageId } };
}

/** What comes in by mail, as the route and the mailbox take it. */
export async function take(world: World, raw: string) {
  const mail = await readIncomingMail(Buffer.from(raw));
  if (mail === null) throw new Error("Not a mail.");
  return takeReply(world.context(), mail);
}

export const stepOf = async (world: World, id: number) =>
  (await world.db.select().from(invoices).where(eq(invoices.id, id)))[0]?.step;

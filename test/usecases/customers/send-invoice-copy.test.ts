import { eq } from "drizzle-orm";
import { expect } from "vitest";

import { contacts, invoices } from "#store/schema/ledger.ts";
import { disputes, events } from "#store/schema/loop.ts";
import { fault } from "#usecases/fault.ts";
import type { Mail } from "#usecases/ports.ts";
import { sendInvoiceCopy } from "#usecases/customers/send-invoice-copy.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

const LINK = "https://factures.example/F-1001.pdf";

function mailer(answer?: () => Error) {
  const mails: Mail[] = [];
  return {
    address: "compta@vasseur.example",
    mails,
    send(mail: Mail) {
      mails.push(mail);
      return answer === undefined ? Promise.resolve({ accepted: mail.to, refused: [] }) : Promise.reject(answer());
    },
  };
}

/** Garnier says that F-1001 never came. */
async function notReceived(world: World, documentUrl: string | null = LINK) {
  const rep = await world.person({ name: "Claire Morel" });
  await world.person({ name: "Camille Roux", roles: ["finance"] });
  await world.seller({ name: "Atelier Vasseur", live: "2026-11-01" });
  const customer = await world.customer({ name: "Garnier", rep });
  await world.contact({ customer, email: "sonia@garnier.example" });
  const invoice = await world.invoice({ customer, number: "F-1001", amount: "1200.00" });
  await world.db.update(invoices).set({ documentUrl }).where(eq(invoices.id, invoice.id));
  const [dispute] = await world.db
    .insert(disputes)
    .values({
      customerCode: customer,
      invoiceId: invoice.id,
      category: "not_received",
      amount: invoice.minor,
      openedOn: "2026-11-24",
      openedBy: { is: "person", id: rep.id },
      ownerRole: "adv",
      answerBy: "2026-12-01",
    })
    .returning();
  return { invoice, dispute: dispute?.id ?? 0 };
}

test("the copy leaves as a link, in the rep's and finance's name", async ({ world }) => {
  const { dispute } = await notReceived(world);
  const server = mailer();
  expect(await sendInvoiceCopy(world.context(), server, dispute)).toBe("sent");
  const [mail] = server.mails;
  expect(mail).toMatchObject({
    to: ["sonia@garnier.example"],
    fromName: "Camille Roux (Atelier Vasseur)",
    subject: "Facture F-1001\u202f: votre copie",
  });
  expect(mail?.text).toContain("Comme vu avec Claire Morel, voici de nouveau la facture F-1001");
  expect(mail?.text).toContain(LINK);
  expect(mail?.html).toContain(`href="${LINK}"`);
});

test("without a document there is nothing to send, and the timeline says so", async ({ world }) => {
  for (const url of [null, "C:\\factures\\F-1001.pdf", "javascript:alert(1)", 'https://x.example/"><script>']) {
    const { dispute } = await notReceived(world, url);
    const server = mailer();
    expect(await sendInvoiceCopy(world.context(), server, dispute)).toBe("dropped");
    expect(server.mails).toHaveLength(0);
  }
  const noted = (await world.db.select().from(events)).filter((event) => event.kind === "note");
  expect(noted.at(-1)?.data).toMatchObject({ invoiceCopy: true, because: "no-document" });
});

test("paid, taken back, before go-live, or nobody to write to: nothing leaves", async ({ world }) => {
  const paid = await notReceived(world);
  await world.payment({ invoice: paid.invoice, amount: "1200.00" });
  const undone = await notReceived(world);
  await world.db.update(disputes).set({ undoneAt: world.clock.now() }).where(eq(disputes.id, undone.dispute));
  const early = await notReceived(world);
  await world.seller({ name: "Atelier Vasseur", live: null });
  const server = mailer();
  for (const { dispute } of [paid, undone, early]) {
    expect(await sendInvoiceCopy(world.context(), server, dispute)).toBe("dropped");
  }
  const alone = await notReceived(world);
  await world.db.update(contacts).set({ active: false });
  expect(await sendInvoiceCopy(world.context(), server, alone.dispute)).toBe("dropped");
  expect(server.mails).toHaveLength(0);
});

test("a send of unknown fate is not tried again", async ({ world }) => {
  const { dispute } = await notReceived(world);
  const lost = mailer(() => fault("lost", { ambiguous: true }));
  expect(await sendInvoiceCopy(world.context(), lost, dispute)).toBe("unknown");
  const again = mailer();
  expect(await sendInvoiceCopy(world.context(), again, dispute, { ambiguous: true })).toBe("unknown");
  expect(again.mails).toHaveLength(0);
});

import { expect, onTestFinished } from "vitest";

import type { Person } from "#domain/person.ts";
import { drawCardMail } from "#email/cards/card-mail.ts";
import { createMailer } from "#email/outgoing.ts";
import { troubledSends } from "#store/deliveries.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { oneTimeLinks } from "#store/schema/one-time-links.ts";
import { outbox } from "#store/schema/delivery.ts";
import { checkHealth } from "#usecases/company/check-health.ts";
import { drain, type Delivering } from "#usecases/delivery/deliver.ts";
import type { Chat } from "#usecases/ports.ts";
import { openChat } from "../../support/slack-chat.ts";
import { openBrokenServer, openMailServer } from "../../support/smtp.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const WALL = new Date("2026-11-24T08:00:00Z");
const FROM = "Camille Roux <compta@exemple.example>";

/** A card for Odile, whom the chat of her company does not know. */
async function cardForOdile(world: World, name = "Garnier"): Promise<Person> {
  const odile = await world.person({ name: "Odile Faure" });
  const customer = await world.customer({ name, rep: odile });
  await world.invoice({ customer, due: "2026-10-20" });
  const card = { key: "card", showing: { show: "customer", customer } as const, personId: odile.id };
  const now = world.clock.now();
  await enqueue(world.db, [{ ...card, gate: gateOf.person(odile.id), notBefore: now }], now);
  return odile;
}

async function mailServer() {
  const server = await openMailServer();
  onTestFinished(() => server.close());
  return server;
}

function deliver(world: World, chats: readonly Chat[], smtpUrl: string | null, hasAddress = true) {
  const delivering: Delivering = {
    context: async () => world.context(),
    chats,
    mailer: smtpUrl === null ? null : createMailer({ smtpUrl, from: FROM }),
    ...(hasAddress ? { drawCardMail } : {}),
    wallNow: () => WALL,
    paceMs: 0,
    onBug: (error) => {
      throw error;
    },
  };
  return drain(delivering, WALL);
}

async function stateOfCard(world: World): Promise<string> {
  const [row] = await world.db.select().from(outbox);
  return row?.state ?? "nowhere";
}

test("a card goes by e-mail to whom no chat knows: text and HTML that say the same, from the machine, once", async ({
  world,
}) => {
  const odile = await cardForOdile(world, 'Garnier <b>&</b> "Fils"');
  const { chat } = await openChat();
  const server = await mailServer();
  await deliver(world, [chat], server.url);
  await deliver(world, [chat], server.url);

  expect(server.delivered).toHaveLength(1);
  const [{ to, mail, raw } = { to: [], mail: null, raw: "" }] = server.delivered;
  expect(to).toEqual([odile.email]);
  expect(mail?.text).toContain('Garnier <b>&</b> "Fils"');
  expect(mail?.html).toContain("Garnier &lt;b&gt;&amp;&lt;/b&gt; &quot;Fils&quot;");
  expect(mail?.html).toContain("#c1");
  expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
  const [link] = await world.db.select().from(oneTimeLinks);
  expect(link).toMatchObject({ personId: odile.id, usesLeft: 1, purpose: { for: "card" } });
});

test("when the mail server does not say whether it took the mail, it is not sent twice, and is listed", async ({
  world,
}) => {
  await cardForOdile(world);
  const { chat } = await openChat();
  const broken = await openBrokenServer("message", "hangs-up");
  onTestFinished(() => broken.close());
  await deliver(world, [chat], broken.url);
  expect(await stateOfCard(world)).toBe("unknown");

  const server = await mailServer();
  await deliver(world, [chat], server.url);
  expect(server.delivered).toEqual([]);
  expect(await troubledSends(world.db)).toMatchObject([{ key: "card", state: "unknown" }]);
});

test("an address that the mail server refuses is listed, and not tried for ever", async ({ world }) => {
  await cardForOdile(world);
  const { chat } = await openChat();
  const server = await openMailServer({ recipient: () => ({ code: 550, text: "5.1.1 nobody here" }) });
  onTestFinished(() => server.close());
  await deliver(world, [chat], server.url);

  expect(await stateOfCard(world)).toBe("dead");
});

test("without a public address, a mail server or any chat to ask, the card waits, and doctor says what to set", async ({
  world,
}) => {
  const odile = await cardForOdile(world);
  const { chat } = await openChat();
  const server = await mailServer();
  await deliver(world, [], server.url);
  expect(await stateOfCard(world)).toBe("waiting");
  await world.db.update(outbox).set({ nextTryAt: null });
  await deliver(world, [chat], server.url, false);
  expect(await stateOfCard(world)).toBe("waiting");
  await world.db.update(outbox).set({ nextTryAt: null });
  await deliver(world, [chat], null);
  expect(await stateOfCard(world)).toBe("waiting");
  expect(server.delivered).toEqual([]);

  const wiring = { mail: true, slack: true, teams: false, apiKey: true, inboundEmail: true };
  const saysOf = async (writesToPeople: boolean) =>
    (await checkHealth({ ...world.context(), writesToPeople }, wiring)).find(({ about }) => about === "people");
  expect(await saysOf(false)).toMatchObject({ well: false });
  expect((await saysOf(false))?.says).toContain("set RELAIS_PUBLIC_URL, SMTP_URL and MAIL_FROM");
  expect(await saysOf(true)).toMatchObject({ well: true });
  expect((await saysOf(true))?.says).toContain(`1 by e-mail, as they chose or as no chat knows them (${odile.email})`);
});

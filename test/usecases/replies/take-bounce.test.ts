import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { outbox } from "#store/schema/delivery.ts";
import { reminders } from "#store/schema/dunning.ts";
import { contacts } from "#store/schema/ledger.ts";
import { asks, events } from "#store/schema/loop.ts";
import { answerOtherContact } from "#usecases/asks/answer-other-contact.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { as, did } from "../../support/loop.ts";
import { bounceMail, complaintMail } from "../../support/mails.ts";
import { reminded, stepOf, take } from "../../support/reminded.ts";
import { test } from "../../support/world.ts";

describe("it did not arrive", () => {
  test("hard: the contact stops, the step is not done, the rep is asked whom to write to", async ({ world }) => {
    const { sent, invoice, customer, rep } = await reminded(world);
    expect(await stepOf(world, invoice.id)).toBe("first");

    expect(await take(world, bounceMail({ original: sent.messageId }))).toMatchObject({ kind: "bounce", customer });

    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "bounced" }]);
    expect(await world.db.select().from(reminders)).toMatchObject([{ state: "bounced" }]);
    expect(await stepOf(world, invoice.id)).not.toBe("first");
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to", holderId: rep.id }]);
  });

  test("it can never ground a formal notice: without a mail that arrived there is none", async ({ world }) => {
    const { sent, customer } = await reminded(world);
    await take(world, bounceMail({ original: sent.messageId }));
    world.clock.set("2027-01-18");
    await world.fresh();
    const now = await previewDunning(world.context(), world.context().today);
    expect(now.asks.map(({ step }) => step)).not.toContain("formal-notice");
    await world.contact({ customer, name: "Léa", email: "lea@garnier.example" });
    const then = await previewDunning(world.context(), world.context().today);
    expect(then.asks.map(({ step }) => step)).not.toContain("formal-notice");
    expect(then.messages).toMatchObject([{ to: ["lea@garnier.example"] }]);
  });

  test("once somebody has said whom to write to, finance's list says no more of the address", async ({ world }) => {
    const { sent, rep } = await reminded(world);
    const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
    const listed = async () => {
      const drawn = await drawShowing(world.context(), { show: "finance-list" }, finance);
      return drawn === null ? "" : plainCard(drawn.card);
    };
    await take(world, bounceMail({ original: sent.messageId }));
    expect(await listed()).toContain("adresse refusée");
    const [{ id: ask } = { id: 0 }] = await world.db.select().from(asks);

    await did(answerOtherContact(world.context(), as(rep), { ask, email: "lea@garnier.example" }));

    expect(await listed()).not.toContain("adresse refusée");
  });

  test("a report without our headers is found by the address it names", async ({ world }) => {
    const { customer } = await reminded(world);
    expect(await take(world, bounceMail({ original: null }))).toMatchObject({ customer });
    expect(await world.db.select().from(reminders)).toMatchObject([{ state: "bounced" }]);
  });

  test("one of two addresses, then the other: only then did nobody get it", async ({ world }) => {
    const both = ["sonia@garnier.example", "paul@garnier.example"];
    const { sent, invoice } = await reminded(world, both);
    await take(world, bounceMail({ original: sent.messageId, recipient: "sonia@garnier.example" }));
    expect(await stepOf(world, invoice.id)).toBe("first");
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to" }]);
    await take(world, bounceMail({ original: sent.messageId, recipient: "paul@garnier.example" }));
    expect(await world.db.select().from(reminders)).toMatchObject([{ state: "bounced" }]);
    expect(await stepOf(world, invoice.id)).not.toBe("first");
    expect(await world.db.select().from(asks)).toHaveLength(1);
  });

  test("delayed: noted, and nothing stops", async ({ world }) => {
    const { sent, invoice } = await reminded(world);
    await take(world, bounceMail({ original: sent.messageId, action: "delayed" }));
    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: null }]);
    expect(await stepOf(world, invoice.id)).toBe("first");
    const noted = (await world.db.select().from(events)).filter((event) => event.kind === "reply-received");
    expect(noted).toMatchObject([{ data: { kind: "bounce", how: "delayed" } }]);
  });
});

describe("whose address it was", () => {
  test("a mailbox behind the address we wrote to: the only recipient did not get it", async ({ world }) => {
    const { sent, invoice } = await reminded(world);
    await take(world, bounceMail({ original: sent.messageId, recipient: "sonia.p@box.garnier.example" }));
    expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "bounced" }]);
    expect(await stepOf(world, invoice.id)).not.toBe("first");
  });

  test("nobody's reminder, but a contact's address: it stops, and where nobody is left the owner is asked", async ({
    world,
  }) => {
    const { customer, rep } = await reminded(world);
    const other = await world.customer({ name: "Lemoine", rep });
    await world.contact({ customer: other, name: "Léa", email: "lea@lemoine.example" });
    expect(await take(world, bounceMail({ original: null, recipient: "lea@lemoine.example" }))).toMatchObject({
      kind: "bounce",
      customer: null,
    });
    expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to", customerCode: other }]);
    expect(customer).not.toBe(other);
  });
});

test("a complaint stops mail to that address for good, and the step stays done", async ({ world }) => {
  const { sent, invoice } = await reminded(world);
  await take(world, complaintMail({ original: sent.messageId }));
  expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "complaint" }]);
  expect(await stepOf(world, invoice.id)).toBe("first");
  expect(await world.db.select().from(asks)).toMatchObject([{ kind: "who-to-write-to" }]);
});

test("a complaint that hides its author's name is about the only recipient, and finance hears of it", async ({
  world,
}) => {
  const { sent, finance } = await reminded(world);
  await take(world, complaintMail({ original: sent.messageId, recipient: "redacted@mx.example" }));
  expect(await world.db.select().from(contacts)).toMatchObject([{ stopped: "complaint" }]);
  const shown = (await world.db.select().from(outbox)).filter((row) => row.showing.show === "reply");
  expect(shown.map((row) => row.personId)).toEqual([finance.id]);
});

import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { openAskOf } from "#store/asks.ts";
import { contactsOf } from "#store/contacts.ts";
import { circuitOf } from "#store/customer-notes.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { finishTask } from "#usecases/asks/finish-task.ts";
import { noteCircuit } from "#usecases/customers/note-circuit.ts";
import { proposeContact } from "#usecases/customers/propose-contact.ts";
import { undo } from "#usecases/undo.ts";
import { as, company, did, openAsks, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function contactsCardOf(world: World, customer: string, reader: Person): Promise<string> {
  const drawn = await drawShowing(world.context(), { show: "contacts", customer }, reader);
  return drawn === null ? "" : plainCard(drawn.card);
}

describe("how a customer wants its invoices, noted by mistake", () => {
  test("is taken back within ten minutes by who noted it, with the task it made", async ({ world }) => {
    const { rep, manager, customer } = await company(world);
    const chorus = { customer, portal: "Chorus", wantsOrderNumber: true, cutOff: "25" } as const;
    const { event, showing } = await did(noteCircuit(world.context(), as(rep), chorus));
    expect(await openAsks(world)).toEqual(["circuit-changed for adv"]);
    expect(await contactsCardOf(world, customer, rep)).toContain("[Annuler");
    expect(await contactsCardOf(world, customer, manager)).not.toContain("[Annuler");
    expect(await whyNot(undo(world.context(), as(manager), { event }))).toBe("undo-not-yours");

    expect(await did(undo(world.context(), as(rep), { event }))).toMatchObject({ showing });

    expect(await circuitOf(world.db, customer)).toBeNull();
    expect(await openAsks(world)).toEqual([]);
    expect(await contactsCardOf(world, customer, rep)).not.toContain("[Annuler");
    await did(noteCircuit(world.context(), as(rep), chorus));
    world.clock.advance({ minutes: 10 });
    expect(await contactsCardOf(world, customer, rep)).not.toContain("[Annuler");
  });

  test("what was known before is known again; not once somebody noted something else, or saw to it", async ({
    world,
  }) => {
    const { rep, adv, customer } = await company(world);
    await did(noteCircuit(world.context(), as(adv), { customer, portal: "Chorus", wantsOrderNumber: false }));
    const before = await circuitOf(world.db, customer);
    const second = await did(noteCircuit(world.context(), as(rep), { customer, wantsOrderNumber: true }));
    await did(undo(world.context(), as(rep), { event: second.event }));
    expect(await circuitOf(world.db, customer)).toEqual(before);

    const third = await did(noteCircuit(world.context(), as(rep), { customer, wantsOrderNumber: true }));
    const ask = (await openAskOf(world.db, customer, "circuit-changed", 0))?.id ?? 0;
    await did(finishTask(world.context(), as(adv), { ask }));
    expect(await whyNot(undo(world.context(), as(rep), { event: third.event }))).toBe("undo-overtaken");

    const fourth = await did(noteCircuit(world.context(), as(rep), { customer, wantsOrderNumber: true, cutOff: "5" }));
    await did(noteCircuit(world.context(), as(adv), { customer, wantsOrderNumber: true, cutOff: "6" }));
    expect(await whyNot(undo(world.context(), as(rep), { event: fourth.event }))).toBe("undo-overtaken");
  });
});

describe("a contact changed by mistake", () => {
  test("a new one is written to no more", async ({ world }) => {
    const { adv, customer } = await company(world);
    const sonia = { customer, name: "Sonia Perrin", email: "sonia@garnier.example", role: "billing" } as const;
    const { event } = await did(proposeContact(world.context(), as(adv), sonia));
    expect(await contactsCardOf(world, customer, adv)).toContain("[Annuler");
    await did(undo(world.context(), as(adv), { event }));
    expect((await contactsOf(world.db, customer)).filter(({ active }) => active)).toEqual([]);
  });

  test("a corrected one is as before, also an address that was refused", async ({ world }) => {
    const { adv, customer } = await company(world);
    const contact = await world.contact({ customer, name: "Sonia Perrin", email: "old@garnier.example" });
    await world.db.execute(
      sql`update contacts set stopped = 'bounced', stopped_at = '2026-11-20T09:00:00Z' where id = ${contact}`,
    );
    const before = await contactsOf(world.db, customer);
    const changed = { customer, contact, name: "Sonia P.", email: "new@garnier.example", role: "billing" } as const;
    const { event } = await did(proposeContact(world.context(), as(adv), changed));
    expect(await contactsOf(world.db, customer)).toMatchObject([{ email: "new@garnier.example", stopped: null }]);

    await did(undo(world.context(), as(adv), { event }));

    expect(await contactsOf(world.db, customer)).toEqual(before);
  });

  test("once somebody corrected it again, it stays", async ({ world }) => {
    const { adv, finance, customer } = await company(world);
    const contact = await world.contact({ customer, name: "Sonia Perrin", email: "old@garnier.example" });
    const changed = { customer, contact, name: "Sonia P.", email: "new@garnier.example", role: "billing" } as const;
    const { event } = await did(proposeContact(world.context(), as(adv), changed));
    await did(proposeContact(world.context(), as(finance), { ...changed, phone: "01 99 00 12 34" }));
    expect(await whyNot(undo(world.context(), as(adv), { event }))).toBe("undo-overtaken");
  });
});

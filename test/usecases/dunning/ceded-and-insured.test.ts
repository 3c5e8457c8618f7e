import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Day } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import type { Settings } from "#domain/settings.ts";
import type { Showing } from "#domain/showing.ts";
import { openAskOf } from "#store/asks.ts";
import { customers } from "#store/schema/ledger.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { finishTask } from "#usecases/asks/finish-task.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { movePromise } from "#usecases/promises/move-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { showCalls } from "#usecases/asks/show-calls.ts";
import { showFactored } from "#usecases/dunning/show-factored.ts";
import { watchCeded } from "#usecases/dunning/watch-ceded.ts";
import { withdrawAsks } from "#usecases/asks/withdraw-asks.ts";
import { as, callCard, company, did, openAsks } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function drawn(
  world: World,
  showing: Showing,
  viewer: Person,
  settings: Partial<Settings> = {},
): Promise<string> {
  const found = await drawShowing(world.context(settings), showing, viewer);
  return found === null ? "nothing" : plainCard(found.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

describe("invoices that a factor has financed", () => {
  test("what we collect comes first in the list and on the calls, and each says so", async ({ world }) => {
    const { rep, customer } = await company(world);
    const other = await world.customer({ name: "Lemoine", rep });
    const plain = await world.invoice({ customer: other, number: "F0", due: "2026-10-01" });
    await world.invoice({ customer, number: "F1", due: "2026-10-01", factoring: "notified" });
    const ours = await world.invoice({ customer, number: "F2", due: "2026-11-01", factoring: "mandate" });
    await callCard(world, rep, [plain]);
    await callCard(world, rep, [ours]);

    const shown = await showFactored(world.context(), rep, {});
    const text = shown.ok ? plainCard(shown.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "";
    expect(text).toContain("À encaisser par nous, en premier · 1 200 € sur 1 facture");
    expect(text).toContain("À payer au factor : aucun message ne part d'ici · 1 200 € sur 1 facture");
    expect(text.indexOf("F2")).toBeLessThan(text.indexOf("F1"));
    expect(text).not.toContain("F0");
    expect(await drawn(world, { show: "customer", customer }, rep)).toContain("(cédée, encaissée sous mandat)");
    const calls = await showCalls(world.context(), rep, {});
    const listed = calls.ok ? plainCard(calls.value.card) : "";
    expect(listed.indexOf("Garnier")).toBeLessThan(listed.indexOf("Lemoine"));
  });

  test("somebody else's are not shown", async ({ world }) => {
    const { customer } = await company(world);
    await world.invoice({ customer, number: "F1", due: "2026-10-01", factoring: "mandate" });
    const stranger = await world.person({ name: "Lou Blanc" });
    const shown = await showFactored(world.context(), stranger, {});
    expect(shown.ok ? plainCard(shown.value.card) : "").toContain("Aucune facture cédée n'est ouverte.");
  });

  test("one of a notified factor is never asked for; paid to us, finance hears of it once", async ({ world }) => {
    const { finance, customer } = await company(world);
    await world.contact({ customer });
    const invoice = await world.invoice({ customer, number: "F1", due: "2026-11-01", factoring: "notified" });
    expect(await previewDunning(world.context(), "2026-11-24")).toMatchObject({
      messages: [],
      heldBack: [{ invoice: "F1", reason: "notified-factor" }],
    });
    await watchCeded(world.context());
    expect(await openAsks(world)).toEqual([]);

    await world.payment({ invoice, amount: "1200.00" });
    await watchCeded(world.context());
    await watchCeded(world.context());
    await withdrawAsks(world.context());

    expect(await openAsks(world)).toEqual(["paid-to-us for finance"]);
    const ask = (await openAskOf(world.db, customer, "paid-to-us", 0))?.id ?? 0;
    expect(await drawn(world, { show: "ask", ask }, finance)).toContain("seul un paiement au factor libère le client");
    await did(finishTask(world.context(), as(finance), { ask }));
    await watchCeded(world.context());
    expect(await openAsks(world)).toEqual([]);
  });

  test("what was paid before go-live is history, and a mandate's payment is where it belongs", async ({ world }) => {
    const { customer } = await company(world);
    const old = await world.invoice({ customer, due: "2025-11-01", factoring: "notified" });
    await world.payment({ invoice: old, amount: "1200.00", date: "2025-12-01" });
    const ours = await world.invoice({ customer, due: "2026-11-01", factoring: "mandate" });
    await world.payment({ invoice: ours, amount: "1200.00" });
    await watchCeded(world.context());
    expect(await openAsks(world)).toEqual([]);
  });
});

describe("credit insurance", () => {
  /** Due on 1 November: put off to 31 December by the insurer, declared by 31 March at the latest. */
  const POLICY = { insurerExtensionDays: 60, insurerDeclareDays: 150 } as const;

  async function insured(world: World, due: Day = "2026-11-01") {
    const people = await company(world);
    await world.db.update(customers).set({ insurerLimit: 5_000_000n }).where(eq(customers.code, people.customer));
    return { ...people, invoice: await world.invoice({ customer: people.customer, number: "F1", due }) };
  }

  test("a promise beyond what the insurer allows is finance's to agree to, however near its day", async ({ world }) => {
    const { rep, finance, customer } = await insured(world, "2026-10-01");
    await did(givePromise(world.context(POLICY), as(rep), { customer, due: "2026-11-30" }));
    expect(await openAsks(world)).toEqual([]);

    await did(movePromise(world.context(POLICY), as(rep), { promise: 1, due: "2026-12-01" }));

    expect(await openAsks(world)).toEqual(["approve-promise for finance"]);
    const ask = (await openAskOf(world.db, customer, "approve-promise", 2))?.id ?? 0;
    expect(await drawn(world, { show: "ask", ask }, finance, POLICY)).toContain(
      "La prolongation garantie par l'assureur-crédit s'arrête au lundi 30 novembre",
    );
  });

  test("without a policy's days, or without insurance, thirty days decide as before", async ({ world }) => {
    const { rep, customer } = await insured(world, "2026-08-01");
    await did(givePromise(world.context(), as(rep), { customer, due: "2026-12-01" }));
    const plain = await world.customer({ name: "Lemoine", rep });
    await world.invoice({ customer: plain, due: "2026-08-01" });
    await did(givePromise(world.context(POLICY), as(rep), { customer: plain, due: "2026-12-01" }));
    expect(await openAsks(world)).toEqual([]);
  });

  test("a week before its declaration falls due finance gets a card, once; paid, the card goes", async ({ world }) => {
    const { finance, customer, invoice } = await insured(world);
    const on = async (day: Day) => {
      world.clock.set(day);
      await watchCeded(world.context(POLICY));
      return openAsks(world);
    };
    expect(await on("2027-03-23")).toEqual([]);
    expect(await on("2027-03-24")).toEqual(["insurer-declaration for finance"]);
    expect(await on("2027-03-25")).toEqual(["insurer-declaration for finance"]);
    const ask = (await openAskOf(world.db, customer, "insurer-declaration", 0))?.id ?? 0;
    expect(await drawn(world, { show: "ask", ask }, finance, POLICY)).toContain("au plus tard le mercredi 31 mars");

    await world.payment({ invoice, amount: "1200.00" });
    await withdrawAsks(world.context());
    expect(await openAsks(world)).toEqual([]);
  });

  test("a dispute that may cost the cover says so, to its owner and to whoever noted it", async ({ world }) => {
    const { rep, adv, customer, invoice } = await insured(world);
    const lines = [{ invoice: invoice.id }];
    const { showing } = await did(openDispute(world.context(), as(rep), { customer, category: "price", lines }));
    for (const viewer of [rep, adv]) {
      expect(await drawn(world, showing, viewer)).toContain("Client assuré : un litige peut suspendre la garantie");
    }
  });
});

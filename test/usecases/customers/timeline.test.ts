import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { EVENT_KINDS } from "#domain/event.ts";
import type { MailTemplate } from "#domain/mail-template.ts";
import type { Locale, Person } from "#domain/person.ts";
import { DEFAULT_SCENARIO } from "#domain/scenario.ts";
import { isTold, UNTOLD_EVENTS } from "#domain/told-events.ts";
import { openAskOf } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { decideNote } from "#usecases/customers/decide-note.ts";
import { handInScenarios } from "#usecases/scenarios/hand-in-scenarios.ts";
import { noteCircuit } from "#usecases/customers/note-circuit.ts";
import { noteCustomer } from "#usecases/customers/note-customer.ts";
import { pauseDunning, resumeDunning } from "#usecases/stops/pause-dunning.ts";
import { proposeContact } from "#usecases/customers/propose-contact.ts";
import { publishScenarios } from "#usecases/scenarios/publish-scenarios.ts";
import { reassignAsk } from "#usecases/asks/reassign-ask.ts";
import { showTimeline } from "#usecases/customers/show-timeline.ts";
import { letterStory } from "../../support/letters.ts";
import { as, callCard, company, did } from "../../support/loop.ts";
import { samplesOf } from "../../support/timeline-samples.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** What has happened to a customer, the latest first, without its days. */
async function history(
  world: World,
  viewer: Person,
  customer: string,
  about: { readonly invoice?: number; readonly locale?: Locale } = {},
): Promise<readonly string[]> {
  const reader = { ...viewer, locale: about.locale ?? viewer.locale };
  const shown = await did(showTimeline(world.context(), reader, { customer, invoice: about.invoice }));
  const lines = plainCard(shown.card)
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .split("\n");
  const past = lines.slice(lines.findIndex((line) => line === "Jusqu'ici" || line === "So far") + 1);
  return past
    .filter((line) => line.startsWith("- "))
    .map((line) => line.replace(/^- [^:]*?\d{4} ?: /, "").replace(/ \[(Ouvrir|Open)\]$/, ""));
}

async function publishTexts(world: World, finance: Person, templates: readonly MailTemplate[]) {
  const kept = await did(handInScenarios(world.context(), as(finance), { scenarios: [], templates, source: null }));
  await did(publishScenarios(world.context(), as(finance), { package: kept.package ?? 0 }));
}

const courteous = (given: Partial<MailTemplate> = {}): MailTemplate => ({
  name: "first",
  locale: "fr",
  sender: null,
  subject: "Vos factures",
  body: "{{bonjour}}\n\nVoici {{factures}}, pour le {{echeance}}.\n\n{{tableau}}",
  ...given,
});

describe("what finance publishes stands in the history of whom it concerns, with who and when", () => {
  test("a wording: in the customer's language, for a step of its scenario, while something was open", async ({
    world,
  }) => {
    const { rep, finance, customer } = await company(world);
    const english = await world.customer({ name: "Lemoine", rep, language: "en" });
    const later = await world.customer({ name: "Sodial", rep });
    await world.invoice({ customer, number: "F1", due: "2026-11-18" });
    await world.invoice({ customer: english, number: "F2", due: "2026-11-18" });
    await world.invoice({ customer: later, number: "F3", issued: "2026-11-30", due: "2026-12-30" });

    await publishTexts(world, finance, [courteous()]);
    world.clock.set("2026-12-01");
    await world.fresh();

    expect((await history(world, rep, customer))[0]).toBe("nouveau texte des e-mails : premier rappel (Nadia Benali)");
    expect((await history(world, rep, customer, { locale: "en" }))[0]).toBe(
      "new wording of the e-mails: first reminder (Nadia Benali)",
    );
    expect((await history(world, rep, english))[0]).toMatch(/^facture F2/);
    expect((await history(world, rep, later))[0]).toMatch(/^facture F3/);
  });

  test("one colleague's own wording concerns those whose mails they sign", async ({ world }) => {
    const { rep, finance, adv, customer } = await company(world);
    await world.invoice({ customer, number: "F1", due: "2026-11-18" });
    await publishTexts(world, finance, [courteous({ sender: adv.email })]);
    expect((await history(world, rep, customer))[0]).toMatch(/^facture F1/);
    await publishTexts(world, finance, [courteous({ sender: finance.email.toUpperCase() })]);
    expect((await history(world, rep, customer))[0]).toMatch(/^nouveau texte des e-mails/);
  });

  test("a scenario: to those who follow it, on the invoices open that day", async ({ world }) => {
    const { rep, finance, customer } = await company(world);
    const [first, second] = [
      await world.invoice({ customer, number: "F1", due: "2026-11-18" }),
      await world.invoice({ customer, number: "F2", issued: "2026-11-30", due: "2026-12-30" }),
    ];
    const steps = DEFAULT_SCENARIO.steps.map((step) => (step.name === "first" ? { ...step, offset: 6 } : step));
    const retail = { ...DEFAULT_SCENARIO.audience, segments: ["retail"] };
    const scenarios = [
      { ...DEFAULT_SCENARIO, steps },
      { ...DEFAULT_SCENARIO, name: "retail", audience: retail },
    ];
    const kept = await did(handInScenarios(world.context(), as(finance), { scenarios, templates: [], source: null }));
    await did(publishScenarios(world.context(), as(finance), { package: kept.package ?? 0 }));
    world.clock.set("2026-12-01");
    await world.fresh();

    const told = `nouvelle version du scénario : « standard » (Nadia Benali)`;
    expect(await history(world, rep, customer)).toContain(told);
    expect(await history(world, rep, customer, { invoice: first.id })).toContain(told);
    expect(await history(world, rep, customer, { invoice: second.id })).not.toContain(told);
  });

  test("a pause of its segment, and its end; nobody else's", async ({ world }) => {
    const { rep, finance } = await company(world);
    const retail = await world.customer({ name: "Texto", rep, segment: "retail" });
    const other = await world.customer({ name: "Batival", rep, segment: "btp" });
    await world.invoice({ customer: retail, number: "F1", due: "2026-11-18" });
    await world.invoice({ customer: other, number: "F2", due: "2026-11-18" });
    const pause = await did(
      pauseDunning(world.context(), as(finance), {
        scope: "segment",
        key: "retail",
        until: "2026-11-30",
        reason: "Inventaire",
      }),
    );
    world.clock.advance({ minutes: 5 });
    await did(resumeDunning(world.context(), as(finance), { pause }));

    expect((await history(world, rep, retail)).slice(0, 2)).toEqual([
      "les rappels reprennent (Nadia Benali)",
      "tous les rappels suspendus : Inventaire, jusqu'au 30 novembre (Nadia Benali)",
    ]);
    expect((await history(world, rep, other))[0]).toMatch(/^facture F2/);
  });
});

describe("what colleagues note stands in the history, with who", () => {
  test("a contact suggested and taken over, one corrected", async ({ world }) => {
    const { rep, adv, customer } = await company(world);
    await world.invoice({ customer, number: "F1", due: "2026-11-18" });
    const contact = { customer, name: "Sonia Perrin", email: "sonia@garnier.example", role: "billing" } as const;
    await did(proposeContact(world.context(), as(rep), contact));
    const [proposal] = await world.db.execute<{ id: number }>(sql`select id from contact_proposals`);
    const ask = await openAskOf(world.db, customer, "contact-proposed", proposal?.id ?? 0);
    world.clock.advance({ minutes: 5 });
    await did(decideNote(world.context(), as(adv), { ask: ask?.id ?? 0, agreed: true }));
    world.clock.advance({ minutes: 5 });
    const [kept] = await world.db.execute<{ id: number }>(sql`select id from contacts where name = 'Sonia Perrin'`);
    const phone = "01 99 00 12 34";
    await did(proposeContact(world.context(), as(adv), { ...contact, contact: kept?.id ?? 0, phone }));

    expect((await history(world, rep, customer)).slice(0, 3)).toEqual([
      "contact corrigé : Sonia Perrin (Luc Petit)",
      "contact suggéré, repris : Sonia Perrin (Luc Petit)",
      "contact suggéré : Sonia Perrin (Claire Morel)",
    ]);
  });

  test("a circuit learnt, changed and seen to; a VIP asked for and agreed", async ({ world }) => {
    const { rep, finance, customer } = await company(world);
    await world.invoice({ customer, number: "F1", due: "2026-11-18" });
    await did(noteCircuit(world.context(), as(rep), { customer, portal: "Chorus", wantsOrderNumber: true }));
    world.clock.advance({ minutes: 5 });
    await did(
      noteCircuit(world.context(), as(rep), { customer, wantsOrderNumber: false, cutOff: "25", note: "Par Léa" }),
    );
    world.clock.advance({ minutes: 5 });
    await did(noteCustomer(world.context(), as(rep), { customer, kind: "vip", text: "Le PDG appelle" }));
    const ask = await openAskOf(world.db, customer, "vip-proposed", 0);
    world.clock.advance({ minutes: 5 });
    await did(decideNote(world.context(), as(finance), { ask: ask?.id ?? 0, agreed: true }));

    expect((await history(world, rep, customer)).slice(0, 4)).toEqual([
      "suivi sans e-mail automatique : d'accord (Nadia Benali)",
      "demande de suivi sans e-mail automatique : « Le PDG appelle » (Claire Morel)",
      "circuit de facturation changé : sans numéro de commande, à déposer au plus tard le 25 du mois, « Par Léa » (Claire Morel)",
      "circuit de facturation noté : portail Chorus, numéro de commande demandé (Claire Morel)",
    ]);
  });

  test("a call given from one to the next names each of them", async ({ world }) => {
    const { rep, manager, director, customer } = await company(world);
    const marc = await world.person({ name: "Marc Leroy", managerId: manager.id });
    const ask = await callCard(world, rep, [await world.invoice({ customer, number: "F1", due: "2026-10-18" })]);
    for (const to of [marc, manager]) {
      world.clock.advance({ minutes: 5 });
      await did(reassignAsk(world.context(), as(director), { ask, person: to.id }));
    }
    expect((await history(world, manager, customer)).slice(0, 3)).toEqual([
      "appel confié à Paul Henry (Anne Roy)",
      "appel confié à Marc Leroy (Anne Roy)",
      "appel proposé à Claire Morel",
    ]);
  });
});

test("a task is told by what it is about", async ({ world }) => {
  const { finance, customer } = await letterStory(world);

  expect((await history(world, finance, customer))[0]).toBe("tâche : mise en demeure à approuver");
  expect((await history(world, finance, customer, { locale: "en" }))[0]).toBe("task: formal notice to approve");
});

test("no kind of event is dropped without a reason: each has its line in both languages", async ({ world }) => {
  const { rep, finance, customer } = await company(world);
  const invoice = await world.invoice({ customer, number: "F1", due: "2026-10-18", amount: "1200.00" });
  const samples = await samplesOf(world, rep, invoice);
  expect(EVENT_KINDS.filter((kind) => !isTold(kind))).toEqual(EVENT_KINDS.filter((kind) => kind in UNTOLD_EVENTS));
  const [told, expected] = [[] as unknown[], [] as unknown[]];
  for (const kind of EVENT_KINDS.filter(isTold)) {
    const { subject, subjectId, data = {}, fr, en, isCompany } = samples[kind];
    world.clock.advance({ minutes: 1 });
    await appendEvent(world.db, {
      at: world.clock.now(),
      kind,
      actor: as(finance),
      customer: isCompany === true ? null : customer,
      invoices: isCompany === true ? [] : [invoice.id],
      data,
      ...(subject === undefined ? {} : { subject, subjectId: subjectId ?? 0 }),
    });
    const [french] = await history(world, rep, customer);
    const [english] = await history(world, rep, customer, { locale: "en" });
    told.push({ kind, french, english });
    expected.push({ kind, french: `${fr} (Nadia Benali)`, english: `${en} (Nadia Benali)` });
  }
  expect(told).toEqual(expected);
});

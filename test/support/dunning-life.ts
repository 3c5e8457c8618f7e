import { addDays, type Day } from "#domain/calendar.ts";
import { applyEndedStops } from "#domain/dunning-ended-stops.ts";
import type { DatedPosition, Debtor, DunnedInvoice, DunningFacts } from "#domain/dunning-facts.ts";
import type { DayPlan } from "#domain/dunning-plan.ts";
import { reenterAfterPromise } from "#domain/dunning-re-entry.ts";
import { nextStepOn } from "#domain/dunning-step-day.ts";
import { planDay } from "#domain/dunning.ts";
import { scenarioFor, SHIPPED_SCENARIOS } from "#domain/scenario-choice.ts";
import { standingOf } from "#domain/scenario-condition.ts";
import { levelOf, STEP_NAMES, type Scenario, type StepName } from "#domain/scenario.ts";
import { aDebtor, anInvoice, someFacts } from "./dunning-facts.ts";
import { randomLedger, residualOn, type RandomLedger } from "./random-ledger.ts";
import { randomScenario, type Chance } from "./random-scenarios.ts";

/** An invoice with what happened to it so far. */
export interface Lived extends DunnedInvoice {
  nextStepOn: Day | null;
  paidAtMail: bigint;
  readonly ledger: RandomLedger["invoices"][number];
}

/** A day as it was planned, with what it was planned from. */
export interface LivedDay {
  readonly day: Day;
  readonly facts: DunningFacts;
  readonly plan: DayPlan;
  /** What the whole company would get: the same, if no invoice sleeps that should not. */
  readonly whole: DayPlan;
  /** Invoices that came back this day, after a dispute or a broken promise. */
  readonly cameBack: ReadonlySet<number>;
  readonly bounced: ReadonlySet<string>;
}

const FIRST_DAY: Day = "2026-02-02";
const DAYS = 330;
const INVOICES = 60;
const NO_CAP = { askCapPerDay: 1_000, askCapPerWeek: 1_000, dailyCap: null } as const;

/**
 * Most of a year under scenarios that change by chance: published anew, chosen for a customer and taken back, while invoices
 * are half-way; with payments, disputes, promises, bounces, replies, and days without a pass. No database: the days follow
 * from the plan alone.
 */
export function* liveThrough(seed: number, chance: Chance): Generator<LivedDay> {
  const ledger = randomLedger(seed, INVOICES);
  let scenarios: readonly Scenario[] = SHIPPED_SCENARIOS;
  const chosen = new Map<string, string | null>();
  const reminded = new Map<string, Day>();
  let invoices = ledger.invoices.map((each) => born(each, chance));

  let silentUntil = FIRST_DAY;
  for (let day = FIRST_DAY; day < addDays(FIRST_DAY, DAYS); day = addDays(day, 1)) {
    if (chance() < 0.06) {
      scenarios = changed(scenarios, chance);
      invoices = woken(invoices, day, () => true);
    }
    if (chance() < 0.1) {
      const payer = `C${Math.floor(chance() * 12)}`;
      chosen.set(payer, chance() < 0.5 ? "ferme" : chance() < 0.5 ? "prudent" : null);
      invoices = woken(invoices, day, (invoice) => invoice.payer === payer);
    }
    // Days without a pass, and weeks: levels are caught up.
    if (chance() < 0.01) silentUntil = addDays(day, 20);
    if (day < silentUntil || chance() < 0.1) continue;

    const open = invoices.filter(({ ledger: { issued } }) => issued <= day).map((each) => asOf(ledger, each, day));
    const living = open.filter(({ residual }) => residual > 0n);
    const facts = factsOf({ living, scenarios, chosen, reminded, ledger, day, waiting: chance() < 0.1 });
    const promised = brokenOn(facts, living, ledger, day);
    const resumed = applyEndedStops({ ...facts, invoices: promised.invoices }, day);
    const due = new Set(
      living
        .filter((each) => (each.nextStepOn ?? "9999-12-31") <= day || promised.back.has(each.id))
        .map(({ payer }) => payer),
    );
    for (const { invoice } of resumed.changes) due.add(payerOf(living, invoice));
    const looked = { ...resumed.facts, invoices: resumed.facts.invoices.filter(({ payer }) => due.has(payer)) };
    const plan = planDay(looked, day);
    const bounced = new Set(plan.messages.filter(() => chance() < 0.08).map(({ payer }) => payer));
    const cameBack = new Set([...promised.back, ...resumed.changes.map(({ invoice }) => invoice)]);
    yield { day, facts: looked, plan, whole: planDay(resumed.facts, day), cameBack, bounced };

    for (const { payer, step } of plan.messages) {
      if (step !== "pre-due" && !bounced.has(payer)) reminded.set(payer, day);
    }
    const after = new Map(moved(looked, plan, bounced, day).map((each) => [each.id, each]));
    invoices = invoices.map((each) => lived(each, after.get(each.id), plan, bounced, day));
  }
}

function born(each: RandomLedger["invoices"][number], chance: Chance): Lived {
  const amount = BigInt(each.cents);
  return {
    ...anInvoice({
      number: each.number,
      payer: each.customer,
      kind: chance() < 0.2 ? "deposit" : "invoice",
      issued: each.issued,
      due: each.due,
      amount,
      means: chance() < 0.5 ? "transfer" : "cheque",
    }),
    ledger: each,
    nextStepOn: each.issued,
    paidAtMail: 0n,
  };
}

function changed(scenarios: readonly Scenario[], chance: Chance): readonly Scenario[] {
  const [name, audience] = (
    [
      ["default", {}],
      ["acomptes", { invoices: "deposits" }],
      ["ferme", { onlyChosen: true }],
      ["retail", { segments: ["retail"] }],
    ] as const
  )[Math.floor(chance() * 4)] ?? ["default", {}];
  return [...scenarios.filter((scenario) => scenario.name !== name), randomScenario(name, audience, chance)];
}

function woken(invoices: readonly Lived[], day: Day, which: (invoice: Lived) => boolean): Lived[] {
  return invoices.map((each) =>
    which(each) && (each.nextStepOn ?? "9999-12-31") > day ? { ...each, nextStepOn: day } : each,
  );
}

/** What is owed, contested and promised on a day. */
function asOf(ledger: RandomLedger, each: Lived, day: Day): Lived {
  const owed = BigInt(residualOn(ledger, each.ledger, day));
  const residual = owed > 0n ? owed : 0n;
  const disputed = ledger.disputes
    .filter(({ of, from, to }) => of === each.number && from <= day && (to === null || day < to))
    .reduce((total, { cents }) => total + BigInt(cents), 0n);
  const promise = ledger.promises.findLast(
    ({ of, given, grace }) => of === each.number && given <= day && day <= grace,
  );
  return {
    ...each,
    residual,
    disputed: disputed > residual ? residual : disputed,
    suspended: promise === undefined ? 0n : BigInt(promise.cents),
    suspendedUntil: promise?.grace ?? null,
    paidSince: each.amount - owed - each.paidAtMail,
  };
}

interface Around {
  readonly living: readonly Lived[];
  readonly scenarios: readonly Scenario[];
  readonly chosen: ReadonlyMap<string, string | null>;
  readonly reminded: ReadonlyMap<string, Day>;
  readonly ledger: RandomLedger;
  readonly day: Day;
  readonly waiting: boolean;
}

function factsOf({ living, scenarios, chosen, reminded, ledger, day, waiting }: Around): DunningFacts {
  const payers = [...new Set(living.map(({ payer }) => payer))].toSorted();
  const file = {
    segment: null,
    since: null,
    currency: "EUR",
    internalLimit: null,
    insurerLimit: null,
    factorLimit: null,
  };
  const debtors = payers.map((code): Debtor => {
    const segment = code === "C1" || code === "C2" ? "retail" : null;
    const own = living.filter(({ payer }) => payer === code);
    const standing = standingOf({ ...file, currency: "EUR", segment, history: null }, own, [], day);
    return aDebtor({ code, segment, standing, chosen: chosen.get(code) ?? null, slowPayer: code === "C3" });
  });
  const closed = ledger.disputes.filter(({ to }) => to === day);
  return someFacts(living, {
    scenarios,
    debtors,
    today: day,
    settings: NO_CAP,
    accounts: payers.map((payer) => ({
      seller: "S",
      payer,
      currency: "EUR",
      unallocated: 0n,
      replyWaiting: waiting && payer === "C4",
    })),
    groups: payers.map((payer) => ({
      seller: "S",
      payer,
      currency: "EUR",
      language: "fr",
      remindedOn: reminded.get(payer) ?? null,
      today: "none",
    })),
    closedDisputes: living.flatMap((each, id) =>
      closed.some(({ of }) => of === each.number) ? [{ id, invoice: each.id, closedOn: day }] : [],
    ),
  });
}

/** Promises whose grace was over yesterday, with something still owed. */
function brokenOn(facts: DunningFacts, living: readonly Lived[], ledger: RandomLedger, day: Day) {
  const broken = new Set(ledger.promises.filter(({ grace }) => addDays(grace, 1) === day).map(({ of }) => of));
  const back = new Set<number>();
  const invoices = living.map((each): Lived => {
    const debtor = facts.debtors.find(({ code }) => code === each.payer);
    if (!broken.has(each.number) || debtor === undefined) return each;
    const scenario = scenarioFor(facts.scenarios, debtor, each.kind);
    const position = reenterAfterPromise(scenario, each, debtor, day);
    if (position === null) return each;
    back.add(each.id);
    return { ...each, ...position };
  });
  return { invoices, back };
}

function payerOf(living: readonly Lived[], id: number): string {
  return living.find((each) => each.id === id)?.payer ?? "";
}

/** Where the invoices that were looked at stand after the day. */
function moved(facts: DunningFacts, plan: DayPlan, bounced: ReadonlySet<string>, day: Day) {
  const steps = new Map<number, DatedPosition>();
  for (const { payer, lines } of plan.messages) {
    for (const { invoice, advancesTo } of lines) {
      if (advancesTo === null) continue;
      steps.set(invoice.id, bounced.has(payer) ? { ...advancesTo, ...takenBack(advancesTo.step, day) } : advancesTo);
    }
  }
  for (const { lines } of plan.asks) {
    for (const { invoice, advancesTo } of lines) if (advancesTo !== null) steps.set(invoice.id, advancesTo);
  }
  return facts.invoices.map((invoice) => {
    const debtor = facts.debtors.find(({ code }) => code === invoice.payer);
    if (debtor === undefined) throw new Error(`nobody pays ${invoice.number}`);
    const scenario = scenarioFor(facts.scenarios, debtor, invoice.kind);
    const { id, step, shift, reentered } = invoice;
    const stays = { step, shift, reentered, nextStepOn: nextStepOn(scenario, invoice, debtor, day) };
    return { id, ...(steps.get(id) ?? stays) };
  });
}

/** A mail that did not arrive: its step is not done. */
function takenBack(step: StepName | null, day: Day) {
  const before = step === null ? undefined : STEP_NAMES[levelOf(step) - 1];
  return { step: before ?? null, nextStepOn: day };
}

function lived(
  before: Lived,
  position: (DatedPosition & { readonly id: number }) | undefined,
  plan: DayPlan,
  bounced: ReadonlySet<string>,
  day: Day,
): Lived {
  const listed = plan.messages
    .flatMap(({ payer, lines }) => lines.map((line) => ({ payer, invoice: line.invoice })))
    .find(({ invoice }) => invoice.id === before.id);
  const took = [...plan.messages.filter(({ payer }) => !bounced.has(payer)), ...plan.asks]
    .flatMap(({ lines }) => lines)
    .find(({ invoice, advancesTo }) => invoice.id === before.id && advancesTo !== null);
  const there = { ...before, ...position, done: took?.step ?? before.done };
  // What is said before the day is no reminder.
  if (listed === undefined || day <= before.due) return there;
  const state = bounced.has(listed.payer) ? ("bounced" as const) : ("sent" as const);
  return {
    ...there,
    lastReminder: { sentOn: day, state },
    delivered: before.delivered || state === "sent",
    paidAtMail: before.amount - listed.invoice.residual,
  };
}

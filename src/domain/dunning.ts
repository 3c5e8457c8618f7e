import type { Day } from "./calendar.ts";
import { mainUnits, planAsks, type PayerSteps } from "./dunning-asks.ts";
import type { Debtor, DunnedInvoice, DunningFacts } from "./dunning-facts.ts";
import { planGroup, type Group, type GroupPlan } from "./dunning-group.ts";
import type { DayPlan, HeldBack, PlannedMessage } from "./dunning-plan.ts";
import { enterByAge } from "./dunning-re-entry.ts";
import { isLive, ownStop } from "./dunning-stops.ts";
import { byText } from "./invoice-order.ts";
import { scenarioFor } from "./scenario-choice.ts";

/**
 * What dunning does on a day, by the rule set of DOMAIN.md 4: one message per group (seller, payer, currency, language), at
 * most one ask per payer and kind, and a reason for everything that is stopped or waits. Sellers that are not live are
 * planned as if they went live that day, and marked held. Call `applyEndedStops` first.
 */
export function planDay(facts: DunningFacts, day: Day): DayPlan {
  const groups = groupsOf(facts, day);
  const plans = groups.map((group) => planGroup(facts, group, day));
  const capped = capMessages(
    facts,
    plans.flatMap(({ message }) => message ?? []),
    day,
  );
  const asks = planAsks(facts, payersOf(groups, plans, day));
  const heldBack = [...plans.flatMap((plan) => plan.heldBack), ...capped.heldBack, ...asks.heldBack];
  return {
    day,
    messages: capped.messages.toSorted(byKey),
    asks: asks.asks.toSorted((a, b) => byText(`${a.payer} ${a.kind}`, `${b.payer} ${b.kind}`)),
    heldBack: [...heldBack, ...beforeGoLive(groups, heldBack, inMessages(capped.messages), day)].toSorted(byInvoice),
  };
}

function groupsOf(facts: DunningFacts, day: Day): readonly Group[] {
  const debtors = new Map(facts.debtors.map((debtor) => [debtor.code, debtor]));
  const sellers = new Map(facts.sellers.map((seller) => [seller.code, seller]));
  const accounts = new Map(facts.accounts.map((account) => [accountKey(account), account]));
  const histories = new Map(facts.groups.map((group) => [`${accountKey(group)} ${group.language}`, group]));
  const byAccount = Map.groupBy(facts.invoices, accountKey);
  return [...byAccount].flatMap(([key, invoices]) => {
    const [first] = invoices;
    const debtor = first === undefined ? undefined : debtors.get(first.payer);
    if (first === undefined || debtor === undefined) return [];
    const seller = sellers.get(first.seller);
    const group = { debtor, seller, account: accounts.get(key), history: histories.get(`${key} ${debtor.language}`) };
    return [{ ...group, invoices: isLive(seller, day) ? invoices : invoices.map(enterToday(facts, debtor, day)) }];
  });
}

function accountKey(of: { readonly seller: string; readonly payer: string; readonly currency: string }): string {
  return JSON.stringify([of.seller, of.payer, of.currency]);
}

function enterToday(facts: DunningFacts, debtor: Debtor, day: Day): (invoice: DunnedInvoice) => DunnedInvoice {
  return (invoice) => {
    const scenario = scenarioFor(facts.scenarios, debtor, invoice.kind);
    return { ...invoice, ...enterByAge(scenario, invoice, debtor, day) };
  };
}

/** The whole company sends so many reminders a day: the oldest debt first, then the largest. */
function capMessages(facts: DunningFacts, messages: readonly PlannedMessage[], day: Day) {
  const cap = facts.settings.dailyCap;
  if (cap === null) return { messages, heldBack: [] };
  const ranked = messages.toSorted(
    (a, b) =>
      byText(oldestDue(a), oldestDue(b)) ||
      mainUnits(b.total, b.currency) - mainUnits(a.total, a.currency) ||
      byText(a.payer, b.payer),
  );
  const room = Math.max(0, cap - facts.remindersToday);
  const heldBack = ranked
    .slice(room)
    .flatMap((message): readonly HeldBack[] =>
      message.lines
        .filter((line) => line.advancesTo !== null)
        .map(({ invoice }) => ({ payer: message.payer, invoice, reason: "daily-cap", until: day })),
    );
  return { messages: ranked.slice(0, room), heldBack };
}

function oldestDue(message: PlannedMessage): string {
  return message.lines
    .map((line) => line.invoice.due)
    .reduce((oldest, due) => (due < oldest ? due : oldest), "9999-12-31");
}

function payersOf(groups: readonly Group[], plans: readonly GroupPlan[], day: Day): readonly PayerSteps[] {
  const pairs = groups.flatMap((group, at) => {
    const plan = plans[at];
    return plan === undefined ? [] : [{ group, plan }];
  });
  return [...Map.groupBy(pairs, ({ group }) => group.debtor).entries()].map(([debtor, own]) => ({
    debtor,
    steps: own.flatMap(({ group, plan }) =>
      plan.humanSteps.map((step) => ({
        ...step,
        held: isLive(group.seller, day) ? null : ("before-go-live" as const),
      })),
    ),
    chaseable: own.reduce(
      (total, { group, plan }) => total + mainUnits(plan.chaseable, group.invoices[0]?.currency ?? "EUR"),
      0,
    ),
  }));
}

function inMessages(messages: readonly PlannedMessage[]): ReadonlySet<number> {
  return new Set(messages.flatMap((message) => message.lines.map((line) => line.invoice.id)));
}

/** Before go-live everything is stopped: what is overdue or would be written about, and has no other reason, has this one. */
function beforeGoLive(
  groups: readonly Group[],
  heldBack: readonly HeldBack[],
  written: ReadonlySet<number>,
  day: Day,
): readonly HeldBack[] {
  const told = new Set(heldBack.map((held) => held.invoice.id));
  return groups
    .filter((group) => !isLive(group.seller, day))
    .flatMap(({ debtor, invoices }) =>
      invoices
        .filter((invoice) => (invoice.due < day && ownStop(invoice) === null) || written.has(invoice.id))
        .filter((invoice) => !told.has(invoice.id))
        .map((invoice) => ({ payer: debtor.code, invoice, reason: "before-go-live" as const, until: null })),
    );
}

function byKey(a: PlannedMessage, b: PlannedMessage): number {
  return (
    byText(a.payer, b.payer) ||
    byText(a.seller, b.seller) ||
    byText(a.currency, b.currency) ||
    byText(a.language, b.language)
  );
}

function byInvoice(a: HeldBack, b: HeldBack): number {
  return (
    byText(a.payer, b.payer) ||
    byText(a.invoice.seller, b.invoice.seller) ||
    byText(a.invoice.number, b.invoice.number) ||
    a.invoice.id - b.invoice.id ||
    byText(a.reason, b.reason)
  );
}

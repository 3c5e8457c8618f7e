import { weekday, daysBetween, type Day } from "./calendar.ts";
import type { AskLoad, Debtor, DunnedInvoice, DunningFacts, GroupHistory } from "./dunning-facts.ts";
import type { DayPlan, PlannedAsk, PlannedMessage } from "./dunning-plan.ts";

/**
 * The facts of a day as they will be if all that is planned for the days before has been sent and asked, and nothing else
 * happened: what a preview of a later day begins from. `earlier` = those plans, in the order of their days.
 */
export function supposeDone(facts: DunningFacts, earlier: readonly DayPlan[], day: Day): DunningFacts {
  return earlier.reduce((supposed, plan) => supposePlan(supposed, plan, day), facts);
}

function supposePlan(facts: DunningFacts, plan: DayPlan, day: Day): DunningFacts {
  const messages = plan.messages.filter(({ held }) => held === null);
  const asks = plan.asks.filter(({ held }) => held === null);
  const advanced = new Map(
    [...messages, ...asks].flatMap(({ lines }) => lines.map((line) => [line.invoice.id, line.advancesTo] as const)),
  );
  // What is said before the due day is no reminder: nobody owes anything yet.
  const reminded = new Set(
    messages.flatMap(({ lines }) => lines.filter((line) => line.daysOverdue > 0).map((line) => line.invoice.id)),
  );
  return {
    ...facts,
    invoices: facts.invoices.map((invoice) => {
      const { step, shift, reentered } = advanced.get(invoice.id) ?? invoice;
      const moved = { ...invoice, step, shift, reentered };
      return reminded.has(invoice.id) ? { ...moved, ...justReminded(plan.day) } : moved;
    }),
    groups: withReminders(facts.groups, messages, plan.day),
    debtors: withAsks(facts.debtors, asks),
    askLoads: isSameWeek(plan.day, day) ? withCalls(facts.askLoads, asks) : facts.askLoads,
  };
}

function justReminded(
  sentOn: Day,
): Pick<DunnedInvoice, "lastReminder" | "delivered" | "paidSince" | "carryOnSince" | "brokenPromise"> {
  return {
    lastReminder: { sentOn, state: "sent" },
    delivered: true,
    paidSince: 0n,
    carryOnSince: null,
    brokenPromise: null,
  };
}

/** Mails before the due day do not count for the interval. */
function withReminders(
  groups: readonly GroupHistory[],
  messages: readonly PlannedMessage[],
  sentOn: Day,
): readonly GroupHistory[] {
  const sent = new Map(
    messages.filter(({ step }) => step !== "pre-due").map((message) => [groupKey(message), message]),
  );
  const others = groups.filter((group) => !sent.has(groupKey(group)));
  const counted = [...sent.values()].map(({ seller, payer, currency, language }): GroupHistory => {
    const group = { seller, payer, currency, language };
    const before = groups.find((other) => groupKey(other) === groupKey(group));
    return { ...group, today: before?.today ?? "none", remindedOn: sentOn };
  });
  return [...others, ...counted];
}

function groupKey({ seller, payer, currency, language }: Omit<GroupHistory, "remindedOn" | "today">): string {
  return JSON.stringify([seller, payer, currency, language]);
}

function withAsks(debtors: readonly Debtor[], asks: readonly PlannedAsk[]): readonly Debtor[] {
  const opened = Map.groupBy(asks, ({ payer }) => payer);
  return debtors.map((debtor) => {
    const kinds = (opened.get(debtor.code) ?? []).map(({ kind }) => kind);
    return kinds.length === 0 ? debtor : { ...debtor, openAsks: [...new Set([...debtor.openAsks, ...kinds])] };
  });
}

function withCalls(loads: readonly AskLoad[], asks: readonly PlannedAsk[]): readonly AskLoad[] {
  const people = asks.flatMap(({ kind, joins, holder }) =>
    kind === "call" && !joins && "person" in holder ? [holder.person] : [],
  );
  return people.reduce<readonly AskLoad[]>((all, person) => {
    const load = all.find((each) => each.person === person) ?? { person, onDay: 0, inWeek: 0 };
    return [...all.filter((each) => each.person !== person), { ...load, inWeek: load.inWeek + 1 }];
  }, loads);
}

function isSameWeek(a: Day, b: Day): boolean {
  return daysBetween(a, b) === weekday(b) - weekday(a);
}

import { addDays, daysBetween, isWorkingDay, nextWorkingDay, type Day } from "./calendar.ts";
import type { AccountFacts, Debtor, DunnedInvoice, DunningFacts, GroupHistory, SellerFacts } from "./dunning-facts.ts";
import type { HeldBack, PlannedLine, PlannedMessage, Stop } from "./dunning-plan.ts";
import { nextStep, type NextStep } from "./dunning-next-step.ts";
import { nextStepOn, stepDay } from "./dunning-step-day.ts";
import { accountStop, chaseableOf, isLive, ownStop, pauseStop } from "./dunning-stops.ts";
import { oldestFirst } from "./invoice-order.ts";
import { digitsOf } from "./money.ts";
import { levelOf, type Scenario, type Step } from "./scenario.ts";
import { scenarioFor } from "./scenario-choice.ts";
import { recipientsOf } from "./scenario-recipients.ts";

/** The invoices of one seller, payer, currency and language, with what is known about the four. */
export interface Group {
  readonly debtor: Debtor;
  readonly seller: SellerFacts | undefined;
  readonly account: AccountFacts | undefined;
  readonly history: GroupHistory | undefined;
  readonly invoices: readonly DunnedInvoice[];
}

/** A step that a person is asked to do. */
export interface HumanStep {
  readonly line: PlannedLine;
  readonly step: Step;
  readonly task: "step" | "in-credit" | "who-to-write-to";
}

export interface GroupPlan {
  readonly message: PlannedMessage | null;
  readonly humanSteps: readonly HumanStep[];
  readonly heldBack: readonly HeldBack[];
  /** What is overdue and free to be chased, in minor units. */
  readonly chaseable: bigint;
}

/** An invoice that nothing of its own stops. */
interface Free {
  readonly invoice: DunnedInvoice;
  readonly scenario: Scenario;
  readonly next: NextStep;
}

interface DueStep {
  readonly invoice: DunnedInvoice;
  readonly step: Step;
  readonly scenario: Scenario;
}

/** What one group gets on a day: at most one message, steps for people, and the reasons for all that waits. */
export function planGroup(facts: DunningFacts, group: Group, day: Day): GroupPlan {
  const { debtor } = group;
  const heldBack: HeldBack[] = [];
  const hold = (invoice: DunnedInvoice, stop: Stop) => heldBack.push({ payer: debtor.code, invoice, ...stop });

  const free: Free[] = [];
  for (const invoice of group.invoices) {
    const stop = ownStop(invoice);
    if (stop === null) {
      const scenario = scenarioFor(facts.scenarios, debtor, invoice.kind);
      free.push({ invoice, scenario, next: nextStep(scenario, invoice, debtor, day) });
    } else if (invoice.due < day) hold(invoice, stop);
  }
  const overdue = free.map(({ invoice }) => invoice).filter((invoice) => invoice.due < day);
  const chaseable = totalOf(overdue);
  const due = free.flatMap(({ invoice, scenario, next }) =>
    next.is === "due" ? [{ invoice, scenario, step: next.step }] : [],
  );

  const outstanding = group.invoices.reduce((total, invoice) => total + invoice.residual, 0n);
  const whose = { seller: group.invoices[0]?.seller ?? "", segment: debtor.segment };
  const stop = pauseStop(facts, whose, day) ?? accountStop(facts, group.seller, group.account, outstanding, day);
  if (stop !== null) {
    for (const invoice of new Set([...overdue, ...due.map((step) => step.invoice)])) hold(invoice, stop);
    const tasks = stop.reason === "in-credit" ? due.map((step) => taskOf(step, "in-credit", day)) : [];
    return { message: null, humanSteps: tasks, heldBack, chaseable };
  }
  if (!isWorkingDay(day, debtor.region)) {
    const until = addDays(nextWorkingDay(day, debtor.region), -1);
    for (const { invoice } of due) hold(invoice, { reason: "not-a-working-day", until });
    return { message: null, humanSteps: [], heldBack, chaseable };
  }
  for (const { invoice, next } of free) if (next.is === "waits") hold(invoice, next.stop);
  const sorted = sortDue(facts, group, { due, overdue, chaseable, day, hold });
  const drafted = messageOf(group, overdue, sorted.emails, day);
  const asksForNothing = drafted !== null && drafted.total + drafted.unallocated <= 0n;
  if (asksForNothing) for (const { invoice } of drafted.lines) hold(invoice, { reason: "in-credit", until: null });
  const inCredit = [...sorted.inCredit, ...(asksForNothing ? sorted.emails : [])];
  return {
    message: asksForNothing ? null : drafted,
    humanSteps: [
      ...sorted.human.map((step) => ({
        line: lineOf(debtor, step.invoice, step, day),
        step: step.step,
        task: "step" as const,
      })),
      ...sorted.noContact.map((step) => taskOf(step, "who-to-write-to", day)),
      ...inCredit.map((step) => taskOf(step, "in-credit", day)),
    ],
    heldBack,
    chaseable,
  };
}

interface ToSort {
  readonly due: readonly DueStep[];
  readonly overdue: readonly DunnedInvoice[];
  readonly chaseable: bigint;
  readonly day: Day;
  readonly hold: (invoice: DunnedInvoice, stop: Stop) => void;
}

/** The due steps by what becomes of them. */
interface SortedSteps {
  readonly human: readonly DueStep[];
  readonly noContact: readonly DueStep[];
  readonly emails: readonly DueStep[];
}

/** Steps about less than the customer already has with us: nobody is written to, finance looks. */
interface InCredit {
  readonly inCredit: readonly DueStep[];
}

/**
 * Parts the due steps into e-mails that leave, steps for people, and what waits (told to `hold`). What is announced before
 * its day joins a message that leaves anyway; alone it must be worth one itself.
 */
function sortDue(facts: DunningFacts, group: Group, sorting: ToSort): SortedSteps & InCredit {
  const { due, overdue, chaseable, hold } = sorting;
  const threshold = thresholdOf(facts, group.invoices[0]?.currency ?? "EUR");
  const worthIt = (steps: readonly DueStep[], enough: boolean) => {
    if (!enough) for (const { invoice } of steps) hold(invoice, { reason: "below-threshold", until: null });
    return enough ? steps : [];
  };
  const owed = due.filter(({ step }) => step.name !== "pre-due");
  const worthAsking = worthIt(owed, chaseable >= threshold);
  const isCovered = chaseable + (group.account?.unallocated ?? 0n) <= 0n;
  const inCredit = isCovered ? worthAsking : [];
  const stopped = inCredit.length === 0 ? [] : [...overdue, ...inCredit.map(({ invoice }) => invoice)];
  for (const invoice of new Set(stopped)) hold(invoice, { reason: "in-credit", until: null });
  const late = part(facts, group, sorting, isCovered ? [] : worthAsking);
  const announced = due.filter(({ step }) => step.name === "pre-due");
  const joins = late.emails.length > 0 || totalOf(announced.map(({ invoice }) => invoice)) >= threshold;
  const early = part(facts, group, sorting, worthIt(announced, joins));

  return {
    human: [...late.human, ...early.human],
    noContact: [...late.noContact, ...early.noContact],
    emails: [...late.emails, ...early.emails],
    inCredit,
  };
}

function part(
  facts: DunningFacts,
  group: Group,
  { day, hold }: Pick<ToSort, "day" | "hold">,
  steps: readonly DueStep[],
): SortedSteps {
  const isForPeople = ({ invoice, step }: DueStep) => invoice.keyAccount || step.channel !== "email";
  const human = steps.filter(isForPeople);
  const mail = steps.filter((step) => !isForPeople(step));

  const noContact = group.debtor.recipients.length === 0 ? mail : [];
  for (const { invoice } of noContact) hold(invoice, { reason: "no-contact", until: null });
  const emails: DueStep[] = [];
  for (const step of noContact.length > 0 ? [] : mail) {
    const wait = intervalStop(facts, group.history, step.step, day);
    if (wait === null) emails.push(step);
    else hold(step.invoice, wait);
  }
  return { human, noContact, emails };
}

/** At least so many days between two reminders to a group; a mail before the day neither waits nor counts. */
function intervalStop(facts: DunningFacts, history: GroupHistory | undefined, step: Step, day: Day): Stop | null {
  if (history?.today === "taken") return { reason: "interval", until: day };
  const last = history?.remindedOn ?? null;
  if (step.name === "pre-due" || last === null) return null;
  const days = facts.settings.reminderIntervalDays;
  return daysBetween(last, day) >= days ? null : { reason: "interval", until: addDays(last, days - 1) };
}

/** It lists every chaseable overdue invoice; announcing alone, it lists only what it announces. */
function messageOf(
  group: Group,
  overdue: readonly DunnedInvoice[],
  emails: readonly DueStep[],
  day: Day,
): PlannedMessage | null {
  const { debtor, seller, account, history } = group;
  const [first] = group.invoices;
  const highest = highestOf(emails);
  if (first === undefined || highest === null || history?.today === "planned") return null;
  const listed = highest.step.name === "pre-due" ? [] : overdue.filter((invoice) => !invoice.keyAccount);
  const steps = new Map(emails.map((step) => [step.invoice, step]));
  const lines = [...new Set([...listed, ...steps.keys()])]
    .toSorted(oldestFirst)
    .map((invoice) => lineOf(debtor, invoice, steps.get(invoice) ?? null, day));
  return {
    seller: first.seller,
    payer: debtor.code,
    currency: first.currency,
    language: debtor.language,
    step: highest.step.name,
    ...recipientsOf(highest.step.recipients, debtor.recipients, debtor.addresses),
    scenario: highest.scenario.name,
    template: highest.step.template,
    noticeFollows: noticeFollows(highest, debtor),
    total: lines.reduce((total, line) => total + line.chaseable, 0n),
    unallocated: account?.unallocated ?? 0n,
    lines,
    held: isLive(seller, day) ? null : "before-go-live",
  };
}

function noticeFollows({ scenario, invoice }: DueStep, debtor: Debtor): boolean {
  const notice = scenario.steps.find(({ name }) => name === "formal-notice");
  const { kind, region, slowPayer } = debtor;
  return notice !== undefined && stepDay(scenario, notice, invoice, { kind, region, slowPayer }) !== null;
}

function lineOf(debtor: Debtor, invoice: DunnedInvoice, due: DueStep | null, day: Day): PlannedLine {
  const base = { invoice, chaseable: chaseableOf(invoice), daysOverdue: daysBetween(invoice.due, day) };
  if (due === null) return { ...base, step: invoice.step, advancesTo: null };
  const { step, scenario } = due;
  const position = { step: step.name, shift: invoice.shift, reentered: invoice.reentered };
  const on = nextStepOn(scenario, { ...invoice, ...position }, debtor, day);
  return { ...base, step: step.name, advancesTo: { ...position, nextStepOn: on } };
}

/** A task about steps that cannot be done: they stay undone. */
function taskOf({ invoice, step }: DueStep, task: HumanStep["task"], day: Day): HumanStep {
  const line = {
    invoice,
    chaseable: chaseableOf(invoice),
    daysOverdue: daysBetween(invoice.due, day),
    step: invoice.step,
  };
  return { line: { ...line, advancesTo: null }, step, task };
}

function highestOf(steps: readonly DueStep[]): DueStep | null {
  return steps.toSorted((a, b) => levelOf(a.step.name) - levelOf(b.step.name)).at(-1) ?? null;
}

/** The smallest total worth a message, in minor units; exactly this goes through. */
function thresholdOf(facts: DunningFacts, currency: string): bigint {
  const units = facts.settings.threshold[currency] ?? facts.settings.threshold.default;
  return BigInt(Math.round(units * 10 ** digitsOf(currency)));
}

function totalOf(invoices: readonly DunnedInvoice[]): bigint {
  return invoices.reduce((total, invoice) => total + chaseableOf(invoice), 0n);
}

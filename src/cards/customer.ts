import type { Card, Fact, Part } from "#cards/card.ts";
import { customerControls } from "#cards/customer-controls.ts";
import { invoiceParts } from "#cards/customer-invoices.ts";
import { asOfText, type AsOf, contactLine, type ContactView, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { CreditUse } from "#domain/credit-limit.ts";
import type { ContactStop } from "#domain/customer.ts";
import type { DisputeCategory } from "#domain/dispute.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { Factoring, PaymentMeans } from "#domain/invoice.ts";
import type { Money } from "#domain/money.ts";
import type { PromiseDay } from "#domain/promise-days.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Score } from "#domain/score.ts";
import type { Words } from "#i18n/words.ts";

/** Everything one may know of a customer (V5); what the reader's role may not see is absent: null or empty (V10). */
export interface CustomerView {
  readonly customer: CustomerName;
  readonly owner: string | null;
  /** Who pays, when it is another company. */
  readonly payer: string | null;
  readonly outstanding: readonly Money[];
  readonly overdue: readonly Money[];
  readonly notDue: readonly Money[];
  readonly credit: readonly Money[];
  readonly oldestDaysLate: number;
  readonly nextDue: { readonly amount: Money; readonly day: Day } | null;
  readonly promises: readonly CustomerPromise[];
  readonly disputes: readonly CustomerDispute[];
  readonly pastDisputes: { readonly closed: number; readonly theirs: number };
  readonly holds: readonly CustomerHold[];
  /** The pause over the seller or the segment, in a sentence; null = there is none. */
  readonly paused: string | null;
  readonly habits: { readonly meanDays: number; readonly settled: number } | null;
  readonly score: Score | null;
  readonly terms: string | null;
  readonly means: PaymentMeans | null;
  readonly limit: { readonly use: CreditUse; readonly currency: string } | null;
  readonly dunning: {
    readonly last: { readonly step: StepName; readonly day: Day; readonly undelivered: boolean } | null;
    /** `on` null = it has come, and waits in finance's hands. */
    readonly next: { readonly step: StepName; readonly on: Day | null } | null;
  } | null;
  readonly contacts: readonly (ContactView & { readonly stopped: ContactStop | null })[];
  readonly comment: { readonly text: string; readonly by: string | null; readonly day: Day } | null;
  /** The scenario finance chose for who pays; null = the usual one. */
  readonly scenario: string | null;
  readonly keyAccount: boolean;
  readonly insolvency: Day | null;
  readonly invoices: InvoicePage;
  /** The open call, when the reader may see it. */
  readonly ask: number | null;
  readonly may: {
    readonly promise: boolean;
    readonly dispute: boolean;
    readonly hold: boolean;
    readonly askByHand: boolean;
    readonly chooseScenario: boolean;
    readonly proposeProfile: boolean;
    readonly block: boolean;
  };
  readonly days: readonly PromiseDay[];
  readonly asOf: AsOf;
}

export interface CustomerPromise {
  readonly id: number;
  readonly amount: Money;
  readonly due: Day;
  readonly state: "waiting" | "awaits-finance" | "late";
}

export interface CustomerDispute {
  readonly id: number;
  readonly amount: Money;
  readonly invoice: string;
  readonly category: DisputeCategory;
  readonly answerBy: Day;
  readonly mayClose: boolean;
}

export interface CustomerHold {
  readonly id: number;
  readonly reason: HoldReason;
  readonly until: Day | null;
  readonly invoice: string | null;
  readonly by: string | null;
}

/** Ten lines of invoices, oldest due first, and what the other pages hold. */
export interface InvoicePage {
  readonly lines: readonly InvoiceLine[];
  readonly total: number;
  readonly page: number;
  readonly after: { readonly invoices: number; readonly amount: readonly Money[] };
}

export interface InvoiceLine {
  readonly id: number;
  readonly number: string;
  readonly residual: Money;
  readonly due: Day;
  readonly daysLate: number;
  readonly promised: Money | null;
  readonly disputed: Money | null;
  /** The last reminder that listed it (V8). */
  readonly lastReminder: { readonly step: StepName; readonly day: Day; readonly undelivered: boolean } | null;
  /** Ceded to a factor, and how (P10). */
  readonly factoring: Exclude<Factoring, "none"> | null;
}

/** The customer card: facts, then buttons, then the open invoices. */
export function customerCard(view: CustomerView, words: Words): Card {
  const say = words.cards.customer;
  const { code, name } = view.customer;
  const settled = view.outstanding.length === 0;
  return {
    name: "customer",
    summary: settled ? say.settled(name) : say.summary(name, view.overdue),
    parts: [
      { is: "heading", text: settled ? say.settled(name) : name },
      { is: "facts", facts: moneyFacts(view, words) },
      ...remarks(view, words),
      ...factsPart([...dunningFacts(view, words), ...termsFacts(view, words)]),
      ...customerControls(view, words),
      ...invoiceParts(view, words),
      {
        is: "item",
        text: asOfText(view.asOf, words),
        control: {
          is: "button",
          label: words.common.buttons.refresh,
          action: { do: "show-customer", customer: code },
        },
      },
    ],
  };
}

function moneyFacts(view: CustomerView, words: Words): readonly Fact[] {
  const say = words.cards.customer;
  const { amounts } = words.say;
  const { today } = view.asOf;
  const late = view.overdue.length === 0 ? say.nothingLate : say.lateValue(view.overdue, view.oldestDaysLate);
  return [
    ...(view.outstanding.length === 0 ? [] : [{ label: say.toReceive, value: amounts(view.outstanding) }]),
    { label: say.late, value: [{ text: late, strong: view.overdue.length > 0 }] },
    ...(view.notDue.length === 0 ? [] : [{ label: say.notDue, value: amounts(view.notDue) }]),
    ...(view.nextDue === null
      ? []
      : [{ label: say.nextDue, value: say.nextDueValue(view.nextDue.amount, view.nextDue.day, today) }]),
    ...(view.credit.length === 0 ? [] : [{ label: say.credit, value: amounts(view.credit) }]),
    ...view.promises.map(({ amount, due, state }) => ({
      label: say.promised,
      value: say.promiseValue(amount, due, state),
    })),
    ...view.disputes.map(({ amount, invoice, category, answerBy }) => ({
      label: say.disputes,
      value: say.disputeValue(amount, invoice, words.common.categories[category], answerBy),
    })),
  ];
}

/** What changes everything comes first: insolvency, a hold, a key account. */
function remarks(view: CustomerView, words: Words): readonly Part[] {
  const say = words.cards.customer;
  const lines = [
    view.insolvency === null ? "" : say.insolvency(view.insolvency),
    view.keyAccount ? say.keyAccount : "",
    view.paused ?? "",
  ];
  return [
    ...lines.filter((line) => line !== "").map((text) => ({ is: "text", text }) as const),
    ...factsPart(view.holds.map((hold) => ({ label: say.holds, value: holdText(hold, words) }))),
  ];
}

/** A hold on a card of another kind: "En pause : commande en cours, jusqu'au 2 décembre (Claire Morel)" (D16). */
export function holdLine(hold: CustomerHold, words: Words): string {
  const { holds } = words.cards.customer;
  return words.locale === "fr" ? `${holds}\u202f: ${holdText(hold, words)}` : `${holds}: ${holdText(hold, words)}`;
}

function holdText(hold: CustomerHold, words: Words): string {
  const { holdReasons } = words.common;
  return words.cards.customer.holdValue(holdReasons[hold.reason], hold.until, hold.invoice, hold.by);
}

function dunningFacts(view: CustomerView, words: Words): readonly Fact[] {
  const say = words.cards.customer;
  const { today } = view.asOf;
  const { dunning } = view;
  if (dunning === null) return scoreFacts(view, words);
  const { scenario } = view;
  const { last, next } = dunning;
  return [
    ...scoreFacts(view, words),
    ...(last === null
      ? []
      : [{ label: say.lastAction, value: say.action(last.step, last.day, today, last.undelivered) }]),
    {
      label: say.nextAction,
      value: next === null ? say.nothingPlanned : nextStepText(next, today, words),
    },
    ...(scenario === null ? [] : [{ label: words.scenarios.customer.fact, value: words.scenarios.name(scenario) }]),
  ];
}

/** What dunning has next: on its day, or already with finance. */
export function nextStepText(
  { step, on }: { readonly step: StepName; readonly on: Day | null },
  today: Day,
  words: Words,
): string {
  const say = words.cards.customer;
  return on === null ? say.withFinance(step) : say.action(step, on, today, false);
}

function scoreFacts(view: CustomerView, words: Words): readonly Fact[] {
  const say = words.cards.customer;
  const { score, habits, pastDisputes } = view;
  return [
    ...(score === null ? [] : [{ label: say.score, value: scoreText(score, words) }]),
    ...(habits === null ? [] : [{ label: say.habits, value: say.habitsValue(habits.meanDays, habits.settled) }]),
    ...(pastDisputes.closed === 0
      ? []
      : [{ label: say.pastDisputesLabel, value: say.pastDisputes(pastDisputes.closed, pastDisputes.theirs) }]),
  ];
}

/** "À suivre : paie 12 jours en retard en moyenne, 7 factures sur 9 en retard, …" (V6). */
function scoreText(score: Score, words: Words): string {
  const say = words.cards.customer;
  if (score.rating === "unknown") return say.noHistory(score.settled);
  const reasons = score.reasons.map((reason) => say.reason(reason)).join(", ");
  return words.locale === "fr"
    ? `${say.ratings[score.rating]}\u202f: ${reasons}`
    : `${say.ratings[score.rating]}: ${reasons}`;
}

function termsFacts(view: CustomerView, words: Words): readonly Fact[] {
  const say = words.cards.customer;
  const { limit, comment } = view;
  const terms = [view.terms, view.means === null ? null : words.common.means[view.means]].filter(
    (part) => part !== null,
  );
  return [
    ...(terms.length === 0 ? [] : [{ label: say.terms, value: terms.join(", ") }]),
    ...(limit === null ? [] : [{ label: say.creditLimit, value: limitText(limit, words) }]),
    { label: say.owner, value: view.owner ?? say.unowned },
    ...(view.payer === null ? [] : [{ label: say.payer, value: view.payer }]),
    ...(view.contacts.length === 0 ? [] : [{ label: say.contacts, value: contactsText(view, words) }]),
    ...(comment === null
      ? []
      : [{ label: say.comments, value: say.commentValue(comment.text, comment.by, comment.day) }]),
  ];
}

function limitText({ use, currency }: NonNullable<CustomerView["limit"]>, words: Words): string {
  const say = words.cards.customer;
  if (use.limit === 0n && use.excess === 0n) return say.noCredit;
  const money = (minor: bigint) => ({ minor, currency });
  return say.limitValue(money(use.limit), use.usedPercent, use.excess > 0n ? money(use.excess) : null);
}

/** All under one heading, on one line: not every chat breaks lines in a fact. */
function contactsText({ contacts }: CustomerView, words: Words): string {
  return contacts.map((contact) => contactText(contact, words)).join(words.locale === "fr" ? "\u202f; " : "; ");
}

function contactText(contact: CustomerView["contacts"][number], words: Words): string {
  const line = contactLine(contact, words);
  return contact.stopped === null
    ? line
    : `${line}${words.cards.customer.contactStopped(words.common.contactStops[contact.stopped])}`;
}

function factsPart(facts: readonly Fact[]): readonly Part[] {
  return facts.length === 0 ? [] : [{ is: "facts", facts }];
}

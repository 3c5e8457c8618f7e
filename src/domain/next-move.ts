import type { AskKind } from "./ask.ts";
import { addDays, type Day } from "./calendar.ts";
import type { Factoring, PaymentMeans } from "./invoice.ts";
import type { Role } from "./person.ts";
import type { StepName } from "./scenario.ts";

/** Who is at it: a person, a role, the customer, the factor, or Relais itself on its day. */
export type MoveMaker =
  | { readonly person: number }
  | { readonly role: Role }
  | { readonly party: "customer" | "factor" | "dunning" };

/** What is awaited. `nothing` = nobody is at it: the forgotten list shows it. */
export type Move =
  | { readonly is: "answer-dispute" }
  | { readonly is: "answer-ask"; readonly kind: AskKind }
  | { readonly is: "read-reply" }
  | { readonly is: "approve-promise" }
  | { readonly is: "keep-promise"; readonly on: Day }
  | { readonly is: "import-payments" }
  | { readonly is: "end-of-hold"; readonly on: Day | null }
  | { readonly is: "pay-factor" }
  | { readonly is: "collect-debit" }
  | { readonly is: "declare-claim" }
  | { readonly is: "pay"; readonly on: Day }
  | { readonly is: "go-live" }
  | { readonly is: "step"; readonly step: StepName; readonly on: Day }
  | { readonly is: "nothing" };

export interface NextMove {
  readonly who: MoveMaker;
  readonly what: Move;
  /** The day since which it is awaited. */
  readonly since: Day;
}

/** A person, else a role. */
export interface Held {
  readonly holderId: number | null;
  readonly holderRole: Role | null;
}

/** An open invoice with all that is under way about it; null = there is none. Amounts in minor units. */
export interface InvoiceUnderWay {
  readonly issued: Day;
  readonly due: Day;
  readonly residual: bigint;
  readonly disputed: bigint;
  readonly suspended: bigint;
  readonly unjudged: bigint;
  readonly factoring: Factoring;
  readonly means: PaymentMeans | null;
  readonly debitReturned: boolean;
  readonly insolvencyDate: Day | null;
  readonly wentLiveOn: Day | null;
  readonly nextStep: { readonly step: StepName; readonly on: Day } | null;
  readonly dispute: (Held & { readonly openedOn: Day }) | null;
  readonly ask: (Held & { readonly kind: AskKind; readonly openedOn: Day }) | null;
  readonly reply: (Held & { readonly receivedOn: Day }) | null;
  readonly hold: { readonly from: Day; readonly until: Day | null } | null;
  readonly promise: {
    readonly due: Day;
    readonly givenOn: Day;
    readonly graceUntil: Day;
    readonly awaitsFinance: boolean;
  } | null;
}

/**
 * Who makes the next move on an open invoice, what it is, and since when (D10): what somebody else holds comes before
 * people's answers, those before promises, and dunning goes on with the rest.
 */
export function nextMove(invoice: InvoiceUnderWay, today: Day): NextMove {
  return (
    outOfOurHands(invoice) ??
    inPeoplesHands(invoice) ??
    waiting(invoice, today) ??
    inDunning(invoice, today) ?? { who: { role: "finance" }, what: { is: "nothing" }, since: addDays(invoice.due, 1) }
  );
}

function outOfOurHands(invoice: InvoiceUnderWay): NextMove | null {
  const { due, insolvencyDate } = invoice;
  if (insolvencyDate !== null && invoice.issued <= insolvencyDate) {
    return { who: { role: "finance" }, what: { is: "declare-claim" }, since: insolvencyDate };
  }
  if (invoice.factoring === "notified") return { who: { party: "factor" }, what: { is: "pay-factor" }, since: due };
  if (invoice.means === "direct_debit" && !invoice.debitReturned) {
    return { who: { role: "finance" }, what: { is: "collect-debit" }, since: due };
  }
  return null;
}

function inPeoplesHands(invoice: InvoiceUnderWay): NextMove | null {
  const { dispute, ask, reply } = invoice;
  // While a part is not contested, the rest goes its way.
  if (dispute !== null && invoice.disputed >= invoice.residual) {
    return { who: makerOf(dispute), what: { is: "answer-dispute" }, since: dispute.openedOn };
  }
  if (reply !== null) return { who: makerOf(reply), what: { is: "read-reply" }, since: reply.receivedOn };
  return ask === null ? null : { who: makerOf(ask), what: { is: "answer-ask", kind: ask.kind }, since: ask.openedOn };
}

function waiting(invoice: InvoiceUnderWay, today: Day): NextMove | null {
  const { hold, promise } = invoice;
  const left = invoice.residual - invoice.disputed;
  if (promise !== null && invoice.unjudged >= left && promise.graceUntil < today) {
    const since = addDays(promise.graceUntil, 1);
    return { who: { role: "finance" }, what: { is: "import-payments" }, since };
  }
  if (promise !== null && invoice.suspended >= left) {
    return promise.awaitsFinance
      ? { who: { role: "finance" }, what: { is: "approve-promise" }, since: promise.givenOn }
      : { who: { party: "customer" }, what: { is: "keep-promise", on: promise.due }, since: promise.givenOn };
  }
  return hold === null
    ? null
    : { who: { party: "dunning" }, what: { is: "end-of-hold", on: hold.until }, since: hold.from };
}

function inDunning(invoice: InvoiceUnderWay, today: Day): NextMove | null {
  const { due, nextStep } = invoice;
  if (today <= due) return { who: { party: "customer" }, what: { is: "pay", on: due }, since: invoice.issued };
  if (invoice.wentLiveOn === null) {
    return { who: { role: "finance" }, what: { is: "go-live" }, since: addDays(due, 1) };
  }
  return nextStep === null
    ? null
    : { who: { party: "dunning" }, what: { is: "step", ...nextStep }, since: addDays(due, 1) };
}

function makerOf({ holderId, holderRole }: Held): MoveMaker {
  return holderId === null ? { role: holderRole ?? "finance" } : { person: holderId };
}

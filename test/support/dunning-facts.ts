import { DEFAULT_SCENARIO } from "#domain/scenario.ts";
import type { Standing } from "#domain/scenario-condition.ts";
import { DEFAULT_SETTINGS, type Settings } from "#domain/settings.ts";
import type { AccountFacts, Debtor, DunnedInvoice, DunningFacts, GroupHistory } from "#domain/dunning-facts.ts";
import type { DayPlan } from "#domain/dunning-plan.ts";

/** A payer with one billing contact and a rep, who pays neither early nor late. */
export function aDebtor(given: Partial<Debtor> = {}): Debtor {
  return {
    code: "C1",
    language: "fr",
    kind: "business",
    region: "metropole",
    recipients: ["compta@client.example"],
    owner: { person: 1, email: "claire@exemple.example" },
    manager: { role: "finance" },
    projectManager: { role: "finance" },
    chosen: null,
    segment: null,
    addresses: {},
    standing: aStanding(),
    slowPayer: false,
    openAsks: [],
    closedAsks: [],
    callShare: 0.5,
    ...given,
  };
}

/** A customer of whom nothing in particular is known. */
export function aStanding(given: Partial<Standing> = {}): Standing {
  return {
    daysLate: 0,
    outstanding: new Map(),
    insurerExceeded: null,
    factorExceeded: null,
    months: null,
    rating: null,
    segment: null,
    ...given,
  };
}

let made = 0;

/** EUR 1 200 due on Monday 2 November 2026, with nothing done and nothing against it. */
export function anInvoice(given: Partial<DunnedInvoice> = {}): DunnedInvoice {
  made += 1;
  const amount = given.amount ?? 120_000n;
  return {
    id: made,
    seller: "S",
    customer: given.payer ?? "C1",
    payer: "C1",
    number: `F${String(made).padStart(5, "0")}`,
    kind: "invoice",
    issued: "2026-10-01",
    due: "2026-11-02",
    currency: "EUR",
    amount,
    residual: amount,
    disputed: 0n,
    promised: 0n,
    suspended: 0n,
    suspendedUntil: null,
    unjudged: 0n,
    step: null,
    done: null,
    shift: 0,
    reentered: false,
    means: null,
    debitReturned: false,
    factoring: "none",
    customerKind: "business",
    keyAccount: false,
    insolvencyDate: null,
    hold: null,
    lastReminder: null,
    delivered: false,
    paidSince: 0n,
    carryOnSince: null,
    brokenPromise: null,
    ...given,
  };
}

/** An invoice to which a reminder was sent and arrived. */
export function aRemindedInvoice(sentOn: DunnedInvoice["due"], given: Partial<DunnedInvoice> = {}): DunnedInvoice {
  return anInvoice({ step: "second", lastReminder: { sentOn, state: "sent" }, delivered: true, ...given });
}

export interface FactsGiven extends Partial<Omit<DunningFacts, "settings">> {
  readonly settings?: Partial<Settings>;
}

/** A live seller with fresh data; debtors and accounts as the invoices need them. */
export function someFacts(invoices: readonly DunnedInvoice[], given: FactsGiven = {}): DunningFacts {
  const payers = [...new Set(invoices.map((invoice) => invoice.payer))];
  return {
    scenarios: [DEFAULT_SCENARIO],
    staleAfter: null,
    today: "2026-11-02",
    sellers: [{ code: "S", wentLiveOn: "2026-01-05", heardOn: "2026-11-02" }],
    debtors: payers.map((code) => aDebtor({ code })),
    accounts: [],
    invoices,
    groups: [],
    askLoads: [],
    remindersToday: 0,
    pauses: [],
    endedHolds: [],
    endedPauses: [],
    closedDisputes: [],
    duePromises: [],
    ...given,
    settings: { ...DEFAULT_SETTINGS, ...given.settings },
  };
}

export function anAccount(given: Partial<AccountFacts> = {}): AccountFacts {
  return { seller: "S", payer: "C1", currency: "EUR", unallocated: 0n, replyWaiting: false, ...given };
}

export function aHistory(given: Partial<GroupHistory> = {}): GroupHistory {
  return { seller: "S", payer: "C1", currency: "EUR", language: "fr", remindedOn: null, today: "none", ...given };
}

/** A plan as a few lines of text: what leaves, who is asked, what waits. */
export function told(plan: DayPlan): readonly string[] {
  const numbers = (lines: readonly { readonly invoice: DunnedInvoice }[]) =>
    lines.map(({ invoice }) => invoice.number).join("+");
  return [
    ...plan.messages.map(
      (sent) => `${sent.step} to ${sent.payer}: ${numbers(sent.lines)} = ${sent.total} ${sent.currency}`,
    ),
    ...plan.asks.map((ask) => `${ask.kind} (${ask.step}) about ${ask.payer}: ${numbers(ask.lines)}`),
    ...plan.heldBack.map(
      (held) => `${held.invoice.number} ${held.reason}${held.until === null ? "" : ` until ${held.until}`}`,
    ),
  ];
}

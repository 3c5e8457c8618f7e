import { addDays, nextWorkingDay, type Day } from "#domain/calendar.ts";
import type { CustomerPlan } from "./customer.ts";
import type { LedgerInvoice } from "./ledger.ts";
import { KEPT_PROMISES, OVERPAYMENT } from "./story.ts";

/** A line of the bank statement, as accounting will book it. Amounts in cents; negative = a returned one. */
export interface LedgerPayment {
  readonly reference: string;
  readonly customer: string;
  readonly on: Day;
  readonly cents: number;
  /** Null: nobody knows yet what it is for. */
  readonly invoice: Pick<LedgerInvoice, "number" | "issued"> | null;
}

/** What customers noticed of us: the mails in their box, and calls from our people with what was promised. */
export interface Heard {
  mailsSince(customer: string, day: Day): readonly Day[];
  callsSince(customer: string, day: Day): readonly Call[];
}

export interface Call {
  readonly customer: string;
  readonly on: Day;
  /** Set: they said they would pay on that day; null: they said something else. */
  readonly promised: Day | null;
}

const DAYS_AFTER_MAIL = 4;
const DAYS_AFTER_CALL = 6;
/** One direct debit comes back, some days after it was collected. */
const RETURNED_DEBIT = { customer: "C1305", month: "2026-10", afterDays: 6 };

/**
 * Who pays what on a day, in the order of the invoices. Called once for each day, forwards; it remembers what is paid, so
 * that nothing is paid twice.
 */
export function createPayers(ledger: readonly LedgerInvoice[], heard: Heard): (day: Day) => readonly LedgerPayment[] {
  const credits = creditsByInvoice(ledger);
  const left = new Map(
    ledger
      .filter((one) => one.creditOf === null)
      .map((one) => [one, one.cents - (credits.get(one.number) ?? 0)] as const),
  );
  return (day) => {
    const paid: LedgerPayment[] = [...oddPayments(day)];
    for (const [invoice, cents] of left) {
      if (invoice.issued >= day) continue;
      const half = invoice.halfPaidOn === day ? Math.round(cents / 2) : 0;
      const due = decides(invoice, day, heard) ? cents : half;
      if (due === 0) continue;
      paid.push(transfer(invoice, day, due));
      if (isReturned(invoice)) paid.push(...returned(invoice, day, due));
      if (due === cents) left.delete(invoice);
      else left.set(invoice, cents - due);
    }
    return paid;
  };
}

function decides(invoice: LedgerInvoice, day: Day, heard: Heard): boolean {
  const { habit, code, more } = invoice.customer;
  if (more.insolventOn !== undefined && day >= more.insolventOn) return false;
  const kept = KEPT_PROMISES.find((promise) => promise.customer === code);
  if (kept !== undefined && day <= kept.on && invoice.paidOn === null) return day === kept.on && invoice.due < day;
  if (invoice.paidOn !== null) return invoice.paidOn <= day;
  if (invoice.due >= day) return false;
  switch (habit.pays) {
    case "after-mail": {
      const decisive = heard.mailsSince(payerOf(invoice.customer), invoice.due)[habit.mails - 1];
      return decisive !== undefined && day >= nextWorkingDay(addDays(decisive, DAYS_AFTER_MAIL));
    }
    case "after-call":
      return heard
        .callsSince(code, invoice.due)
        .filter((call) => habit.keepsFrom === undefined || call.on >= habit.keepsFrom)
        .some((call) => day >= nextWorkingDay(call.promised ?? addDays(call.on, DAYS_AFTER_CALL)));
    case "by-itself":
    case "never":
      return false;
    default:
      return habit satisfies never;
  }
}

/** The code of who pays for a customer: its parent, or itself. */
export function payerOf(customer: CustomerPlan): string {
  return customer.more.payer ?? customer.code;
}

function transfer(invoice: LedgerInvoice, on: Day, cents: number): LedgerPayment {
  const means = invoice.customer.more.means === "direct_debit" ? "PRLV" : "VIR";
  const reference = `${means}-${on.replaceAll("-", "")}-${invoice.customer.code}`;
  return { reference, customer: invoice.customer.code, on, cents, invoice };
}

function isReturned({ customer, due }: LedgerInvoice): boolean {
  return customer.code === RETURNED_DEBIT.customer && due.startsWith(RETURNED_DEBIT.month);
}

/** Told ahead: the bank's day of return is known only to the simulator, which dates it. */
function returned(invoice: LedgerInvoice, on: Day, cents: number): readonly LedgerPayment[] {
  const back = nextWorkingDay(addDays(on, RETURNED_DEBIT.afterDays));
  const payment = transfer(invoice, back, -cents);
  return [{ ...payment, reference: `REJET-${payment.reference}` }];
}

function oddPayments(day: Day): readonly LedgerPayment[] {
  const { on, reference, customer, cents } = OVERPAYMENT;
  return day === on ? [{ reference, customer, on, cents, invoice: null }] : [];
}

function creditsByInvoice(ledger: readonly LedgerInvoice[]): ReadonlyMap<string, number> {
  const credits = new Map<string, number>();
  for (const one of ledger) {
    if (one.creditOf !== null) credits.set(one.creditOf, (credits.get(one.creditOf) ?? 0) + one.cents);
  }
  return credits;
}

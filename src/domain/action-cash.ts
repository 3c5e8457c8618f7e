import { addDays, type Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";

/** A payment follows an action for so many days; later it is a payment like any other. */
export const FOLLOWS_DAYS = 30;

/** What a person did that may bring money in: called, recorded a promise, closed a dispute. */
export interface CashAction {
  readonly kind: "call" | "promise" | "dispute";
  readonly person: number;
  readonly day: Day;
  readonly at: Date;
  readonly customer: string;
  readonly invoices: readonly number[];
}

/** The part of a payment that settled one invoice; negative = returned. */
export interface InvoicePayment {
  readonly invoice: number;
  readonly customer: string;
  /** Who pays for the customer: itself, most often. */
  readonly payer: string;
  readonly seller: string;
  readonly currency: Currency;
  readonly day: Day;
  readonly minor: bigint;
}

/** Money that followed an action; negative, on the day of the return, where such money went back. */
export interface FollowingCash {
  readonly payment: InvoicePayment;
  readonly action: CashAction;
  readonly minor: bigint;
}

/**
 * The cash that followed an action (R5). A payment counts once, for the latest action that anybody took at most 30 days
 * before on its invoice, on its customer or on who pays for it. A returned payment takes back what was counted of the last
 * payments of its invoice, whenever it comes back. Which action caused what, nobody can tell: this is what came after.
 */
export function cashThatFollowed(
  payments: readonly InvoicePayment[],
  actions: readonly CashAction[],
): readonly FollowingCash[] {
  const latestOf = latestActionBy(actions);
  const taken = new Map<number, Taken[]>();
  return payments.toSorted(inOrder).flatMap((payment): readonly FollowingCash[] => {
    const before = taken.get(payment.invoice) ?? [];
    taken.set(payment.invoice, before);
    if (payment.minor < 0n) return takeBack(payment, before);
    const action = latestOf(payment);
    before.push({ left: payment.minor, action });
    return action === null ? [] : [{ payment, action, minor: payment.minor }];
  });
}

/** What is left of a payment after returns, and the action it was counted for. */
interface Taken {
  left: bigint;
  readonly action: CashAction | null;
}

function takeBack(payment: InvoicePayment, before: readonly Taken[]): readonly FollowingCash[] {
  let owed = -payment.minor;
  const back: FollowingCash[] = [];
  for (const taken of before.toReversed()) {
    const part = taken.left < owed ? taken.left : owed;
    if (part === 0n) continue;
    taken.left -= part;
    owed -= part;
    if (taken.action !== null) back.push({ payment, action: taken.action, minor: -part });
  }
  return back;
}

/** By day; of one day, what came in before what went back. */
function inOrder(a: InvoicePayment, b: InvoicePayment): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return Number(a.minor < 0n) - Number(b.minor < 0n);
}

function latestActionBy(actions: readonly CashAction[]): (payment: InvoicePayment) => CashAction | null {
  const ofCustomer = new Map<string, CashAction[]>();
  const ofInvoice = new Map<number, CashAction[]>();
  for (const action of actions) {
    push(ofCustomer, action.customer, action);
    for (const invoice of action.invoices) push(ofInvoice, invoice, action);
  }
  return (payment) => {
    const earliest = addDays(payment.day, -FOLLOWS_DAYS);
    const about = [
      ...(ofInvoice.get(payment.invoice) ?? []),
      ...(ofCustomer.get(payment.customer) ?? []),
      ...(payment.payer === payment.customer ? [] : (ofCustomer.get(payment.payer) ?? [])),
    ];
    return about
      .filter((action) => action.day >= earliest && action.day <= payment.day)
      .reduce<CashAction | null>(
        (latest, action) => (latest === null || isLater(action, latest) ? action : latest),
        null,
      );
  };
}

function isLater(action: CashAction, than: CashAction): boolean {
  return action.day === than.day ? action.at.getTime() > than.at.getTime() : action.day > than.day;
}

function push<K>(map: Map<K, CashAction[]>, key: K, action: CashAction): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [action]);
  else known.push(action);
}

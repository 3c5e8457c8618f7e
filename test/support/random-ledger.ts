import { addDays, addWorkingDays, type Day } from "#domain/calendar.ts";

/** A ledger made by chance (the same for the same seed), as plain records and as canonical files. */
export interface RandomLedger {
  readonly invoices: readonly RandomInvoice[];
  readonly credits: readonly {
    readonly number: string;
    readonly of: string | null;
    readonly cents: number;
    readonly on: Day;
  }[];
  readonly payments: readonly { readonly of: string | null; readonly cents: number; readonly on: Day }[];
  readonly promises: readonly RandomPromise[];
  readonly disputes: readonly {
    readonly of: string;
    readonly cents: number;
    readonly from: Day;
    readonly to: Day | null;
  }[];
  readonly files: Readonly<Record<string, string>>;
}

interface RandomInvoice {
  readonly number: string;
  readonly customer: string;
  readonly issued: Day;
  readonly due: Day;
  readonly cents: number;
}

interface RandomPromise {
  readonly of: string;
  readonly cents: number;
  readonly due: Day;
  readonly given: Day;
  readonly grace: Day;
}

const CUSTOMERS = 12;
const START: Day = "2026-01-05";
const DAYS = 300;
const CATEGORIES = ["price", "quantity", "quality", "other"];

/** So many invoices with part payments, overpayments, returns, credit notes, promises and disputes. */
export function randomLedger(seed: number, count: number): RandomLedger {
  const chance = chances(seed);
  const whole = (max: number) => Math.floor(chance() * max);
  const invoices = Array.from({ length: count }, (_, n): RandomInvoice => {
    const issued = addDays(START, whole(DAYS));
    return {
      number: `F${n}`,
      customer: `C${whole(CUSTOMERS)}`,
      issued,
      due: addDays(issued, whole(60)),
      cents: 1000 + whole(500_000),
    };
  });
  const after = (invoice: RandomInvoice, days: number) => addDays(invoice.issued, 1 + whole(days));

  const payments = invoices.flatMap((invoice) => {
    const kind = chance();
    const one = (cents: number, of: string | null = invoice.number) => ({ of, cents, on: after(invoice, 120) });
    if (kind < 0.25) return [];
    if (kind < 0.5) return [one(invoice.cents)];
    if (kind < 0.65) return [one(Math.ceil(invoice.cents / 3)), one(Math.ceil(invoice.cents / 4))];
    if (kind < 0.75) return [one(invoice.cents), one(-invoice.cents)];
    if (kind < 0.85) return [one(invoice.cents + 700)];
    if (kind < 0.92) return [one(invoice.cents), one(-invoice.cents), one(invoice.cents)];
    return [one(Math.ceil(invoice.cents / 2), null)];
  });
  const credits = invoices.slice(0, Math.floor(count / 6)).map((invoice, n) => ({
    number: `A${n}`,
    of: chance() < 0.8 ? invoice.number : null,
    cents: 100 + whole(invoice.cents),
    on: after(invoice, 90),
  }));
  const disputes = invoices.slice(-Math.floor(count / 5)).map((invoice) => {
    const from = after(invoice, 60);
    return {
      of: invoice.number,
      cents: 100 + whole(invoice.cents - 100),
      from,
      to: chance() < 0.5 ? addDays(from, whole(40)) : null,
    };
  });
  const base = { invoices, credits, payments, disputes };
  const promises = invoices.flatMap((invoice) => (chance() < 0.4 ? promisesOn(base, invoice, whole) : []));
  return { ...base, promises, files: filesOf({ ...base, promises }) };
}

type Ledger = Omit<RandomLedger, "files">;

/** One or two promises that nobody would refuse: within what is owed that day. */
function promisesOn(ledger: Omit<Ledger, "promises">, invoice: RandomInvoice, whole: (max: number) => number) {
  const promises: RandomPromise[] = [];
  let given = addDays(invoice.issued, 5 + whole(60));
  for (let n = 0; n < 2; n += 1) {
    const owed = residualOn(ledger, invoice, given);
    if (owed < 10) break;
    const due = addDays(given, whole(25));
    promises.push({ of: invoice.number, cents: 1 + whole(owed), due, given, grace: addWorkingDays(due, 2) });
    given = addDays(given, 1 + whole(30));
  }
  return promises;
}

/** What is left of an invoice on a day; below zero when too much was paid. */
export function residualOn(
  { payments, credits }: Pick<Ledger, "payments" | "credits">,
  invoice: RandomInvoice,
  day: Day,
): number {
  const paid = payments.filter(({ of, on }) => of === invoice.number && on <= day);
  const credited = credits.filter(({ of, on }) => of === invoice.number && on <= day);
  return [...paid, ...credited].reduce((left, { cents }) => left - cents, invoice.cents);
}

function filesOf({ invoices, credits, payments, promises, disputes }: Ledger): RandomLedger["files"] {
  const customerOf = new Map(invoices.map(({ number, customer }) => [number, customer]));
  const codes = [...new Set(customerOf.values())];
  const file = (header: string, rows: readonly (readonly (string | null)[])[]) =>
    `${header}\n${rows.map((row) => row.map((cell) => cell ?? "").join(";")).join("\n")}\n`;
  const owner = (of: string | null) => customerOf.get(of ?? "") ?? codes[0] ?? "";
  return {
    "customers.csv": file(
      "customer_code;name",
      codes.map((code) => [code, `Client ${code}`]),
    ),
    "invoices.csv": file("number;customer_code;issue_date;due_date;amount;currency;kind;credit_of", [
      ...credits.map(({ number, of, cents, on }) => [
        number,
        owner(of),
        on,
        on,
        euros(cents),
        "EUR",
        "credit_note",
        of,
      ]),
      ...invoices.map((i) => [i.number, i.customer, i.issued, i.due, euros(i.cents), "EUR", "invoice", null]),
    ]),
    "payments.csv": file(
      "reference;customer_code;date;amount;currency;invoice_number",
      payments.map(({ of, cents, on }, n) => [`P${n}`, owner(of), on, euros(cents), "EUR", of]),
    ),
    "promises.csv": file(
      "customer_code;invoice_number;amount;date;given_on",
      promises.map(({ of, cents, due, given }) => [owner(of), of, euros(cents), due, given]),
    ),
    "disputes.csv": file(
      "customer_code;invoice_number;amount;category;opened_on;closed_on",
      disputes.map(({ of, cents, from, to }, n) => [
        owner(of),
        of,
        euros(cents),
        CATEGORIES[n % CATEGORIES.length] ?? "",
        from,
        to,
      ]),
    ),
  };
}

/** Cents as a canonical decimal. */
export function euros(cents: number): string {
  const size = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}

/** Mulberry32: small, and the same everywhere. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

import type { ImportKind } from "#imports/canonical.ts";
import { colleagueOf, COLLEAGUES, COMPANY_DOMAIN, COMPANY_NAME, mailName, plain, WITHOUT_CHAT } from "./people.ts";
import { addressOf, COMPANY_ADDRESS } from "./addresses.ts";
import type { CustomerPlan } from "./customer.ts";
import { LEDGER_FROM, NOTED_DISPUTES } from "./story.ts";
import type { LedgerInvoice } from "./ledger.ts";
import type { LedgerPayment } from "./payers.ts";

/** A file as accounting exports it. */
export interface CsvFile {
  readonly kind: ImportKind;
  readonly content: string;
}

const SELLER = "AV";
const CURRENCY = "EUR";
const CENTS = 100;
const CREDIT_LIMIT_TIMES_USUAL = 6;

/** Numbers of the ranges that the French regulator keeps for fiction. */
const LANDLINE = "01 99 00";
const MOBILE = "06 39 98";

/** The one seller, as accounting exports it. */
export function sellersCsv(): CsvFile {
  const { legalName, address, postalCode, city, siren, mentions } = COMPANY_ADDRESS;
  return csv("sellers", "seller_code,name,country,currency,legal_name,address,postal_code,city,siren,legal_mentions", [
    [SELLER, COMPANY_NAME, "FR", CURRENCY, legalName, address, postalCode, city, siren, mentions],
  ]);
}

/** Everybody who works there, with roles and managers. */
export function peopleCsv(): CsvFile {
  const rows = [...COLLEAGUES, ...WITHOUT_CHAT].map((one) => [
    one.email,
    one.name,
    one.roles.join(";"),
    one.manager === null ? "" : colleagueOf(one.manager).email,
    one.locale,
  ]);
  return csv("people", "email,name,roles,manager_email,locale", rows);
}

/** The customers with their reps, terms and payers. */
export function customersCsv(customers: readonly CustomerPlan[]): CsvFile {
  const header =
    "customer_code,name,rep_email,language,credit_limit,currency,country,postal_code,kind,payer_code,since,terms,key_account,insolvency_date,address,city,siren";
  const rows = customers.map((customer) => {
    const { code, name, rep, postalCode, usual, termDays, more } = customer;
    const { address, city, siren } = addressOf(customer);
    return [
      code,
      name,
      colleagueOf(rep).email,
      more.language ?? "fr",
      String(more.creditLimit ?? usual * CREDIT_LIMIT_TIMES_USUAL),
      CURRENCY,
      more.country ?? "FR",
      postalCode,
      more.kind ?? "business",
      more.payer ?? "",
      LEDGER_FROM,
      more.language === "en" ? `${termDays} days` : `${termDays} jours`,
      String(more.keyAccount ?? false),
      more.insolventOn ?? "",
      address,
      city,
      siren,
    ];
  });
  return csv("customers", header, rows);
}

/** Whom each customer's mail goes to and who signs; phones follow from the place in the list. */
export function contactsCsv(customers: readonly CustomerPlan[]): CsvFile {
  const rows = customers.flatMap((customer, index) => [
    [customer.code, customer.contact, billingAddress(customer), phone(LANDLINE, index), "billing"],
    ...(index % 4 === 0
      ? [
          [
            customer.code,
            `Direction ${customer.name}`,
            `direction@${domainOf(customer)}`,
            phone(MOBILE, index),
            "signatory",
          ],
        ]
      : []),
  ]);
  return csv("contacts", "customer_code,name,email,phone,role", rows);
}

/** Where reminders to a customer arrive. */
export function billingAddress(customer: CustomerPlan): string {
  const name =
    customer.contact.startsWith("Service") || customer.contact.startsWith("Régie")
      ? "compta"
      : mailName(customer.contact);
  return `${name}@${domainOf(customer)}`;
}

/** A customer's own mail domain, under the reserved top-level domain .example. */
export function domainOf(customer: Pick<CustomerPlan, "name">): string {
  return `${plain(customer.name).replace(/\s+/g, "-").replace(/-+/g, "-")}.example`;
}

/** Invoices and credit notes; amounts as decimals. */
export function invoicesCsv(invoices: readonly LedgerInvoice[]): CsvFile {
  const header =
    "number,customer_code,issue_date,due_date,amount,currency,kind,seller,payment_means,credit_of,factoring";
  const rows = invoices.map((one) => [
    one.number,
    one.customer.code,
    one.issued,
    one.due,
    amount(one.cents),
    CURRENCY,
    one.creditOf === null ? "invoice" : "credit_note",
    SELLER,
    one.customer.more.means ?? "transfer",
    one.creditOf ?? "",
    one.customer.more.factoring ?? "none",
  ]);
  return csv("invoices", header, rows);
}

/** Payments, one row per invoice they pay; a negative one came back. */
export function paymentsCsv(payments: readonly LedgerPayment[]): CsvFile {
  const header = "reference,customer_code,date,amount,currency,invoice_number,invoice_issue_date,seller";
  const rows = payments.map((one) => [
    one.reference,
    one.customer,
    one.on,
    amount(one.cents),
    CURRENCY,
    one.invoice?.number ?? "",
    one.invoice?.issued ?? "",
    SELLER,
  ]);
  return csv("payments", header, rows);
}

/** Disputes from before Relais, each on the last invoice issued to its customer before it was opened. */
export function disputesCsv(ledger: readonly LedgerInvoice[]): CsvFile {
  const header = "customer_code,invoice_number,amount,category,opened_on,closed_on,outcome";
  const rows = NOTED_DISPUTES.flatMap((noted) => {
    const invoice = ledger.findLast(
      (one) => one.customer.code === noted.customer && one.creditOf === null && one.issued < noted.opened,
    );
    if (invoice === undefined) return [];
    const contested = amount(Math.round(invoice.cents * noted.share));
    return [[noted.customer, invoice.number, contested, noted.category, noted.opened, noted.closed, noted.outcome]];
  });
  return csv("disputes", header, rows);
}

/** Where replies to our mail go. */
export const COMPANY_MAILBOX = `comptabilite@${COMPANY_DOMAIN}`;

function phone(range: string, index: number): string {
  const digits = String(1234 + index * 37).slice(-4);
  return `${range} ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

function amount(cents: number): string {
  const absolute = Math.abs(cents);
  const sign = cents < 0 ? "-" : "";
  return `${sign}${Math.floor(absolute / CENTS)}.${String(absolute % CENTS).padStart(2, "0")}`;
}

function csv(kind: ImportKind, header: string, rows: readonly (readonly string[])[]): CsvFile {
  const lines = rows.map((row) => row.map(quoted).join(","));
  return { kind, content: `${[header, ...lines].join("\n")}\n` };
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

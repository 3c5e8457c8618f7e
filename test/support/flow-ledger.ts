type Row = Readonly<Record<string, string>>;

/** What the accounting sends every morning, whole: the files by kind. Stories change it as life does. */
export interface FlowLedger {
  readonly sellers: Row[];
  readonly people: Row[];
  readonly customers: Row[];
  readonly contacts: Row[];
  readonly invoices: Row[];
  readonly payments: Row[];
}

export const MAIL_OF = {
  claire: "claire@exemple.example",
  karim: "karim@exemple.example",
  emma: "emma@exemple.example",
  paul: "paul@exemple.example",
  nadia: "nadia@exemple.example",
  nora: "nora@exemple.example",
  luc: "luc@exemple.example",
  /** Never joins a chat, whatever the story. */
  odile: "odile@exemple.example",
} as const;

export type Who = keyof typeof MAIL_OF;

/**
 * A small company: Claire and Karim sell, Paul leads them, Nadia is the finance department, Luc answers disputes. Garnier,
 * a customer of Claire's, owes 12 400 € since 25 October, in two invoices. Others join in the stories that need them.
 */
export function smallCompany(): FlowLedger {
  return {
    sellers: [{ seller_code: "EX", name: "Exemple SA", country: "FR", currency: "EUR" }],
    people: [
      person("paul", "Paul Henry", "manager"),
      person("claire", "Claire Morel", "rep", { manager_email: MAIL_OF.paul }),
      person("karim", "Karim Haddad", "rep", { manager_email: MAIL_OF.paul }),
      person("nadia", "Nadia Benali", "finance"),
      person("luc", "Luc Petit", "adv"),
    ],
    customers: [customer("C1", "Garnier", MAIL_OF.claire, "fr"), customer("C2", "Lemoine", MAIL_OF.karim, "fr")],
    contacts: [
      contact("C1", "Sonia Perrin", "sonia@garnier.example"),
      contact("C2", "Marc Lemoine", "marc@lemoine.example"),
    ],
    invoices: [
      invoice("F1", "C1", "2026-10-25", "8200.00"),
      invoice("F2", "C1", "2026-10-25", "4200.00"),
      invoice("F3", "C2", "2026-12-20", "4200.00"),
    ],
    payments: [],
  };
}

export function invoice(number: string, customerCode: string, due: string, amount: string): Row {
  const issued = "2026-09-25";
  return {
    number,
    customer_code: customerCode,
    issue_date: issued,
    due_date: due,
    amount,
    currency: "EUR",
    seller: "EX",
  };
}

export function payment(reference: string, customerCode: string, date: string, amount: string, number: string): Row {
  return {
    reference,
    customer_code: customerCode,
    date,
    amount,
    currency: "EUR",
    seller: "EX",
    invoice_number: number,
  };
}

/** Canonical CSV; an empty file still has its header. */
export function csvOf(kind: keyof FlowLedger, rows: readonly Row[]): string {
  const names = [...new Set([...HEADERS[kind], ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => names.map((name) => row[name] ?? "").join(","));
  return `${[names.join(","), ...lines].join("\n")}\n`;
}

const HEADERS: Readonly<Record<keyof FlowLedger, readonly string[]>> = {
  sellers: ["seller_code", "name"],
  people: ["email", "name", "roles"],
  customers: ["customer_code", "name"],
  contacts: ["customer_code", "name"],
  invoices: ["number", "customer_code", "issue_date", "due_date", "amount", "currency"],
  payments: ["reference", "customer_code", "date", "amount", "currency", "invoice_number", "seller"],
};

export function person(who: Who, name: string, roles: string, more: Row = {}): Row {
  return { email: MAIL_OF[who], name, roles, locale: "fr", active: "true", ...more };
}

export function customer(code: string, name: string, rep: string, language: string): Row {
  return { customer_code: code, name, rep_email: rep, language, country: "FR", postal_code: "44000", kind: "business" };
}

export function contact(code: string, name: string, email: string): Row {
  return { customer_code: code, name, email, phone: "0199001234", role: "billing" };
}

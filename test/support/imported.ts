import type { Day } from "#domain/calendar.ts";
import { previewDunning, type DunningPreview } from "#usecases/dunning/preview-dunning.ts";
import { showFigures, type CurrencyFigures } from "#usecases/reports/show-figures.ts";
import type { World } from "./world-given.ts";

export const INVOICE_HEADER = "number,customer_code,issue_date,due_date,amount,currency";
export const PAYMENT_HEADER = "reference,customer_code,date,amount,currency,invoice_number";

const PEOPLE = `email,name,roles,manager_email
claire@exemple.example,Claire Morel,rep,paul@exemple.example
paul@exemple.example,Paul Henry,manager,
nadia@exemple.example,Nadia Benali,finance,
luc@exemple.example,Luc Petit,adv,
`;
const CUSTOMERS = `customer_code,name,rep_email
GARNIER,Garnier,claire@exemple.example
`;
const CONTACTS = `customer_code,name,email,role
GARNIER,Sonia Perrin,sonia@garnier.example,billing
`;

/** A live company with one customer and her accounts department; `files` replace or add to its own by name. */
export async function importedCompany(world: World, files: Readonly<Record<string, string>> = {}) {
  await world.seller({ live: "2026-01-05" });
  return world.import({ "people.csv": PEOPLE, "customers.csv": CUSTOMERS, "contacts.csv": CONTACTS, ...files });
}

/** A file of invoices; rows are "number,customer,issued,due,amount,currency". */
export function invoicesCsv(...rows: readonly string[]): string {
  return [INVOICE_HEADER, ...rows, ""].join("\n");
}

/** A file of payments; rows are "reference,customer,date,amount,currency,invoice". */
export function paymentsCsv(...rows: readonly string[]): string {
  return [PAYMENT_HEADER, ...rows, ""].join("\n");
}

/** What the command line prints of a day in euros; "none" when nothing was ever sold in them. */
export async function eurosOn(world: World, asOf: Day): Promise<CurrencyFigures | "none"> {
  const figures = await showFigures(world.context(), { asOf, scope: null, top: 10 });
  return figures === "unknown-scope" ? "none" : (figures.currencies["EUR"] ?? "none");
}

/** Who would be written to on the day of the clock, and who would not. */
export async function previewToday(world: World): Promise<DunningPreview> {
  return previewDunning(world.context(), world.context().today);
}

/** The reasons for which nothing leaves today, as "invoice reason". */
export async function heldToday(world: World): Promise<readonly string[]> {
  const { heldBack } = await previewToday(world);
  return heldBack.map(({ invoice, reason }) => `${invoice} ${reason}`).toSorted();
}

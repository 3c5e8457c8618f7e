import { toDecimal } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import type { Cell, Table } from "#exports/table.ts";

/** What a spreadsheet takes for a formula, and the wide signs that some take for the same. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
/** How Excel knows that a file is UTF-8. */
const BOM = "\ufeff";
const LINE_END = "\r\n";

/** Semicolon and decimal comma, as Excel in French reads a file without asking; comma and point in English. */
const SIGNS: Readonly<Record<Locale, { readonly between: string; readonly decimal: string }>> = {
  fr: { between: ";", decimal: "," },
  en: { between: ",", decimal: "." },
};

/** A table as CSV: UTF-8 with its mark, days as ISO dates, a text that looks like a formula behind an apostrophe. */
export function writeCsv(table: Table, locale: Locale): Uint8Array {
  const { between, decimal } = SIGNS[locale];
  const header = table.columns.map(({ label }) => quoted(label, between));
  const rows = table.rows.map((row) => row.map((cell) => quoted(textOf(cell, decimal), between)));
  const lines = [header, ...rows].map((cells) => cells.join(between) + LINE_END);
  return new TextEncoder().encode(BOM + lines.join(""));
}

function textOf(cell: Cell, decimal: string): string {
  switch (cell.is) {
    case "text":
      return FORMULA_START.test(cell.text) ? `'${cell.text}` : cell.text;
    case "amount":
      return toDecimal(cell.money).replace(".", decimal);
    case "number":
      return cell.number.toFixed(cell.decimals).replace(".", decimal);
    case "day":
      return cell.day;
    case "nothing":
      return "";
    default:
      return cell satisfies never;
  }
}

function quoted(text: string, between: string): string {
  return text.includes(between) || /["\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** One table that leaves as a file: what stands in a cell keeps its kind, so that a spreadsheet can count with it. */
export interface Table {
  /** The name of the sheet: at most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly label: string;
  /** In characters, for a spreadsheet. */
  readonly width: number;
}

export type Cell =
  /** A name, a code: text whatever it looks like, never a formula. */
  | { readonly is: "text"; readonly text: string }
  /** With the digits of its currency; which one stands in a column of its own. */
  | { readonly is: "amount"; readonly money: Money }
  | { readonly is: "number"; readonly number: number; readonly decimals: number }
  | { readonly is: "day"; readonly day: Day }
  /** Not known, or without a meaning: never a zero. */
  | { readonly is: "nothing" };

export const EXPORT_FORMATS = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_TYPES: Readonly<Record<ExportFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

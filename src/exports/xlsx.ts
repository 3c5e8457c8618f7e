import writeXlsxFile, { type CellObject } from "write-excel-file/node";

import { digitsOf, toDecimal } from "#domain/money.ts";
import type { Cell, Table } from "#exports/table.ts";

const DAY_FORMAT = "yyyy-mm-dd";
const NAME_LENGTH_MAX = 31;
/** Control characters and halves of letters: XML forbids them, and no spreadsheet would open a file with one. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** A table as a workbook of one sheet: numbers and days as such, everything else text, the header kept in sight. */
export async function writeXlsx(table: Table): Promise<Uint8Array> {
  const header = table.columns.map(({ label }): CellObject => ({ value: label, type: String, fontWeight: "bold" }));
  const rows = table.rows.map((row) => row.map(cellOf));
  const file = writeXlsxFile([header, ...rows], {
    sheet: table.name.slice(0, NAME_LENGTH_MAX),
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  });
  return new Uint8Array(await file.toBuffer());
}

function cellOf(cell: Cell): CellObject | null {
  switch (cell.is) {
    case "text":
      return { value: cell.text.replace(FORBIDDEN, " "), type: String };
    case "amount":
      // Exact up to 15 digits, which is all that a spreadsheet keeps.
      return {
        value: Number(toDecimal(cell.money)),
        type: Number,
        format: numberFormat(digitsOf(cell.money.currency)),
      };
    case "number":
      return { value: cell.number, type: Number, format: numberFormat(cell.decimals) };
    case "day":
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: DAY_FORMAT };
    case "nothing":
      return null;
    default:
      return cell satisfies never;
  }
}

function numberFormat(decimals: number): string {
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
}

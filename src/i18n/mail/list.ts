import type { Day } from "#domain/calendar.ts";
import { toDecimal } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import type { MailInvoice } from "#i18n/mail/messages.ts";
import { mailWordsFor } from "#i18n/mail/words.ts";

/** The full list of a long reminder, as a file that a spreadsheet opens. */
export interface InvoiceList {
  readonly fileName: string;
  readonly csv: string;
}

const BYTE_ORDER_MARK = "\ufeff";
const FORMULA_START = /^[=+\-@\t\r]/;

/** Every invoice on a line, in the separators the reader's spreadsheet expects. */
export function invoiceList(invoices: readonly MailInvoice[], today: Day, locale: Locale): InvoiceList {
  const { list } = mailWordsFor(locale);
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, list.separator)).join(list.separator);
  const rows = invoices.map((invoice) =>
    line([
      asText(invoice.number),
      asText(invoice.customer ?? ""),
      invoice.issued,
      invoice.due,
      String(Math.max(0, invoice.daysLate)),
      toDecimal(invoice.residual).replace(".", list.decimalSign),
      invoice.residual.currency,
    ]),
  );
  return {
    fileName: list.fileName(today),
    csv: `${BYTE_ORDER_MARK}${[line(list.columns), ...rows].join("\r\n")}\r\n`,
  };
}

/** "=SUM(1,1)" as a number or a name stays a text: a spreadsheet would run it. */
function asText(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string, separator: string): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

import { addDays, type Day } from "#domain/calendar.ts";
import {
  contactsCsv,
  customersCsv,
  disputesCsv,
  invoicesCsv,
  paymentsCsv,
  peopleCsv,
  sellersCsv,
  type CsvFile,
} from "./canonical-csv.ts";
import { CUSTOMERS } from "./customers.ts";
import { drawLedger, type LedgerInvoice } from "./ledger.ts";
import { createPayers, type Heard, type LedgerPayment } from "./payers.ts";
import { LEDGER_FROM } from "./story.ts";

/** The fictional company's accounting system: what it exports each morning. */
export interface Accounting {
  /** The files of a morning: what was booked until the evening before. To be asked day by day, forwards. */
  filesOf(day: Day): readonly CsvFile[];
}

/** Each morning repeats the last days: real exports overlap, and a row that is known already changes nothing. */
const OVERLAP_DAYS = 7;

/** Books invoices as they are drawn, and payments as the customers decide by what they heard of us. */
export function createAccounting(heard: Heard): Accounting {
  const ledger = drawLedger(CUSTOMERS);
  const payers = createPayers(ledger, heard);
  const booked: LedgerPayment[] = [];
  let nextDay: Day = LEDGER_FROM;
  let isFirst = true;

  const bookUntil = (day: Day) => {
    for (; nextDay < day; nextDay = addDays(nextDay, 1)) booked.push(...payers(nextDay));
  };
  return {
    filesOf(day) {
      bookUntil(day);
      const from = isFirst ? LEDGER_FROM : addDays(day, -OVERLAP_DAYS);
      const masters = isFirst ? masterFiles(ledger) : [];
      isFirst = false;
      const invoices = ledger.filter((one) => one.issued >= from && one.issued < day);
      const payments = booked.filter((one) => one.on >= from && one.on < day);
      const [disputes, ...parties] = masters;
      return [...parties, invoicesCsv(invoices), paymentsCsv(payments), ...(disputes === undefined ? [] : [disputes])];
    },
  };
}

/** Disputes first, because they are sent last: they name invoices. */
function masterFiles(ledger: readonly LedgerInvoice[]): readonly CsvFile[] {
  return [disputesCsv(ledger), sellersCsv(), peopleCsv(), customersCsv(CUSTOMERS), contactsCsv(CUSTOMERS)];
}

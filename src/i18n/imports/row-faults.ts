import type { MeantInvoice, RowFault } from "#domain/row-fault.ts";

/** Why a row is not taken, as one sentence in English: the language of the command line and of the API. */
export function sayRowFault(fault: RowFault): string {
  switch (fault.fault) {
    case "unknown-customer":
      return `The customer “${fault.typed}” is not known: import customers first.`;
    case "unknown-seller":
      return `The seller “${fault.typed}” is not known: import sellers first.`;
    case "unknown-payer":
      return `The payer “${fault.typed}” is not known.`;
    case "unknown-invoice":
      return `The customer has no invoice “${fault.typed}”${fault.issued === null ? "" : ` of ${fault.issued}`}.`;
    case "several-invoices":
      return `The number means several invoices: ${fault.invoices.map(ofInvoice).join(", ")}${
        fault.couldTell ? "; add invoice_issue_date or seller" : ""
      }.`;
    case "repeats":
      return `It repeats line ${fault.line} with other values: keep one of them.`;
    case "seller-missing":
      return "There are several sellers: name the one it belongs to.";
    case "payer-circle":
      return "The payer leads back to this customer: leave it empty where a customer pays for itself.";
    case "manager-circle":
      return "The line of managers leads back to this person.";
    case "above-invoice":
      return "The amount is above the invoice's own.";
    case "too-many-decimals":
      return `The amount has more decimals than ${fault.currency} has.`;
    case "paid-in":
      return `It was paid in ${fault.currency}: an invoice cannot change its currency then.`;
    case "other-currency":
      return `The invoice is in ${fault.invoice}, not in ${fault.typed}.`;
    case "promise-closed":
      return `The promise is closed (${fault.state}): its amount cannot change any more.`;
    case "promised-before-given":
      return "The promised day is before the day it was given on.";
    case "promised-too-far":
      return `The promised day is too far ahead: ${fault.latest} at the latest.`;
    case "above-owed":
      return `The promise is above the ${fault.owed} ${fault.currency} owed on the day it was given.`;
    case "nothing-owed":
      return "Nothing was owed on the invoice on the day the promise was given.";
    case "closed-before-opened":
      return "The dispute was closed before it was opened.";
    case "outcome-without-day":
      return "An outcome needs a day in closed_on.";
  }
}

function ofInvoice({ issued, seller, customer }: MeantInvoice): string {
  return seller === undefined ? `of ${issued}` : `of ${issued} (${seller}, ${customer})`;
}

import { rateText } from "#domain/late-rates.ts";
import type { NoLetterWords } from "#i18n/refusals/no-letter.ts";

export const NO_LETTER_EN: NoLetterWords = {
  consumer: () => "This customer is a consumer: neither interest nor indemnity, so no formal notice of this kind.",
  intercompany: () => "This is a company of the group: it is settled between finance teams, without a formal notice.",
  foreign: () => "This customer is abroad: the letter under French law does not apply there.",
  public: () =>
    "This is a public buyer: it has rules of its own (payment orders, statutory interest), not this letter.",
  insolvency: () =>
    "Insolvency proceedings are open: these debts are frozen. The claim is declared, and no longer asked for.",
  "rate-missing": ({ halfYear }) =>
    `The rate of ${halfYear} is not known here yet: "relais rates add" adds it, nothing is guessed.`,
  "rate-under-floor": ({ halfYear, rate, floor }) =>
    `The contract's rate (${rateText(rate)}%) is under the legal minimum of ${halfYear} (${rateText(floor)}%): it can be corrected in the seller's file.`,
  "other-currency": () => "These invoices are not in euros: this letter is made for the euro.",
  paid: () => "Everything is paid: there is no letter left to send.",
  disputed: () => "What is left is disputed: the answer to the dispute comes first.",
  promised: () => "A payment is promised: the letter waits for that date.",
  held: () => "Reminders are paused for this customer or this invoice.",
  "reply-waiting": () => "The customer has written: the reply comes before any letter.",
  "notified-factor": () => "These invoices are assigned to a notified factor: it is for the factor to write.",
  "not-late": () => "Nothing is late as of today.",
  "seller-siren": () => "Our company's SIREN is missing: it goes into sellers.csv (column siren).",
  "seller-address": () =>
    "Our company's address is missing: it goes into sellers.csv (columns address, postal_code, city).",
  "customer-siren": () => "The customer's SIREN is missing: it goes into customers.csv (column siren).",
  "customer-address": () =>
    "The customer's address is missing: it goes into customers.csv (columns address, postal_code, city).",
};

import { addDays, maxDay, type Day } from "./calendar.ts";
import type { DunnedInvoice } from "./dunning-facts.ts";
import type { Stop } from "./dunning-plan.ts";
import { toleranceOf } from "./promise-to-pay.ts";

/** Days a customer has to answer a reminder before somebody calls. */
const ANSWER_DAYS = 7;

/** What keeps a person's step from an invoice: `waits` ends with time, `blocked` does not. */
export type Unanswered =
  | { readonly is: "unanswered" }
  | { readonly is: "waits"; readonly stop: Stop }
  | { readonly is: "blocked" };

/**
 * Whether the last reminder that listed the invoice stayed without an answer (DOMAIN.md 4, Unanswered): it left, did not
 * bounce, is seven days old, and no payment above tolerance was recorded on this invoice since. Promises, disputes, pauses
 * and waiting replies stop the invoice elsewhere.
 */
export function unanswered(invoice: DunnedInvoice, day: Day): Unanswered {
  const last = invoice.lastReminder;
  if (last === null || last.state !== "sent") return { is: "blocked" };
  const owedThen = invoice.residual + invoice.paidSince;
  if (invoice.paidSince > toleranceOf(owedThen, invoice.currency)) return { is: "blocked" };
  const since = invoice.carryOnSince === null ? last.sentOn : maxDay(last.sentOn, invoice.carryOnSince);
  if (addDays(since, ANSWER_DAYS) <= day) return { is: "unanswered" };
  return { is: "waits", stop: { reason: "awaiting-answer", until: addDays(since, ANSWER_DAYS - 1) } };
}

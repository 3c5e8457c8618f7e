import type { HeldReason } from "#domain/dunning-plan.ts";
import { commonEn } from "#i18n/common/en.ts";
import type { PreviewKind, PreviewWords } from "#i18n/control/preview/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

/** A line stays a line: the customer's card names them all. */
const NAMED_MAX = 4;

const REASONS: Readonly<Record<HeldReason, string>> = {
  "before-go-live": "Not live yet",
  paused: "Reminders paused",
  hold: "On hold, at the team's request",
  promise: "Payment promised",
  "awaiting-payments": "Promised day over, payments not imported yet",
  dispute: "Open dispute",
  "notified-factor": "With the factor",
  "direct-debit": "Direct debit",
  insolvency: "Insolvency proceedings",
  "company-paused": "All reminders are paused",
  "stale-data": "Imported data too old",
  "reply-waiting": "A customer's reply to read",
  "in-credit": "A credit to match",
  "below-threshold": "Below the smallest amount",
  "no-contact": "Nobody to write to",
  interval: "A reminder went out recently",
  "awaiting-answer": "The last reminder awaits its answer",
  answered: "The customer has answered or paid",
  "no-email-yet": "No e-mail delivered so far",
  "daily-cap": "Above the number of reminders a day",
  "ask-cap": "Above the number of calls per person",
  "not-a-working-day": "Not a working day",
};

const KINDS: Readonly<Record<PreviewKind, (holder: string) => string>> = {
  call: (holder) => `a call proposed to ${holder}`,
  "formal-notice": (holder) => `a formal notice for ${holder} to approve`,
  decision: (holder) => `what comes next, for ${holder} to decide`,
  "in-credit": (holder) => `a credit for ${holder} to match`,
  "who-to-write-to": (holder) => `a contact to find, asked of ${holder}`,
};

export const previewEn: PreviewWords = {
  title: (day, today) => {
    const near = say.near(day, today);
    return near === "today" || near === "tomorrow"
      ? `Preview for ${near}, ${say.day(day, "long")}`
      : `Preview of ${say.day(day, "long")}`;
  },
  beforeGoLive: "Nothing goes out before go-live; here is what would go out if it took place that day.",
  leaving: (n, totals) =>
    n === 0
      ? "No reminder goes out."
      : `${say.count(n, "reminder goes out", "reminders go out")}${totals.length === 0 ? "" : `, for ${say.amounts(totals)}`}.`,
  asked: (n) => `${say.count(n, "request", "requests")} to the team:`,
  held: (reasons) => (reasons === 0 ? "Nothing is held back." : "Who gets nothing, and why:"),
  messagesTitle: (n) => say.count(n, "reminder", "reminders"),
  asksTitle: (n) => say.count(n, "request to the team", "requests to the team"),
  message: (step, total, invoices, seller) =>
    `: ${commonEn.steps[step]}, ${say.money(total)} on ${commonEn.invoices(invoices)}${seller === null ? "" : ` (${seller})`}`,
  because: (reached) => {
    const named = reached.slice(0, NAMED_MAX).map(({ number, daysOverdue }) => `${number} (${late(daysOverdue)})`);
    const others = reached.length - named.length;
    return `Because of ${say.list(others === 0 ? named : [...named, say.count(others, "other", "others")])}.`;
  },
  to: (addresses) => `To ${say.list(addresses)}.`,
  missing: (roles) => `No contact known for: ${say.list(roles)}.`,
  ask: (kind, holder, totals, invoices) =>
    `: ${KINDS[kind](holder)}${totals.length === 0 ? "" : `, ${say.amounts(totals)} on ${commonEn.invoices(invoices)}`}`,
  heldInvoices: (totals, numbers, until) => {
    const others = numbers.length - NAMED_MAX;
    const named = others > 0 ? [...numbers.slice(0, NAMED_MAX), say.count(others, "other", "others")] : numbers;
    return `: ${say.amounts(totals)}, ${say.list(named)}${until === null ? "" : `, until ${say.day(until, "long")}`}`;
  },
  reason: (reason, invoices, customers, totals) =>
    `${REASONS[reason]}: ${commonEn.invoices(invoices)}, ${say.count(customers, "customer", "customers")}, ${say.amounts(totals)}`,
  see: "See",
  seeAll: (n) => `See all (${say.number(n)})`,
  open: "Customer card",
  back: "Back to the preview",
};

function late(days: number): string {
  if (days < 0) return `${say.count(-days, "day", "days")} before it is due`;
  return days === 0 ? "due that day" : `${say.count(days, "day", "days")} late`;
}

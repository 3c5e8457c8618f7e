import type { DutyName } from "#usecases/company/duties.ts";

/** A duty of the product, in its time; or the clean-up and the mailbox, in wall time. */
export type JobName = DutyName | "tidy" | "read-mailbox";

/** What happens by itself, and when to look (cron, in the company's zone); each is a catch-up, so a missed tick is no loss. */
export const SCHEDULE: readonly { readonly job: JobName; readonly cron: string }[] = [
  { job: "settle", cron: "*/10 * * * *" },
  { job: "bring-back", cron: "*/10 * * * *" },
  { job: "ask-clock", cron: "*/10 * * * *" },
  { job: "run-dunning", cron: "*/5 * * * *" },
  { job: "make-forecasts", cron: "5 * * * *" },
  { job: "keep-figures", cron: "12 * * * *" },
  { job: "welcome", cron: "*/15 * * * *" },
  { job: "read-calendars", cron: "*/15 * * * *" },
  { job: "send-digests", cron: "* * * * *" },
  { job: "thank", cron: "*/10 * * * *" },
  { job: "thank-customers", cron: "*/10 * * * *" },
  { job: "evening", cron: "*/5 * * * *" },
  { job: "post-reports", cron: "* * * * *" },
  { job: "read-mailbox", cron: "* * * * *" },
  { job: "tidy", cron: "17 * * * *" },
];

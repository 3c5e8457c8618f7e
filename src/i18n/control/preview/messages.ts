import type { Day } from "#domain/calendar.ts";
import type { HeldReason, PlannedAsk } from "#domain/dunning-plan.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";

/** What somebody is asked on a day. */
export type PreviewKind = PlannedAsk["kind"];

/** A day of dunning before it comes (D9). */
export interface PreviewWords {
  readonly title: (day: Day, today: Day) => string;
  readonly beforeGoLive: string;
  readonly leaving: (messages: number, totals: readonly Money[]) => string;
  readonly asked: (n: number) => string;
  readonly held: (reasons: number) => string;
  readonly messagesTitle: (n: number) => string;
  readonly asksTitle: (n: number) => string;
  /** What follows the customer's name. */
  readonly message: (step: StepName, total: Money, invoices: number, seller: string | null) => string;
  /** Why it leaves: the invoices that reach a step, by their number. */
  readonly because: (reached: readonly { readonly number: string; readonly daysOverdue: number }[]) => string;
  readonly to: (addresses: readonly string[]) => string;
  readonly missing: (roles: readonly string[]) => string;
  readonly ask: (kind: PreviewKind, holder: string, totals: readonly Money[], invoices: number) => string;
  readonly heldInvoices: (totals: readonly Money[], numbers: readonly string[], until: Day | null) => string;
  readonly reason: (reason: HeldReason, invoices: number, customers: number, totals: readonly Money[]) => string;
  readonly see: string;
  readonly seeAll: (n: number) => string;
  readonly open: string;
  readonly back: string;
}

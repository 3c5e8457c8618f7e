import type { ContactRole, ContactStop } from "#domain/customer.ts";
import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { PaymentMeans } from "#domain/invoice.ts";
import type { Role } from "#domain/person.ts";
import type { StepName } from "#domain/scenario.ts";

/** What several cards say: when a figure was true, buttons, the names of things. */
export interface CommonWords {
  /** When the card was true; the day only if it is not the reader's today. */
  readonly asOf: (time: string, day: Day | null) => string;
  readonly invoices: (n: number) => string;
  readonly more: (n: number) => string;
  readonly buttons: {
    readonly promise: string;
    readonly newDate: string;
    readonly changeDate: string;
    readonly dispute: string;
    readonly noAnswer: string;
    readonly other: string;
    readonly undo: string;
    readonly refresh: string;
    readonly wait: string;
    readonly openCustomer: string;
    readonly timeline: string;
    readonly myCustomers: string;
    readonly myCalls: (n: number) => string;
    readonly next: (n: number) => string;
    readonly back: string;
    readonly comment: string;
  };
  /** Days of the promise menu. */
  readonly promiseDays: {
    readonly friday: (day: Day) => string;
    readonly "month-end": (day: Day) => string;
    readonly "in-15-days": (day: Day) => string;
    readonly other: string;
  };
  readonly steps: Readonly<Record<StepName, string>>;
  readonly categories: Readonly<Record<DisputeCategory, string>>;
  readonly disputeOutcomes: Readonly<Record<DisputeOutcome, string>>;
  readonly holdReasons: Readonly<Record<HoldReason, string>>;
  readonly contactRoles: Readonly<Record<ContactRole, string>>;
  readonly contactStops: Readonly<Record<ContactStop, string>>;
  readonly means: Readonly<Record<PaymentMeans, string>>;
  /** "la comptabilité": who holds a task when it is a whole role. */
  readonly roles: Readonly<Record<Role, string>>;
  /** "à l'administration des ventes": where a named person works. */
  readonly atRole: Readonly<Record<Role, string>>;
}

import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { Money } from "#domain/money.ts";
import type { Role } from "#domain/person.ts";

/** Who looks into a dispute: a named person in a team, or the team. */
export interface DisputeOwner {
  readonly name: string | null;
  readonly role: Role;
}

/** A dispute as the rep sees it, and as the person who looks into it does. */
export interface DisputeWords {
  readonly summary: (customer: string, amount: readonly Money[]) => string;
  readonly contests: (customer: string, amount: readonly Money[], what: string) => string;
  readonly what: (category: DisputeCategory, comment: string | null) => string;
  readonly looksInto: (owner: DisputeOwner, by: Day, today: Day) => string;
  readonly youLookInto: (by: Day, today: Day) => string;
  readonly noReminder: (amount: readonly Money[]) => string;
  readonly rest: (rest: readonly Money[]) => string;
  readonly toSay: (by: Day) => string;
  readonly ownerTitle: (customer: string, amount: readonly Money[]) => string;
  readonly ownerFacts: (amount: Money, invoice: string, what: string) => string;
  readonly openedBy: (name: string, day: Day) => string;
  readonly answerBy: (by: Day, today: Day) => string;
  readonly late: (by: Day) => string;
  readonly close: Readonly<Record<DisputeOutcome, string>>;
  readonly closeWithWords: string;
  readonly closed: (customer: string, amount: Money, invoice: string, outcome: DisputeOutcome | null) => string;
  readonly closedBy: (name: string, day: Day) => string;
  readonly closedByItself: (day: Day) => string;
  readonly undone: (customer: string) => string;
}

import type { Day } from "#domain/calendar.ts";
import type { Factoring } from "#domain/invoice.ts";
import type { Money } from "#domain/money.ts";

/** What a rep knows of a customer and finance or adv acts on (E7, E8, E9); ceded invoices (P10); credit insurance (P11). */
export interface NoteWords {
  readonly menu: { readonly contacts: string; readonly note: string; readonly block: string };
  readonly block: BlockWords;
  readonly contact: ContactWords;
  readonly circuit: CircuitWords;
  readonly vip: DecisionWords;
  readonly noteForm: NoteFormWords;
  readonly factored: FactoredWords;
  readonly paidToUs: { readonly title: (customer: string) => string; readonly text: string; readonly done: string };
  readonly insurer: {
    readonly title: (customer: string) => string;
    readonly declareBefore: (day: Day | null) => string;
    readonly done: string;
    /** A promise for a day after the one until which the cover can be prolonged. */
    readonly beyond: (covered: Day) => string;
    readonly dispute: string;
  };
}

/** Something that a rep proposes and a colleague agrees to or not. */
interface DecisionWords {
  readonly title: (customer: string) => string;
  readonly text: (by: string | null) => string;
  readonly agree: string;
  readonly refuse: string;
  /** To whoever proposed it. */
  readonly waits: (customer: string) => string;
  readonly agreed: (customer: string, by: string | null) => string;
  readonly refused: (customer: string, by: string | null) => string;
}

interface BlockWords {
  readonly title: (customer: string) => string;
  readonly text: (by: string | null, until: Day) => string;
  readonly why: (why: string) => string;
  readonly carryOn: string;
  readonly keep: string;
  readonly waits: (customer: string, until: Day) => string;
  /** Null = until further notice. */
  readonly kept: (customer: string, until: Day | null, by: string | null) => string;
  readonly carriedOn: (customer: string, by: string | null) => string;
  readonly formTitle: string;
  readonly formIntro: (customer: string, until: Day) => string;
  readonly formWhy: string;
  readonly submit: string;
  readonly keepTitle: string;
  readonly keepUntil: string;
  readonly keepSubmit: string;
}

interface ContactWords extends DecisionWords {
  /** `isNew` = nobody known is corrected. */
  readonly proposes: (by: string | null, isNew: boolean) => string;
  readonly now: (contact: string) => string;
  readonly proposed: (contact: string) => string;
  readonly heading: (customer: string) => string;
  readonly none: string;
  readonly add: string;
  readonly correct: string;
  readonly formTitle: string;
  readonly formIntro: (customer: string, name: string | null) => string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  readonly submit: string;
}

interface CircuitWords {
  readonly heading: string;
  readonly unknown: string;
  readonly portal: (portal: string) => string;
  readonly orderNumber: string;
  readonly noOrderNumber: string;
  readonly cutOff: (day: number) => string;
  readonly changedBy: (by: string, day: Day) => string;
  readonly button: string;
  readonly title: (customer: string) => string;
  readonly text: (by: string | null) => string;
  readonly done: string;
  readonly formTitle: string;
  readonly formIntro: (customer: string) => string;
  readonly formPortal: string;
  readonly formOrder: string;
  readonly formOrderHint: string;
  readonly formCutOff: string;
  readonly formCutOffHint: string;
  readonly formNote: string;
  readonly submit: string;
}

interface NoteFormWords {
  readonly title: string;
  readonly intro: (customer: string) => string;
  readonly kind: string;
  readonly kinds: Readonly<Record<"vip" | "order-in-progress" | "new-contact" | "validation-circuit", string>>;
  readonly until: string;
  readonly untilHint: (latest: Day) => string;
  readonly text: string;
  readonly submit: string;
}

interface FactoredWords {
  readonly tags: Readonly<Record<Exclude<Factoring, "none">, string>>;
  readonly title: string;
  readonly none: string;
  readonly ours: string;
  readonly notified: string;
  readonly line: (customer: string, number: string, amount: Money, daysLate: number) => string;
  readonly totals: (amounts: readonly Money[], invoices: number) => string;
}

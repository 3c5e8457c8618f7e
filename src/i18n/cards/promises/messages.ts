import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** A promise in every state it may come to. */
export interface PromiseWords {
  readonly summary: (customer: string, amount: Money, due: Day) => string;
  readonly pays: (customer: string, amount: Money, due: Day) => string;
  readonly noReminder: (invoices: number, from: Day, due: Day) => string;
  readonly rest: (rest: Money) => string;
  readonly toldFirst: string;
  readonly awaiting: (from: Day, due: Day) => string;
  readonly kept: (customer: string, paid: Money, thanks: string | null) => string;
  readonly keptTitle: (customer: string) => string;
  readonly partlyTitle: (customer: string) => string;
  readonly partly: (customer: string, paid: Money, amount: Money, missing: Money, due: Day) => string;
  readonly cancelled: (customer: string, amount: Money, due: Day) => string;
  readonly moved: (customer: string, amount: Money) => string;
  readonly refused: (customer: string, due: Day) => string;
  readonly undone: (customer: string) => string;
  readonly waitingForData: (due: Day) => string;
  readonly cancel: string;
  readonly cancelConfirm: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
}

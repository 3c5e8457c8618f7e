import { decodeAction } from "#cards/action.ts";
import { isDay, type Day } from "#domain/calendar.ts";
import { foldName } from "#domain/fuzzy-name.ts";
import type { CustomerPlan } from "./company/customer.ts";
import type { Call } from "./company/payers.ts";

/** The calls our people made, as the customers remember them: read from what people clicked, filled in and typed. */
export interface Calls {
  since(customer: string, day: Day): readonly Call[];
  note(call: Call): void;
}

/** Remembers calls. */
export function createCalls(): Calls {
  const calls: Call[] = [];
  return {
    since: (customer, day) => calls.filter((call) => call.customer === customer && call.on > day),
    note: (call) => void calls.push(call),
  };
}

/** What happens when somebody acts: who it was, and the call it tells of. */
export interface Watching {
  readonly customers: readonly CustomerPlan[];
  readonly today: () => Day;
  readonly calls: Calls;
  /** By e-mail address: the same person in both chats. */
  readonly onAct: (email: string) => void;
  /** The product does what follows before the act is answered. */
  readonly settle: () => Promise<void>;
}

/** An act of this person's, and what follows from it before it is answered. */
export async function watched<T>(
  watching: Watching,
  email: string,
  act: Promise<T>,
  call: Call | null = null,
): Promise<T> {
  const done = await act;
  watching.onAct(email);
  if (call !== null) watching.calls.note(call);
  await watching.settle();
  return done;
}

/** What a button or an entry of a menu tells of: a promise that was given on the phone. */
export function callOfAction(encoded: unknown, watching: Watching): Call | null {
  const action = typeof encoded === "string" ? decodeAction(encoded) : null;
  if (action?.do !== "give-promise") return null;
  return { customer: action.customer, on: watching.today(), promised: isDay(action.due) ? action.due : null };
}

/** A form tells its customer in what it carries along; the day is whichever of its fields holds one. */
export function callOfForm(
  carried: string,
  values: Readonly<Record<string, unknown>>,
  watching: Watching,
): Call | null {
  const customer = watching.customers.find(({ code }) => carried.includes(`"${code}"`));
  const day = JSON.stringify(values).match(/\d{4}-\d{2}-\d{2}/)?.[0];
  if (customer === undefined || !carried.includes(`"promise"`) || day === undefined || !isDay(day)) return null;
  return { customer: customer.code, on: watching.today(), promised: day };
}

/** "promesse texto vendredi 9000": the customer expects to pay soon, whatever the day was. */
export function callOfWords(words: string, watching: Watching): Call | null {
  const text = /^\s*\/?(?:promesse|promise)\s+(.*)$/is.exec(words)?.[1];
  if (text === undefined) return null;
  const typed = foldName(text);
  const customer = watching.customers.find(({ name }) => typed.startsWith(foldName(name)));
  return customer === undefined ? null : { customer: customer.code, on: watching.today(), promised: null };
}

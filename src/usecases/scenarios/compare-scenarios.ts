import { addWorkingDays, type Day } from "#domain/calendar.ts";
import type { DayPlan } from "#domain/dunning-plan.ts";
import { byText } from "#domain/invoice-order.ts";
import type { Scenario, StepName } from "#domain/scenario.ts";
import { namesOfCustomers } from "#store/reminder-mail.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import { withReplaced } from "#usecases/scenarios/check-scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { planFor } from "#usecases/dunning/preview-dunning.ts";

/** What one customer would get on a day, as it is and under other scenarios; null = nothing. */
export interface Difference {
  readonly customer: string;
  readonly name: string;
  readonly before: StepName | null;
  readonly after: StepName | null;
}

/** What publishing would change on the next working day, on the real customers (D9). */
export interface Comparison {
  readonly day: Day;
  readonly messages: { readonly before: number; readonly after: number };
  readonly asks: { readonly before: number; readonly after: number };
  /** By customer name. */
  readonly differences: readonly Difference[];
  readonly same: number;
}

/** Plans the next working day twice, by the scenarios in force and by these in their place; changes nothing. */
export async function compareScenarios(context: Context, drafts: readonly Scenario[]): Promise<Comparison> {
  const { db } = context.store;
  const { scenarios } = await scenariosInForce(db);
  const day = addWorkingDays(context.today, 1);
  const { plan: present } = await planFor(context, day, null, scenarios);
  const { plan: planned } = await planFor(context, day, null, withReplaced(scenarios, drafts));
  const [now, soon] = [highestOf(present), highestOf(planned)];
  const customers = [...new Set([...now.keys(), ...soon.keys()])];
  const changed = customers.filter((code) => now.get(code) !== soon.get(code));
  const names = await namesOfCustomers(db, changed);
  return {
    day,
    messages: { before: present.messages.length, after: planned.messages.length },
    asks: { before: present.asks.length, after: planned.asks.length },
    differences: changed
      .map((code) => ({
        customer: code,
        name: names.get(code) ?? code,
        before: now.get(code) ?? null,
        after: soon.get(code) ?? null,
      }))
      .toSorted((a, b) => byText(a.name, b.name)),
    same: customers.length - changed.length,
  };
}

/** A customer with several messages or asks counts once, by the last of them. */
function highestOf(plan: DayPlan): ReadonlyMap<string, StepName> {
  return new Map([...plan.messages, ...plan.asks].map(({ payer, step }) => [payer, step]));
}

import type { Actor } from "#domain/event.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { setCustomerScenario, wakeInvoices } from "#store/scenario-packages.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Finance has a customer follow another scenario than its segment's; null = the usual one again. */
export async function chooseScenario(
  context: Context,
  actor: Actor,
  input: { readonly customer: string; readonly scenario: string | null },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const refusal = await refuseAct(tx, actor, payer, "choose-scenario");
    if (refusal !== null) return refused(refusal);
    if (input.scenario !== null && !(await mayBeChosen(tx, input.scenario))) {
      return refused({ why: "unknown-scenario", typed: input.scenario });
    }
    const event = await switchScenario(tx, context, actor, { payer, scenario: input.scenario });
    return done({ showing: { show: "customer", customer: input.customer }, event });
  });
}

/** Whether a scenario can be chosen for a customer: it is in force, and not the deposits' own. */
async function mayBeChosen(tx: Db, name: string): Promise<boolean> {
  const { scenarios } = await scenariosInForce(tx);
  return scenarios.some((scenario) => scenario.name === name && scenario.audience.invoices === "all");
}

/** Writes the choice of a locked payer; its next steps are looked at by the new days. Gives the event. */
export async function switchScenario(
  tx: Db,
  context: Context,
  actor: Actor,
  { payer, scenario, data = {} }: ToSwitch,
): Promise<number> {
  await setCustomerScenario(tx, payer, scenario, context.now);
  await wakeInvoices(tx, context.today, [payer]);
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "scenario-chosen",
    actor,
    customer: payer,
    data: { scenario, ...data },
  });
  await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
  return event;
}

interface ToSwitch {
  readonly payer: string;
  readonly scenario: string | null;
  /** What led to it, for the log. */
  readonly data?: Readonly<Record<string, unknown>>;
}

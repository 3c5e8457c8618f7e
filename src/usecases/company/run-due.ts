import { waitingIn } from "#store/deliveries.ts";
import { lastRun, recordRun } from "#store/job-ticks.ts";
import { gateOf } from "#store/outbox.ts";
import type { Context } from "#usecases/context.ts";
import { DUTIES, DUTY_ORDER } from "#usecases/company/duties.ts";

export type RunDue =
  | { readonly ok: true; readonly mailPlanned: number }
  | { readonly ok: false; readonly lastRun: Date };

/**
 * Does every duty once, as of the context's instant, in their order: what happened first (promises, holds), then what
 * follows (dunning), then what people read. Missed days are not replayed. Refused for an instant before the last run.
 */
export async function runDue(context: Context): Promise<RunDue> {
  const { db } = context.store;
  const last = await lastRun(db);
  if (last !== null && context.now < last) return { ok: false, lastRun: last };
  for (const duty of DUTY_ORDER) await DUTIES[duty](context);
  await recordRun(db, context.now, "run-due");
  return { ok: true, mailPlanned: await waitingIn(db, gateOf.mail) };
}

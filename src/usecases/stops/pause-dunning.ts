import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { PauseScope } from "#domain/pause.ts";
import { sellerNames } from "#store/customer-names.ts";
import { appendEvent } from "#store/events.ts";
import { insertPause, pauseById, pausesFrom, setPauseEnded } from "#store/pauses.ts";
import { segmentsInUse } from "#store/stops.ts";
import type { Db } from "#store/store.ts";
import { refuseCompanyAct } from "#usecases/allow.ts";
import { alreadyDone } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { pauseCompany } from "#usecases/stops/pause-company.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface PauseInput {
  readonly scope: PauseScope;
  /** The seller's code or the segment; null = the company. */
  readonly key: string | null;
  /** Left out: from today on. */
  readonly from?: Day | undefined;
  /** Its last day; null = until lifted. */
  readonly until: Day | null;
  readonly reason: string;
}

const REASON_LENGTH_MAX = 120;
/** More segments than a form offers. */
export const SEGMENTS_MAX = 80;

/** Stops the reminders of the company, of a seller or of a segment, for a reason that everybody reads (D9). */
export async function pauseDunning(context: Context, actor: Actor, input: PauseInput): Promise<Result<number>> {
  return context.store.db.transaction(async (tx) => {
    const refusal = await refuseCompanyAct(tx, actor, "pause-dunning");
    if (refusal !== null) return refused(refusal);
    const from = input.from ?? context.today;
    const reason = input.reason.trim().slice(0, REASON_LENGTH_MAX);
    if (reason === "") return refused({ why: "text-missing" });
    if (from < context.today) return refused({ why: "date-in-past", day: from });
    if (input.until !== null && input.until < from) return refused({ why: "date-in-past", day: input.until });
    if (!(await isKnown(tx, input))) return refused({ why: "unknown-scope", typed: input.key ?? "" });
    const same = (await pausesFrom(tx, from)).find(
      (pause) =>
        pause.scope === input.scope && pause.key === input.key && pause.from === from && pause.until === input.until,
    );
    if (same !== undefined) return alreadyDone(tx, { actor: same.placedBy, at: context.now }, context.now);
    const { scope, key, until } = input;
    const pause = await insertPause(tx, { scope, key, from, until, reason, placedBy: actor }, context.now);
    const data = { pause, scope, key, from, until, reason };
    await appendEvent(tx, { at: context.now, kind: "dunning-paused", actor, customer: null, data });
    return done(pause);
  });
}

/** Lets reminders leave again: each invoice goes on with its next step. `pause` null = the company's setting. */
export async function resumeDunning(
  context: Context,
  actor: Actor,
  input: { readonly pause: number | null },
): Promise<Result<number | null>> {
  return context.store.db.transaction(async (tx) => {
    const refusal = await refuseCompanyAct(tx, actor, "pause-dunning");
    if (refusal !== null) return refused(refusal);
    if (input.pause === null) {
      await pauseCompany(tx, context, actor, false);
    } else {
      const pause = await pauseById(tx, input.pause);
      if (pause === null || pause.endedOn !== null) return refused({ why: "gone" });
      // One that was to begin later never began.
      await setPauseEnded(tx, pause.id, context.today > pause.from ? context.today : pause.from);
    }
    const data = { pause: input.pause };
    await appendEvent(tx, { at: context.now, kind: "dunning-resumed", actor, customer: null, data });
    return done(input.pause);
  });
}

async function isKnown(tx: Db, { scope, key }: PauseInput): Promise<boolean> {
  if (scope === "company") return key === null;
  if (scope === "seller") return (await sellerNames(tx)).some(({ code }) => code === key);
  return (await segmentsInUse(tx, SEGMENTS_MAX)).some((segment) => segment === key);
}

import { schedule, type ScheduledTask } from "node-cron";

import { SCHEDULE, type JobName } from "#jobs/schedule.ts";
import type { Log } from "#log.ts";

export interface RunnerDeps {
  readonly log: Log;
  readonly timeZone: string;
  wallNow(): Date;
  /** Claims the tick in the database, does the duty, notes the end; false when another replica has the tick. */
  perform(job: JobName, tick: Date): Promise<boolean>;
  /** Delivers one row of the outbox; false when there is nothing to deliver now. */
  deliver(): Promise<boolean>;
}

export interface Runner {
  /** Stops taking work and waits for what is under way. */
  stop(): Promise<void>;
}

const MS_PER_MINUTE = 60_000;
/** How long the deliverer rests when the outbox is empty. */
const REST_MS = 500;
/** Rows go out side by side, but one at a time per person or channel. */
const DELIVERERS = 4;

/** Starts the schedule and the deliverers. */
export function startJobs(deps: RunnerDeps): Runner {
  const underWay = new Set<Promise<unknown>>();
  let stopping = false;
  const track = (work: Promise<unknown>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  const tasks: readonly ScheduledTask[] = SCHEDULE.map(({ job, cron }) =>
    schedule(cron, () => track(performTick(deps, job)), { timezone: deps.timeZone, noOverlap: true }),
  );
  for (let i = 0; i < DELIVERERS; i += 1) track(deliverForEver(deps, () => stopping));

  return {
    async stop() {
      stopping = true;
      for (const task of tasks) await task.stop();
      await Promise.allSettled(underWay);
    },
  };
}

/** Every replica computes the same tick for the same minute, so that one of them gets it. */
async function performTick(deps: RunnerDeps, job: JobName): Promise<void> {
  const tick = new Date(Math.floor(deps.wallNow().getTime() / MS_PER_MINUTE) * MS_PER_MINUTE);
  try {
    await deps.perform(job, tick);
  } catch (error) {
    deps.log.error({ err: error, job }, "a job failed; its next tick makes it up");
  }
}

async function deliverForEver(deps: RunnerDeps, stopping: () => boolean): Promise<void> {
  while (!stopping()) {
    try {
      if (await deps.deliver()) continue;
    } catch (error) {
      deps.log.error({ err: error }, "delivery failed; it goes on in a moment");
    }
    await new Promise((resolve) => {
      setTimeout(resolve, REST_MS);
    });
  }
}

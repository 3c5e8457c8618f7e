import type { Activity } from "botbuilder";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import type { TeamsConfig } from "#config.ts";
import type { Log } from "#log.ts";
import { isOfTenant, readActivity, type TeamsActivity } from "./activity.ts";
import type { TeamsAdapter } from "./adapter.ts";
import type { InvokeBody } from "./answer.ts";

export interface ReceiverOptions {
  readonly config: TeamsConfig;
  readonly adapter: TeamsAdapter;
  readonly log: Log;
  /** Deals with an authentic activity of the company's own; gives the body of the answer to an invoke. */
  readonly handle: (activity: TeamsActivity) => Promise<InvokeBody>;
}

/** Bodies are buffered before they are authenticated, so they must be small; Teams' own stay far below. */
const BODY_BYTES_MAX = 256_000;

/** botbuilder on the one Hono server: POST /api/messages takes every activity. Errors are answered blank. */
export function createReceiver(options: ReceiverOptions): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => c.body(null, 413) });
  routes.post("/api/messages", limit, async (c) => {
    const activity = readActivity(await c.req.text(), options.config);
    if (activity === null) return c.body(null, 400);
    return await authentic(options, activity, c.req.header("authorization") ?? "");
  });
  return routes;
}

async function authentic(options: ReceiverOptions, activity: TeamsActivity, authorization: string): Promise<Response> {
  const { adapter, config, handle, log } = options;
  let isAuthentic = false;
  let answer: Response = new Response(null, { status: 200 });
  try {
    // botbuilder writes into the activity it is given: ours stays as it was checked.
    await adapter.receive(authorization, structuredClone(activity) as unknown as Activity, async (turn) => {
      isAuthentic = true;
      answer = isOfTenant(activity, config.tenantId)
        ? answered(await handle(activity))
        : new Response(null, { status: 403 });
      // Without it botbuilder takes an invoke for one that nobody answered.
      await turn.sendActivity({ type: "invokeResponse", value: { status: answer.status } });
    });
    return answer;
  } catch (error) {
    if (isAuthentic) {
      log.error({ err: error, type: activity.type }, "an activity of Teams' failed");
      return new Response(null, { status: 500 });
    }
    return refused(error, log);
  }
}

/** Not from Teams, or Microsoft's keys cannot be fetched just now: then Teams is to send it again. */
function refused(error: unknown, log: Log): Response {
  const why = error instanceof Error ? error.message : String(error);
  const { statusCode, name } = (error ?? {}) as { readonly statusCode?: unknown; readonly name?: unknown };
  if (statusCode === 500 || name === "FetchError") {
    log.error(`The keys of Teams cannot be fetched, so nothing of it can be believed for now. ${why}`);
    return new Response(null, { status: 503 });
  }
  log.warn({ why }, "somebody spoke as Teams and was refused");
  return new Response(null, { status: 401 });
}

function answered(body: InvokeBody): Response {
  return body === null ? new Response(null, { status: 200 }) : Response.json(body);
}

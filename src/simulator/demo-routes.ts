import { Hono } from "hono";

import { clockRoutes } from "./clock-routes.ts";
import { mailboxRoutes, type MailboxDeps } from "./mailbox/routes.ts";
import { pageRoutes } from "./page/routes.ts";
import type { PageDeps } from "./page/state.ts";
import { createSlackControl } from "./slack/control.ts";
import type { SlackLookalike } from "./slack/lookalike.ts";
import type { Time } from "./time.ts";

export interface DemoRoutesDeps extends PageDeps {
  readonly mail: MailboxDeps;
  /** The look-alike whose acts have consequences. */
  readonly played: SlackLookalike;
  readonly time: Time;
  readonly timeZone: string;
  /** The service's own routes: /healthz, the API, what the chat calls. */
  readonly service: Hono;
}

/** The page at `/`, the control under `/simulator`, and the service beside them. */
export function demoRoutes(deps: DemoRoutesDeps): Hono {
  const routes = new Hono();
  routes.route("/simulator/slack", createSlackControl(deps.played));
  routes.route("/simulator", clockRoutes(deps.time, deps.timeZone));
  routes.route("/simulator", mailboxRoutes(deps.mail));
  routes.route("/", pageRoutes(deps));
  routes.all("*", (c) => deps.service.fetch(c.req.raw));
  return routes;
}

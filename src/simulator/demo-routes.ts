import { Hono } from "hono";

import { chatRoutes } from "./chat-routes.ts";
import { clockRoutes } from "./clock-routes.ts";
import { mailboxRoutes, type MailboxDeps } from "./mailbox/routes.ts";
import { pageRoutes } from "./page/routes.ts";
import type { PageDeps } from "./page/state.ts";
import type { PlayedChats } from "./open-calls.ts";
import { createSlackControl } from "./slack/control.ts";
import { createTeamsControl } from "./teams/control.ts";
import type { Product } from "./product.ts";
import type { Time } from "./time.ts";

export interface DemoRoutesDeps extends PageDeps {
  readonly mail: MailboxDeps;
  /** The look-alikes whose acts have consequences. */
  readonly played: PlayedChats;
  readonly product: Product;
  readonly time: Time;
  readonly timeZone: string;
  /** The service's own routes: /healthz, the API, what the chat calls. */
  readonly service: Hono;
}

/** The page at `/`, the control under `/simulator`, and the service beside them. */
export function demoRoutes(deps: DemoRoutesDeps): Hono {
  const routes = new Hono();
  routes.route("/simulator/slack", createSlackControl(deps.played.slack));
  routes.route("/simulator/teams", createTeamsControl(deps.played.teams));
  routes.route("/simulator", chatRoutes(deps.product));
  routes.route("/simulator", clockRoutes(deps.time, deps.timeZone));
  routes.route("/simulator", mailboxRoutes(deps.mail));
  routes.route("/", pageRoutes(deps));
  routes.all("*", (c) => deps.service.fetch(c.req.raw));
  return routes;
}

import type { Server } from "node:http";

import { serve } from "@hono/node-server";
import { Hono } from "hono";

import type { Log } from "#log.ts";

/** What the health routes ask: alive is free, ready asks the database. */
export interface ServerDeps {
  readonly log: Log;
  readonly ready: () => Promise<boolean>;
  readonly metrics: () => Promise<string>;
  /** Every other resource, mounted as it is. */
  readonly routes: readonly Hono[];
}

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** The one HTTP application: health, metrics, and what the composition root mounts. */
export function createServerApp(deps: ServerDeps): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => ((await deps.ready()) ? c.json({ ok: true }) : c.json({ ok: false }, 503)));
  app.get("/metrics", async (c) => c.text(await deps.metrics()));
  for (const routes of deps.routes) app.route("/", routes);
  app.notFound((c) => c.json({ error: "There is nothing at this address." }, 404));
  app.onError((error, c) => {
    deps.log.error({ err: error, path: c.req.path }, "a request failed");
    return c.json({ error: "Something went wrong. It has been logged." }, 500);
  });
  return app;
}

/** Listens; `port` 0 takes a free one. Rejects with a sentence when the port is taken. */
export async function listen(app: Hono, port: number): Promise<RunningServer> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port }, () => resolve(starting)) as Server;
    starting.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use: stop the other program or set PORT to another number.`)
          : error,
      ),
    );
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

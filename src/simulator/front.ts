import type { Server } from "node:http";

import { serve } from "@hono/node-server";
import { Hono } from "hono";

/** The one port people and programs come to. */
export interface Front {
  readonly url: string;
  /** Until everything is ready, /healthz answers 503 and a browser gets a page that looks again by itself. */
  open(routes: Hono): void;
  stop(): Promise<void>;
}

const NOT_READY = 503;

/** Listens at once, so that a taken port is told before anything else is started; 0 takes a free one. */
export async function openFront(port: number): Promise<Front> {
  let routes = waitingRoutes();
  const server = await new Promise<Server>((resolve, reject) => {
    const starting = serve({ fetch: (request: Request) => routes.fetch(request), port }, () =>
      resolve(starting),
    ) as Server;
    starting.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} is in use: stop the other program or set PORT to another number.`)
          : error,
      ),
    );
  });
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://localhost:${taken}`,
    open(ready) {
      routes = ready;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function waitingRoutes(): Hono {
  const routes = new Hono();
  routes.get("/", (c) => c.html(WAITING_PAGE, NOT_READY));
  routes.all("*", (c) => c.json({ ok: false, error: "The demo is still starting." }, NOT_READY));
  return routes;
}

const WAITING_PAGE = `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="1"><title>Relais</title>
<style>body{font:17px/1.5 system-ui,sans-serif;color:#1d2b36;background:#f4f1ea;display:grid;place-items:center;
min-height:100vh;margin:0;text-align:center}</style></head>
<body><main><h1>Relais</h1><p>La démonstration se prépare : quatre semaines de vie d’entreprise défilent.</p>
<p lang="en">The demo is getting ready: four weeks of a company’s life go by.</p></main></body></html>`;

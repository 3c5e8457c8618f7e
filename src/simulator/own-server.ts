import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { Server } from "node:http";

/** Serves a look-alike on this machine alone; port 0 takes a free one. */
export function listen(app: Hono, port: number): Promise<{ readonly server: Server; readonly url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (info) =>
      resolve({ server, url: `http://127.0.0.1:${info.port}` }),
    ) as Server;
    server.once("error", reject);
  });
}

/** Ends it at once, whoever is still connected; null = it never listened. */
export async function stopListening(server: Server | null): Promise<void> {
  if (server === null) return;
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

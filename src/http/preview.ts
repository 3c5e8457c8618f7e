import { Hono } from "hono";

import { isDay } from "#domain/calendar.ts";
import { requireApiKey } from "#http/api-key.ts";
import type { Context } from "#usecases/context.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";

export interface PreviewDeps {
  context(at?: Date): Promise<Context>;
  readonly apiKey: string | null;
}

/** `GET /api/v1/preview?on=DAY` (today without it): the same answer as `preview --json`. Changes nothing. */
export function previewRoutes(deps: PreviewDeps): Hono {
  const app = new Hono();
  app.get("/api/v1/preview", requireApiKey(deps.apiKey), async (c) => {
    const context = await deps.context();
    const on = c.req.query("on") ?? context.today;
    if (!isDay(on)) return c.json({ error: "on is no day: write it as 2026-12-04." }, 400);
    return c.json(await previewDunning(context, on));
  });
  return app;
}

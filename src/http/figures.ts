import { Hono } from "hono";

import { isDay } from "#domain/calendar.ts";
import { requireApiKey } from "#http/api-key.ts";
import type { Context } from "#usecases/context.ts";
import { showFigures, TOP_DEFAULT, TOP_MAX } from "#usecases/reports/show-figures.ts";

export interface FiguresDeps {
  context(): Promise<Context>;
  readonly apiKey: string | null;
}

/** `GET /api/v1/figures?as-of=DAY&scope=...&top=N`: what the command line answers with --json. */
export function figuresRoutes(deps: FiguresDeps): Hono {
  const app = new Hono();
  app.get("/api/v1/figures", requireApiKey(deps.apiKey), async (c) => {
    const context = await deps.context();
    const asOf = c.req.query("as-of") ?? c.req.query("asOf") ?? context.today;
    if (!isDay(asOf)) return c.json({ error: "as-of is a day such as 2026-12-04." }, 400);
    const top = c.req.query("top") ?? String(TOP_DEFAULT);
    if (!/^\d{1,4}$/.test(top) || Number(top) > TOP_MAX) {
      return c.json({ error: `top is a number from 0 to ${TOP_MAX}.` }, 400);
    }
    const scope = c.req.query("scope") ?? null;
    const figures = await showFigures(context, { asOf, scope, top: Number(top) });
    if (figures === "unknown-scope") {
      return c.json({ error: "Nothing is known by this scope: use person:EMAIL, team:EMAIL or seller:CODE." }, 404);
    }
    return c.json(figures);
  });
  return app;
}

import { Hono } from "hono";

import { isDay } from "#domain/calendar.ts";
import { requireApiKey } from "#http/api-key.ts";
import type { Context } from "#usecases/context.ts";
import { WEEKS_DEFAULT, WEEKS_MAX } from "#usecases/reports/forecast.ts";
import { forecastFigures } from "#usecases/reports/forecast-figures.ts";

export interface ForecastDeps {
  context(): Promise<Context>;
  readonly apiKey: string | null;
}

/** `GET /api/v1/forecast?as-of=DAY&weeks=N&scope=...&lines=true`: what the command line answers with --json. */
export function forecastRoutes(deps: ForecastDeps): Hono {
  const app = new Hono();
  app.get("/api/v1/forecast", requireApiKey(deps.apiKey), async (c) => {
    const context = await deps.context();
    const asOf = c.req.query("as-of") ?? c.req.query("asOf") ?? context.today;
    if (!isDay(asOf)) return c.json({ error: "as-of is a day such as 2026-12-04." }, 400);
    const weeks = c.req.query("weeks") ?? String(WEEKS_DEFAULT);
    if (!/^\d{1,2}$/.test(weeks) || Number(weeks) < 1 || Number(weeks) > WEEKS_MAX) {
      return c.json({ error: `weeks is a number from 1 to ${WEEKS_MAX}.` }, 400);
    }
    const scope = c.req.query("scope") ?? null;
    const lines = c.req.query("lines") === "true";
    const figures = await forecastFigures(context, { asOf, scope, weeks: Number(weeks), lines });
    if (figures === "unknown-scope") {
      return c.json({ error: "Nothing is known by this scope: use person:EMAIL, team:EMAIL or seller:CODE." }, 404);
    }
    return c.json(figures);
  });
  return app;
}

import { Hono } from "hono";

import { isDay } from "#domain/calendar.ts";
import { requireApiKey } from "#http/api-key.ts";
import type { Context } from "#usecases/context.ts";
import { exportReps } from "#usecases/reports/export-reps.ts";
import { scopeNamed } from "#usecases/reports/show-figures.ts";

export interface ExportsDeps {
  context(): Promise<Context>;
  readonly apiKey: string | null;
}

/** `GET /api/v1/exports/reps?from=DAY&to=DAY&format=csv|xlsx&scope=...`: the results of each rep, as a file. */
export function exportsRoutes(deps: ExportsDeps): Hono {
  const app = new Hono();
  app.get("/api/v1/exports/reps", requireApiKey(deps.apiKey), async (c) => {
    const context = await deps.context();
    const { from = "", to = context.today, format = "csv", scope = null } = c.req.query();
    if (!isDay(from) || !isDay(to) || from > to) {
      return c.json({ error: "from and to are days such as 2026-12-04, from not after to." }, 400);
    }
    if (format !== "csv" && format !== "xlsx") return c.json({ error: "format is csv or xlsx." }, 400);
    const found = await scopeNamed(context, scope);
    if (found === null || found.is === "seller") {
      return c.json({ error: "Nothing is known by this scope: use person:EMAIL or team:EMAIL." }, 404);
    }
    const asked = { scope: found, from, to, format, locale: context.locale } as const;
    const exported = await exportReps(context, { is: "api-key", name: "api" }, asked);
    if (!exported.ok) return c.json({ error: "These figures are not open to this key." }, 403);
    const { name, type, bytes } = exported.value;
    c.header("Content-Type", type);
    c.header("Content-Disposition", `attachment; filename="${name}"`);
    c.header("Cache-Control", "no-store");
    return c.body(Uint8Array.from(bytes).buffer);
  });
  return app;
}

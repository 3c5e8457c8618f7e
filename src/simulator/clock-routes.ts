import { Hono } from "hono";
import { z } from "zod";

import { clockIn } from "#domain/calendar.ts";
import { bodyOf, simulatorErrors, simulatorMisuse } from "./control-body.ts";
import type { Time } from "./time.ts";
import { instantMeant, nextDigest } from "./when.ts";

const moveBody = z.strictObject({ to: z.string().min(1).max(60), wait: z.boolean().default(true) });

/**
 * GET /clock -> { now, day, time, timeZone, nextDigest, moving: null | { from, to } };
 * POST /clock { to: "tomorrow 8:30" | "+1 week" | ISO ..., wait? } -> the same, once time has arrived (`wait: false`: at once).
 */
export function clockRoutes(time: Time, timeZone: string): Hono {
  const routes = new Hono();
  simulatorErrors(routes);
  routes.get("/clock", (c) => c.json(clockJson(time, timeZone)));
  routes.post("/clock", async (c) => {
    const { to, wait } = await bodyOf(c, moveBody);
    if (time.moving() !== null) throw simulatorMisuse("Time is on its way already: wait until it has arrived.");
    const arrived = time.moveTo(instantMeant(to, time.now(), timeZone));
    if (wait) await arrived;
    // Who does not wait sees by GET when time has arrived, or that it stopped on the way.
    else arrived.catch(() => undefined);
    return c.json(clockJson(time, timeZone));
  });
  return routes;
}

/** Product time as the control and the page show it. */
export function clockJson(time: Time, timeZone: string) {
  const now = time.now();
  const { day, minutes } = clockIn(now, timeZone);
  const moving = time.moving();
  return {
    now: now.toISOString(),
    day,
    time: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`,
    timeZone,
    nextDigest: nextDigest(now, timeZone).toISOString(),
    moving: moving === null ? null : { from: moving.from.toISOString(), to: moving.to.toISOString() },
  };
}

import { Hono } from "hono";
import { expect, test } from "vitest";

import { rateLimit } from "#http/rate-limit.ts";

test("a key may ask so often in a minute; others are not held up by it, and a minute later it may again", async () => {
  let now = 0;
  const app = new Hono();
  const refuse = () => new Response("one moment", { status: 429 });
  app.use(rateLimit({ perMinute: 2, keysMax: 10, nowMs: () => now, keyOf: (path) => path, refuse }));
  app.get("*", (c) => c.text("here"));
  const ask = async (path: string) => (await app.request(path)).status;

  expect([await ask("/a"), await ask("/a"), await ask("/a"), await ask("/b")]).toEqual([200, 200, 429, 200]);
  now += 60_000;
  expect(await ask("/a")).toBe(200);
});

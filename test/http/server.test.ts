import { pino } from "pino";
import { expect, test } from "vitest";

import { figuresRoutes } from "#http/figures.ts";
import { createServerApp } from "#http/server.ts";

const KEY = "a-key-of-enough-length";

test("an unexpected error is answered with one sentence, and its SQL goes to the log only", async () => {
  const lines: string[] = [];
  const broken = figuresRoutes({
    apiKey: KEY,
    context: async () => {
      throw new Error("Failed query: select * from invoices");
    },
  });
  const app = createServerApp({
    log: pino({}, { write: (line) => lines.push(line) }),
    ready: async () => true,
    metrics: async () => "",
    routes: [broken],
  });

  const response = await app.request("/api/v1/figures", { headers: { authorization: `Bearer ${KEY}` } });

  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: "Something went wrong. It has been logged." });
  expect(lines.join("")).toContain("select * from invoices");
});

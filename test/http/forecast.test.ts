import { expect } from "vitest";

import { forecastRoutes } from "#http/forecast.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const KEY = "a-key-of-enough-length";

async function get(world: World, query: string, key = KEY) {
  const app = forecastRoutes({ apiKey: KEY, context: async () => world.context() });
  const response = await app.request(`/api/v1/forecast?${query}`, { headers: { authorization: `Bearer ${key}` } });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test("the forecast as programs read it: weeks, methods, each invoice when asked for", async ({ world }) => {
  const claire = await world.person();
  const customer = await world.customer({ code: "00012", rep: claire });
  await world.invoice({ customer, number: "F1", due: "2026-11-28", amount: "100.50" });
  await world.invoice({ customer, number: "F2", due: "2026-11-20", amount: "7.00" });

  const { status, body } = await get(world, `as-of=2026-11-24&weeks=2&lines=true&scope=person:${claire.email}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    asOf: "2026-11-24",
    currencies: {
      EUR: {
        weeks: [
          { week: "2026-W48", from: "2026-11-23", until: "2026-11-29", expected: "0.00", invoices: 0 },
          { week: "2026-W49", expected: "100.50", promised: "0.00", byMethod: { "due-date": "100.50" }, invoices: 1 },
        ],
        later: { expected: "0.00" },
        shouldHaveCome: { expected: "7.00" },
        disputed: "0.00",
        lines: [
          { in: "should-have-come", invoice: "F2", expectedOn: "2026-11-20", method: "due-date", delayDays: 0 },
          { in: "2026-W49", customer: "00012", invoice: "F1", due: "2026-11-28", expectedOn: "2026-11-30" },
        ],
      },
    },
  });
});

test("what is wrong in the question is one sentence", async ({ world }) => {
  expect(await get(world, "as-of=soon")).toMatchObject({ status: 400 });
  expect(await get(world, "weeks=0")).toMatchObject({ status: 400 });
  expect(await get(world, "weeks=27")).toMatchObject({
    status: 400,
    body: { error: "weeks is a number from 1 to 26." },
  });
  expect(await get(world, "scope=person:nobody@exemple.example")).toMatchObject({ status: 404 });
  expect(await get(world, "", "another-key")).toMatchObject({ status: 401 });
});

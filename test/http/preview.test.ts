import { describe, expect } from "vitest";

import { previewRoutes } from "#http/preview.ts";
import type { DunningPreview } from "#usecases/dunning/preview-dunning.ts";
import { aCustomer } from "../support/dunning.ts";
import { test } from "../support/world.ts";

const KEY = { Authorization: "Bearer the-key" };

describe("GET /api/v1/preview", () => {
  test("answers what the command line answers", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, number: "F1", due: "2026-11-10" });
    const routes = previewRoutes({ context: async () => world.context(), apiKey: "the-key" });
    const answer = await routes.request("/api/v1/preview?on=2026-11-25", { headers: KEY });
    const preview = (await answer.json()) as DunningPreview;
    expect(preview.messages).toMatchObject([
      { customer, step: "second", total: "1200.00", invoices: [{ number: "F1" }] },
    ]);
    expect((await (await routes.request("/api/v1/preview", { headers: KEY })).json()) as DunningPreview).toMatchObject({
      day: "2026-11-24",
      messages: [{ step: "first" }],
    });
  });

  test("needs the key, and a real day", async ({ world }) => {
    const context = async () => world.context();
    const routes = previewRoutes({ context, apiKey: "the-key" });
    expect((await routes.request("/api/v1/preview")).status).toBe(401);
    expect((await routes.request("/api/v1/preview", { headers: { Authorization: "Bearer other" } })).status).toBe(401);
    expect((await routes.request("/api/v1/preview?on=2026-02-30", { headers: KEY })).status).toBe(400);
    expect((await previewRoutes({ context, apiKey: null }).request("/api/v1/preview", { headers: KEY })).status).toBe(
      503,
    );
  });
});

import { unzipSync } from "fflate";
import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { exportsRoutes } from "#http/exports.ts";
import { LINK_KINDS } from "#http/link-kinds.ts";
import { oneTimeLinkRoutes } from "#http/one-time-links.ts";
import { createLog } from "#log.ts";
import { oneTimeLinks } from "#store/schema/one-time-links.ts";
import { people } from "#store/schema/people.ts";
import type { Person } from "#domain/person.ts";
import { offerRepsExport } from "#usecases/reports/offer-reps-export.ts";
import { company, did } from "../support/loop.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const KEY = { Authorization: "Bearer the-key" };

function api(world: World) {
  return exportsRoutes({ context: async () => world.context(), apiKey: "the-key" });
}

/** The link that a card offers, and the pages behind it. */
async function link(world: World, viewer: Person, typed = "") {
  const offered = await did(offerRepsExport(world.context(), viewer, { typed, takesFiles: false }));
  const address = /https?:\/\/[^"]+\/links\/[\w-]+/.exec(JSON.stringify(offered))?.[0] ?? "";
  const path = new URL(address).pathname;
  const routes = oneTimeLinkRoutes({
    context: async () => world.context(),
    kinds: LINK_KINDS,
    log: createLog("silent"),
    locale: "fr",
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return {
    looks: async () => routes.request(path),
    takes: async (format: string) => routes.request(path, { method: "POST", body: `format=${format}`, headers }),
  };
}

describe("GET /api/v1/exports/reps", () => {
  test("answers a file: CSV, or a workbook", async ({ world }) => {
    const { customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-01" });
    const csv = await api(world).request("/api/v1/exports/reps?from=2026-11-01&to=2026-11-24&format=csv", {
      headers: KEY,
    });
    expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(csv.headers.get("content-disposition")).toContain("relais-par-commercial-2026-11-01-2026-11-24.csv");
    expect(await csv.text()).toContain("Claire Morel;");
    const xlsx = await api(world).request("/api/v1/exports/reps?from=2026-11-01&format=xlsx", { headers: KEY });
    expect(Object.keys(unzipSync(new Uint8Array(await xlsx.arrayBuffer())))).toContain("xl/workbook.xml");
  });

  test("needs the key, real days and a scope of people", async ({ world }) => {
    await company(world);
    const asked = async (query: string) =>
      (await api(world).request(`/api/v1/exports/reps${query}`, { headers: KEY })).status;

    expect((await api(world).request("/api/v1/exports/reps?from=2026-11-01")).status).toBe(401);
    expect(await asked("")).toBe(400);
    expect(await asked("?from=2026-11-31")).toBe(400);
    expect(await asked("?from=2026-11-24&to=2026-11-01")).toBe(400);
    expect(await asked("?from=2026-11-01&format=pdf")).toBe(400);
    expect(await asked("?from=2026-11-01&scope=person:nobody@exemple.example")).toBe(404);
    expect(await asked("?from=2026-11-01&scope=seller:default")).toBe(404);
  });
});

describe("the link to an export", () => {
  test("shows a page as often as it is opened, and gives the file once", async ({ world }) => {
    const { rep, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-01" });
    const { looks, takes } = await link(world, rep);
    const page = await looks();
    expect(await page.text()).toContain("Excel (.xlsx)");
    expect((await looks()).status).toBe(200);

    const file = await takes("csv");
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await file.text()).toContain("Claire Morel");
    expect((await takes("csv")).status).toBe(410);
    expect((await looks()).status).toBe(410);
  });

  test("is over after a quarter of an hour", async ({ world }) => {
    const { rep } = await company(world);
    const { looks, takes } = await link(world, rep);
    const [row] = await world.db.select().from(oneTimeLinks);
    expect((row?.expiresAt.getTime() ?? 0) - (row?.createdAt.getTime() ?? 0)).toBe(15 * 60_000);
    await world.db.update(oneTimeLinks).set({ expiresAt: sql`now()` });

    expect((await looks()).status).toBe(410);
    expect((await takes("xlsx")).status).toBe(410);
  });

  test("opens nothing any more for who lost the right, or left", async ({ world }) => {
    const { manager, rep } = await company(world);
    const { looks, takes } = await link(world, manager, "équipe");
    const own = await link(world, rep);
    await world.db.update(people).set({ roles: ["adv"], managerId: null });
    expect(await (await looks()).text()).toContain("pas, ou ne sont plus, accessibles");
    expect((await takes("xlsx")).headers.get("content-type")).toContain("text/html");
    await world.db.update(people).set({ active: false });
    expect((await own.takes("xlsx")).status).toBe(410);
  });
});

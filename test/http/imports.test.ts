import { expect } from "vitest";

import { figuresRoutes } from "#http/figures.ts";
import { importsRoutes } from "#http/imports.ts";
import { CUSTOMERS, INVOICES } from "../support/small-ledger.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const KEY = "a-key-of-enough-length";
const BEARER = { authorization: `Bearer ${KEY}` };

test("files posted as a form are taken in dependency order, and the figures answer", async ({ world }) => {
  const form = new FormData();
  form.append("file", new File([INVOICES], "invoices.csv"));
  form.append("file", new File([CUSTOMERS], "customers.csv"));

  const response = await post(world, form);

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject([
    { file: "customers.csv", kind: "customers", rows: 2, inserted: 2, updated: 0, unchanged: 0, rejected: [] },
    { file: "invoices.csv", kind: "invoices", rows: 5, inserted: 5 },
  ]);
  const figures = await api(world).figures.request("/api/v1/figures?as-of=2026-10-02&top=1", { headers: BEARER });
  expect(await figures.json()).toMatchObject({
    asOf: "2026-10-02",
    currencies: { EUR: { outstanding: "1800.00", overdue: "1000.00", top: [{ customer: "00012" }] } },
  });
});

test("the kind is told by the form where the name does not tell", async ({ world }) => {
  const form = new FormData();
  form.append("kind", "customers");
  form.append("file", new File([CUSTOMERS], "export.txt"));
  expect(await (await post(world, form)).json()).toMatchObject([{ kind: "customers", inserted: 2 }]);
});

test("a file nothing of which can be used answers 422 with the reason, in the same shape", async ({ world }) => {
  const form = new FormData();
  form.append("file", new File(["number;amount\nF1;3\n"], "invoices.csv"));
  const response = await post(world, form);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject([
    {
      rows: 0,
      rejected: [
        {
          line: 1,
          field: "customer_code",
          reason: "The column customer_code is missing: a file of invoices must have it.",
        },
      ],
    },
  ]);
});

test("a dry run keeps nothing", async ({ world }) => {
  const form = new FormData();
  form.append("dryRun", "true");
  form.append("file", new File([CUSTOMERS], "customers.csv"));
  expect(await (await post(world, form)).json()).toMatchObject([{ inserted: 2 }]);
  expect(await (await post(world, form)).json()).toMatchObject([{ inserted: 2 }]);
});

test("without the key, with another, or with none configured, nobody gets in", async ({ world }) => {
  const ask = (headers: Record<string, string>, apiKey: string | null = KEY) =>
    figuresRoutes({ context: async () => world.context(), apiKey }).request("/api/v1/figures", { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ authorization: "Bearer another-key-of-length" })).status).toBe(401);
  expect((await ask(BEARER, null)).status).toBe(503);
  expect((await ask(BEARER)).status).toBe(200);
});

test.for([
  ["no form at all", "x=1", { "content-type": "application/x-www-form-urlencoded" }, "multipart form"],
  ["a broken form", "--x", { "content-type": "multipart/form-data; boundary=y" }, "cannot be read"],
] as const)("%s is answered with one sentence", async ([, body, headers, sentence], { world }) => {
  const response = await api(world).imports.request("/api/v1/imports", {
    method: "POST",
    headers: { ...BEARER, ...headers },
    body,
  });
  expect(response.status).toBe(400);
  expect(((await response.json()) as { error: string }).error).toContain(sentence);
});

test("a form without a file, or with a file of an unknown kind, is told what to send", async ({ world }) => {
  const empty = new FormData();
  empty.append("kind", "invoices");
  expect(await (await post(world, empty)).json()).toEqual({
    error: "The form holds no file: send it in the field named file.",
  });
  const unknown = new FormData();
  unknown.append("file", new File(["a,b\n"], "ledger.csv"));
  expect((await post(world, unknown)).status).toBe(400);
});

test("a body that is too large is refused before it is read", async ({ world }) => {
  const response = await api(world).imports.request("/api/v1/imports", {
    method: "POST",
    headers: { ...BEARER, "content-type": "multipart/form-data; boundary=x", "content-length": "60000000" },
    body: "--x--",
  });
  expect(response.status).toBe(413);
});

test.for(["as-of=soon", "as-of=2026-02-30", "top=-1", "top=100000", "scope=seller:NONE"])(
  "figures with %s are refused with a sentence",
  async (query, { world }) => {
    const response = await api(world).figures.request(`/api/v1/figures?${query}`, { headers: BEARER });
    expect([400, 404]).toContain(response.status);
    expect(await response.json()).toEqual({ error: expect.stringMatching(/\.$/) });
  },
);

function post(world: World, form: FormData) {
  return api(world).imports.request("/api/v1/imports", { method: "POST", headers: BEARER, body: form });
}

function api(world: World) {
  const deps = { context: async () => world.context(), apiKey: KEY };
  return { imports: importsRoutes(deps), figures: figuresRoutes(deps) };
}

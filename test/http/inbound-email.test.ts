import { describe, expect } from "vitest";

import { readIncomingMail } from "#email/incoming.ts";
import { inboundEmailRoutes } from "#http/inbound-email.ts";
import { replies } from "#store/schema/dunning.ts";
import { replyMail } from "../support/mails.ts";
import type { World } from "../support/world-given.ts";
import { test } from "../support/world.ts";

const SECRET = "a-long-enough-secret";
const MEGABYTE = 1024 * 1024;

function routes(world: World, secret: string | null = SECRET) {
  return inboundEmailRoutes({ context: () => Promise.resolve(world.context()), secret, read: readIncomingMail });
}

async function post(
  world: World,
  body: string | ReadableStream,
  headers: Record<string, string> = {},
  path = "/inbound/email",
) {
  const answer = await routes(world).request(path, {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}`, ...headers },
    body,
    duplex: "half",
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test("a mail is taken, and a second time it changes nothing", async ({ world }) => {
  const customer = await world.customer();
  await world.contact({ customer, email: "sonia@garnier.example" });
  const first = await post(world, replyMail());
  const second = await post(world, replyMail());
  expect(first).toMatchObject({ status: 200, body: { kind: "human", repeated: false } });
  expect(second).toMatchObject({ status: 200, body: { kind: "human", repeated: true } });
  expect(await world.db.select().from(replies)).toHaveLength(1);
});

describe("without the secret no mail is read", () => {
  for (const authorization of ["", "Bearer", "Bearer wrong", "Basic " + SECRET, SECRET, `Bearer ${SECRET}x`]) {
    test(`authorization "${authorization}"`, async ({ world }) => {
      const { status, body } = await post(world, replyMail(), { authorization });
      expect(status).toBe(401);
      expect(body["error"]).toContain("Authorization: Bearer");
    });
  }

  test("a secret in the address is no secret", async ({ world }) => {
    const { status } = await post(world, replyMail(), { authorization: "" }, `/inbound/email?secret=${SECRET}`);
    expect(status).toBe(401);
    expect(await world.db.select().from(replies)).toHaveLength(0);
  });

  test("where none is set up, the answer says what to set", async ({ world }) => {
    const answer = await routes(world, null).request("/inbound/email", { method: "POST", body: replyMail() });
    expect(answer.status).toBe(503);
    expect(JSON.stringify(await answer.json())).toContain("INBOUND_EMAIL_SECRET");
  });
});

test("forty megabytes are the most, whether the length is announced or not", async ({ world }) => {
  const large = "x".repeat(40 * MEGABYTE + 1);
  expect((await post(world, large)).status).toBe(413);
  const stream = new Blob([large]).stream();
  expect((await post(world, stream)).status).toBe(413);
});

test.each(["", "hello", '{"from":"json"}', "\u0000\u0001"])("%j is refused with a sentence", async (raw) => {
  // Nothing is written, so no database is needed.
  const app = inboundEmailRoutes({
    context: () => Promise.reject(new Error("The database was asked.")),
    secret: SECRET,
    read: readIncomingMail,
  });
  const answer = await app.request("/inbound/email", {
    method: "POST",
    headers: { authorization: `Bearer ${SECRET}` },
    body: raw,
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: expect.stringMatching(/\.$/) });
});

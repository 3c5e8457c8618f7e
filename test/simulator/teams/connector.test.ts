import { expect, onTestFinished, test } from "vitest";

import { createTeamsLookalike, type TeamsLookalike } from "#simulator/teams/lookalike.ts";
import type { LookalikeOptions } from "#simulator/teams/state.ts";

const CLAIRE = { id: "29:claire", aadObjectId: "aad-claire", name: "Claire Morel", email: "claire@example.com" };
const AT = "/v3/conversations/a:1-claire";
const words = { type: "message", text: "Bonjour" };

test("a bot that does not sign what it sends is refused", async () => {
  const { app } = open();

  expect((await app.request(`${AT}/activities`, { method: "POST", body: JSON.stringify(words) })).status).toBe(401);
});

test("where the app is not installed nothing can be posted, and no conversation be opened", async () => {
  const tenant = open({}, false);

  expect(await call(tenant, "POST", `${AT}/activities`, words)).toMatchObject({ status: 403 });
  expect(await call(tenant, "POST", "/v3/conversations", { members: [{ id: CLAIRE.id }] })).toMatchObject({
    status: 403,
  });
  expect(await call(tenant, "POST", "/v3/conversations", { members: [{ id: "29:nobody" }] })).toMatchObject({
    status: 404,
  });
});

test("a message is posted, changed and deleted; what is not there cannot be", async () => {
  const tenant = open();
  const { body } = await call(tenant, "POST", `${AT}/activities`, words);
  const id = (body as { readonly id: string }).id;

  expect(await call(tenant, "PUT", `${AT}/activities/${id}`, { ...words, text: "Bonsoir" })).toMatchObject({
    status: 200,
  });
  expect(tenant.read.byBot(CLAIRE.id)).toMatchObject([{ id, text: "Bonsoir", isEdited: true }]);
  expect(await call(tenant, "DELETE", `${AT}/activities/${id}`)).toMatchObject({ status: 200 });
  expect(await call(tenant, "PUT", `${AT}/activities/${id}`, words)).toMatchObject({ status: 404 });
  expect(await call(tenant, "POST", "/v3/conversations/19:x/activities", words)).toMatchObject({ status: 404 });
});

test("a card Teams could not draw, and a message too large, are refused with every reason", async () => {
  const tenant = open();
  const contentType = "application/vnd.microsoft.card.adaptive";
  const attachments = [{ contentType, content: { type: "AdaptiveCard", version: "1.6", body: [] } }];

  expect(await call(tenant, "POST", `${AT}/activities`, { type: "message", attachments })).toMatchObject({
    status: 400,
  });
  expect(await call(tenant, "POST", `${AT}/activities`, { ...words, text: "é".repeat(60_000) })).toMatchObject({
    status: 413,
  });
  expect(tenant.read.refusals().map(({ what }) => what)).toEqual(["card", "message"]);
  expect(tenant.read.refusals()[0]?.reasons).toHaveLength(2);
});

test("its real rates refuse the eighth message of a second, and say for how long", async () => {
  const tenant = open({ hasRealRates: true, wallNow: () => 0 });
  const answers = [];
  for (let n = 0; n < 8; n += 1) answers.push(await call(tenant, "POST", `${AT}/activities`, words));

  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
  expect(answers[7]?.retryAfter).toBe("1");
});

test("the roster names people by either id, guests as guests, page by page", async () => {
  const tenant = open();
  const crowd = Array.from({ length: 60 }, (_, n) => ({
    ...CLAIRE,
    id: `29:${n}`,
    aadObjectId: `aad-${n}`,
    isGuest: n === 0,
  }));
  for (const person of crowd) tenant.setPerson(person);
  tenant.setConversation({ id: "19:team", kind: "channel", name: "team", members: crowd.map(({ id }) => id) });

  expect(await call(tenant, "GET", "/v3/conversations/19:team/members/aad-0")).toMatchObject({
    body: { id: "29:0", userRole: "guest" },
  });
  const first = (await call(tenant, "GET", "/v3/conversations/19:team/pagedmembers")).body as Page;
  const rest = (
    await call(tenant, "GET", `/v3/conversations/19:team/pagedmembers?continuationToken=${first.continuationToken}`)
  ).body as Page;
  expect([first.members.length, rest.members.length, rest.continuationToken]).toEqual([50, 10, undefined]);
});

test("faults are played as often as ordered, in one conversation, and kept in the journal", async () => {
  const tenant = open();
  tenant.addFault({ call: "send", kind: "412", times: 2, conversation: "a:1-claire" });
  tenant.addFault({ call: "members", kind: "429", retryAfterSeconds: 7 });
  const statuses = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await call(tenant, "POST", `${AT}/activities`, words)).status);

  expect(statuses).toEqual([412, 412, 201]);
  expect(await call(tenant, "GET", `${AT}/members/29:claire`)).toMatchObject({ status: 429, retryAfter: "7" });
  expect(tenant.read.calls().map(({ answer }) => answer)).toEqual(["fault: 412", "fault: 412", "201", "fault: 429"]);
});

interface Page {
  readonly members: readonly unknown[];
  readonly continuationToken?: string;
}

function open(options: Partial<LookalikeOptions> = {}, hasApp = true): TeamsLookalike {
  const tenant = createTeamsLookalike({
    appId: "app",
    tenantId: "tenant",
    people: [CLAIRE],
    publicUrl: "http://127.0.0.1",
    ...options,
  });
  onTestFinished(() => tenant.close());
  if (hasApp)
    tenant.setConversation({ id: "a:1-claire", kind: "personal", name: "Claire", members: [CLAIRE.id], hasApp });
  return tenant;
}

async function call(tenant: TeamsLookalike, method: string, path: string, body?: object) {
  const headers = { authorization: "Bearer of-the-bot" };
  const response = await tenant.app.request(
    path,
    body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) },
  );
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    body: await response.json(),
  };
}

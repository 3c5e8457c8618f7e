import { describe, expect } from "vitest";

import { seenRequests } from "#store/schema/delivery.ts";
import { signToken, type TokenShape } from "#simulator/teams/keys.ts";
import type { TeamsLookalike } from "#simulator/teams/lookalike.ts";
import { company } from "../../support/loop.ts";
import { CLAIRE, connectTeams, TENANT } from "../../support/teams.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const HOUR_SECONDS = 3_600;
const OTHER = "00000000-1111-2222-3333-444444444444";

describe("what is not from Teams gets nothing, not even a word", () => {
  test.for([
    ["no token", () => null],
    ["no token but a word", () => "nonsense"],
    ["a token for another bot", changed(() => ({ aud: OTHER }))],
    ["a token of another issuer", changed(() => ({ iss: "https://login.microsoftonline.com/" }))],
    ["a token for the emulator", changed(() => ({ iss: EMULATOR, ver: "1.0", appid: OTHER }))],
    ["a token that has expired", changed((now) => ({ nbf: now - 3 * HOUR_SECONDS, exp: now - HOUR_SECONDS }))],
    ["a token that is not good yet", changed((now) => ({ nbf: now + HOUR_SECONDS, exp: now + 2 * HOUR_SECONDS }))],
    ["a token for another service URL", changed(() => ({ serviceurl: "https://smba.trafficmanager.net/emea/" }))],
    [
      "a key nobody knows",
      (tenant: TeamsLookalike) => signToken({ ...tenant.goodToken(), signedWith: tenant.keys.unknown }),
    ],
    [
      "a key nobody knows under a known name",
      (tenant: TeamsLookalike) =>
        signToken({ ...tenant.goodToken(), signedWith: { ...tenant.keys.unknown, kid: tenant.keys.own.kid } }),
    ],
    ["HS256", (tenant: TeamsLookalike) => signToken({ ...tenant.goodToken(), algorithm: "HS256" })],
    ["no signature at all", (tenant: TeamsLookalike) => signToken({ ...tenant.goodToken(), algorithm: "none" })],
  ] as const)("%s", async ([, tokenOf], { world }) => {
    const { tenant, words } = await open(world);
    const ack = await tenant.acts.deliverRaw({ body: JSON.stringify(words), token: tokenOf(tenant) });

    expect(ack).toMatchObject({ status: 401, body: null });
    expect(await world.db.select().from(seenRequests)).toEqual([]);
    expect(tenant.read.calls()).toEqual([]);
  });

  test("an activity of another tenant, with a good token", async ({ world }) => {
    const { tenant, words } = await open(world);
    const conversation = { ...(words["conversation"] as object), tenantId: OTHER };
    const elsewhere = await tenant.acts.deliver({ ...words, conversation, channelData: { tenant: { id: OTHER } } });
    const halfway = await tenant.acts.deliver({ ...words, channelData: { tenant: { id: OTHER } } });
    const unnamed = await tenant.acts.deliver({ ...words, conversation: { id: "a:1" }, channelData: {} });

    for (const ack of [elsewhere, halfway, unnamed]) expect(ack).toMatchObject({ status: 403, body: null });
    expect(tenant.read.calls()).toEqual([]);
  });
});

test("a good token passes, whatever the case of its letters says of the tenant", async ({ world }) => {
  const { tenant, words } = await open(world);
  const conversation = { ...(words["conversation"] as object), tenantId: TENANT.toUpperCase() };
  const ack = await tenant.acts.deliver({ ...words, conversation });

  expect(ack).toMatchObject({ status: 200, body: null });
  expect(tenant.read.byBot(CLAIRE)).toHaveLength(1);
});

test.for([
  ["no JSON", () => "{oops"],
  ["JSON that is no object", () => "[1]"],
  ["an empty object, as the Playground sends at its start", () => "{}"],
  ["no type", without("type")],
  ["no id", without("id")],
  ["no conversation", without("conversation")],
  ["no service URL, which would not be checked then", without("serviceUrl")],
  ["another channel's way in", (words: object) => JSON.stringify({ ...words, channelId: "emulator" })],
  [
    "a service URL on somebody's machine",
    (words: object) => JSON.stringify({ ...words, serviceUrl: "http://10.0.0.1/" }),
  ],
] as const)("a body with %s is refused blank, before anybody asks who sent it", async ([, bodyOf], { world }) => {
  const { tenant, words, logged } = await open(world);
  const ack = await tenant.acts.deliverRaw({ body: bodyOf(words), token: null });

  expect(ack).toMatchObject({ status: 400, body: null });
  expect(logged).toEqual([]);
});

test("a body over the limit is refused before it is read to its end", async ({ world }) => {
  const { tenant, words } = await open(world);
  const ack = await tenant.acts.deliver({ ...words, text: "x".repeat(300_000) });

  expect(ack).toMatchObject({ status: 413, body: null });
});

test.for([
  ["a reaction", { type: "messageReaction" }],
  ["somebody typing", { type: "typing" }],
  ["an invoke of another kind", { type: "invoke", name: "signin/verifyState", value: {} }],
  ["an invoke without a value", { type: "invoke", name: "adaptiveCard/action" }],
  ["a form of no kind", { type: "invoke", name: "task/submit", value: { data: { form: 1 } } }],
] as const)("%s is acknowledged at once and changes nothing", async ([, own], { world }) => {
  const { tenant, logged } = await open(world);
  const ack = await tenant.acts.deliver(tenant.acts.activityOf(CLAIRE, own));

  expect(ack.status).toBe(200);
  expect(tenant.read.byBot(CLAIRE)).toEqual([]);
  expect(logged).toEqual([]);
});

test("an activity that Teams sends again is dealt with once", async ({ world }) => {
  const { tenant, words } = await open(world);
  await Promise.all([tenant.acts.deliver(words), tenant.acts.deliver(words)]);
  await tenant.acts.replayLast();

  expect(tenant.read.byBot(CLAIRE)).toHaveLength(1);
});

test("while Microsoft's keys cannot be fetched, Teams is asked to come back", async ({ world }) => {
  const { tenant, words, logged } = await open(world, { openIdUrl: "http://127.0.0.1:9/openid" });
  const ack = await tenant.acts.deliver(words);

  expect(ack).toMatchObject({ status: 503, body: null });
  expect(logged.join()).toContain("keys of Teams cannot be fetched");
});

const EMULATOR = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";

function changed(claims: (nowSeconds: number) => TokenShape["claims"]) {
  return (tenant: TeamsLookalike): string => {
    const good = tenant.goodToken();
    return signToken({ ...good, claims: { ...good.claims, ...claims(Math.floor(Date.now() / 1_000)) } });
  };
}

function without(field: string) {
  return (words: object): string => JSON.stringify({ ...words, [field]: undefined });
}

/** Claire, known to Relais, and what she writes. */
async function open(world: World, local: Parameters<typeof connectTeams>[1] = {}) {
  const { rep } = await company(world);
  const connected = await connectTeams(world, local);
  connected.member({ id: CLAIRE, email: rep.email });
  const { tenant } = connected;
  tenant.setConversation({ id: "a:1-claire", kind: "personal", name: "Claire", members: [CLAIRE], hasApp: true });
  return { ...connected, words: tenant.acts.activityOf(CLAIRE, { type: "message", text: "aide" }) };
}

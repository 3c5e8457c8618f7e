import { setTimeout as sleep } from "node:timers/promises";

import { Hono, type Context } from "hono";

import { hang, reset } from "#simulator/broken-line.ts";
import { isJson, parseJson, type Json } from "#simulator/slack/json.ts";
import {
  channelsOf,
  createConversation,
  deleteActivity,
  memberOf,
  pagedMembers,
  refusal,
  sendActivity,
  teamOf,
  updateActivity,
  type Answer,
} from "./connector.ts";
import { takeFault, type Fault, type FaultCall } from "./faults.ts";
import { recordCall, type State } from "./state.ts";

const SLOW_MS_DEFAULT = 1_000;
const ISSUER = "https://api.botframework.com";

/**
 * What a bot calls at Teams: the connector service (POST /v3/conversations, .../activities, PUT and DELETE of one, members)
 * and the keys its activities are signed with. Ends hanging answers on `closing`.
 */
export function createTeamsApp(state: State, closing: AbortSignal): Hono {
  const app = new Hono();
  const call = (kind: FaultCall, carryOut: (c: Context, body: Json) => Answer) => async (c: Context) =>
    throughFaults(c, state, closing, kind, await readBody(c), carryOut);
  const id = (c: Context, name: string): string => c.req.param(name) ?? "";
  const at = "/v3/conversations/:id";
  app.get("/.well-known/openid-configuration", (c) =>
    c.json({
      issuer: ISSUER,
      jwks_uri: `${state.publicUrl}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    }),
  );
  app.get("/keys", (c) => c.json(state.keys.jwks));
  app.get("/files/:id", (c) => {
    const content = state.files.get(c.req.param("id"));
    return content === undefined ? c.text("", 404) : c.text(content);
  });
  app.post(
    "/v3/conversations",
    call("create", (_, body) => createConversation(state, body)),
  );
  app.post(
    `${at}/activities`,
    call("send", (c, body) => sendActivity(state, id(c, "id"), body)),
  );
  app.post(
    `${at}/activities/:activity`,
    call("send", (c, body) => sendActivity(state, id(c, "id"), body)),
  );
  app.put(
    `${at}/activities/:activity`,
    call("update", (c, body) => updateActivity(state, id(c, "id"), id(c, "activity"), body)),
  );
  app.delete(
    `${at}/activities/:activity`,
    call("delete", (c) => deleteActivity(state, id(c, "id"), id(c, "activity"))),
  );
  app.get(
    `${at}/members/:member`,
    call("members", (c) => memberOf(state, id(c, "id"), id(c, "member"))),
  );
  app.get(
    `${at}/pagedmembers`,
    call("members", (c) => pagedMembers(state, id(c, "id"), c.req.query("continuationToken") ?? null)),
  );
  app.get(
    "/v3/teams/:id",
    call("members", (c) => teamOf(state, id(c, "id"))),
  );
  app.get(
    "/v3/teams/:id/conversations",
    call("members", (c) => channelsOf(state, id(c, "id"))),
  );
  return app;
}

/** Carries a call out, or lets it meet the fault that was ordered for it; keeps it in the journal either way. */
async function throughFaults(
  c: Context,
  state: State,
  closing: AbortSignal,
  kind: FaultCall,
  body: Json,
  carryOut: (c: Context, body: Json) => Answer,
): Promise<Response> {
  const isSigned = /^Bearer \S+/.test(c.req.header("authorization") ?? "");
  const fault = takeFault(state, kind, c.req.param("id") ?? null);
  if (fault?.kind === "slow") await sleep(fault.delayMs ?? SLOW_MS_DEFAULT);
  const isCarriedOut = fault === null || fault.kind === "slow" || fault.kind.startsWith("accept-then-");
  const answer = isCarriedOut ? (isSigned ? carryOut(c, body) : refusal(401, "Unauthorized")) : faultAnswer(fault);
  const outcome = isCarriedOut ? String(answer.status) : `fault: ${fault.kind}`;
  recordCall(state, { method: c.req.method, path: c.req.path, body, answer: outcome });
  if (fault?.kind.endsWith("hang") === true) return await hang(c, closing);
  if (fault?.kind.endsWith("reset") === true) return reset(c);
  if (fault?.kind === "accept-then-500") return c.text("", 500);
  return respond(answer, fault);
}

function faultAnswer(fault: Fault): Answer {
  const status = Number(fault.kind);
  return refusal(Number.isInteger(status) ? status : 500, `Fault${fault.kind}`);
}

function respond(answer: Answer & { readonly retryAfter?: number }, fault: Fault | null): Response {
  const seconds = fault?.retryAfterSeconds ?? answer.retryAfter;
  const headers = seconds === undefined ? {} : { "retry-after": String(seconds) };
  return Response.json(answer.body, { status: answer.status, headers });
}

async function readBody(c: Context): Promise<Json> {
  const body = parseJson(await c.req.text());
  return isJson(body) ? body : {};
}

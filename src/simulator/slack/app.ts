import { setTimeout as sleep } from "node:timers/promises";

import { Hono } from "hono";
import type { Context } from "hono";

import { hang, reset } from "#simulator/broken-line.ts";
import { takeFault } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { isJson, parseJson, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { answerResponseUrl } from "./response-url.ts";
import { recordCall } from "./state.ts";
import type { State } from "./state.ts";
import { answerCall, decodeFields, tooManyCalls } from "./web-api.ts";
import type { ApiReply } from "./web-api.ts";

const SLOW_MS_DEFAULT = 1_000;
const RETRY_AFTER_DEFAULT = 1;

/**
 * What an app calls at Slack: POST /api/METHOD (form, JSON or multipart), POST /response/ID (a response_url),
 * POST /upload/ID (bytes of a file), GET /files/ID/NAME (a file, with the bot's token). Ends hanging answers on `closing`.
 */
export function createSlackApp(state: State, closing: AbortSignal): Hono {
  const app = new Hono();
  app.all("/api/:method", async (c) => {
    const method = c.req.param("method");
    const body = decodeFields(await readFields(c));
    const token = c.req.header("authorization")?.replace(/^Bearer\s+/i, "") ?? textOf(body, "token");
    const { token: _secret, ...args } = body;
    return throughFaults(c, state, closing, method, args, () => answerCall(state, method, args, token));
  });
  app.post("/response/:id", async (c) => {
    const fields = await readFields(c);
    const body = decodeFields(
      isJson(parseJson(String(fields["payload"]))) ? (parseJson(String(fields["payload"])) as Json) : fields,
    );
    return throughFaults(c, state, closing, "response_url", body, () =>
      answerResponseUrl(state, c.req.param("id"), body),
    );
  });
  app.post("/upload/:id", async (c) => {
    const file = state.files.get(c.req.param("id"));
    if (!file) return c.text("Not found", 404);
    const content = await readUpload(c);
    state.files.set(file.id, { ...file, content });
    return c.text(`OK - ${content.length}`);
  });
  app.get("/files/:id/:name", (c) => {
    const file = state.files.get(c.req.param("id"));
    const isSignedIn = c.req.header("authorization") === `Bearer ${state.options.botToken}`;
    if (!isSignedIn) return c.redirect(`${state.publicUrl}/sign-in`);
    if (!file) return c.text("Not found", 404);
    return c.body(new Uint8Array(file.content), 200, { "content-type": file.mimetype });
  });
  app.get("/sign-in", (c) => c.html("<!DOCTYPE html><title>Slack</title><p>Sign in to your workspace</p>"));
  return app;
}

/** Carries a call out, or lets it meet the fault that was ordered for it; keeps it in the journal either way. */
async function throughFaults(
  c: Context,
  state: State,
  closing: AbortSignal,
  method: string,
  body: Json,
  carryOut: () => ApiReply,
): Promise<Response> {
  const fault = takeFault(state, method, body);
  if (fault?.kind === "slow") await sleep(fault.delayMs ?? SLOW_MS_DEFAULT);
  const isCarriedOut = fault === null || fault.kind === "slow" || fault.kind.startsWith("accept-then-");
  const reply = isCarriedOut ? carryOut() : faultReply(fault);
  const outcome = reply.body["ok"] === true ? "ok" : textOf(reply.body, "error");
  recordCall(state, method, body, isCarriedOut ? (outcome ?? "ok") : `fault: ${fault.kind}`);
  if (fault?.kind.endsWith("hang")) return hang(c, closing);
  if (fault?.kind.endsWith("reset")) return reset(c);
  if (fault?.kind === "accept-then-500") return c.text("Internal Server Error", 500);
  return Response.json(reply.body, { status: reply.status, headers: reply.headers });
}

function faultReply(fault: Fault): ApiReply {
  if (fault.kind === "429") return tooManyCalls(fault.retryAfterSeconds ?? RETRY_AFTER_DEFAULT);
  if (fault.kind === "error")
    return { status: 200, headers: {}, body: { ok: false, error: fault.error ?? "internal_error" } };
  return { status: 500, headers: {}, body: { ok: false, error: "internal_error" } };
}

async function readFields(c: Context): Promise<Json> {
  const type = c.req.header("content-type") ?? "";
  if (type.includes("application/json")) {
    const json = parseJson(await c.req.text());
    return isJson(json) ? json : {};
  }
  if (type.includes("multipart/form-data")) return c.req.parseBody();
  return { ...c.req.query(), ...Object.fromEntries(new URLSearchParams(await c.req.text())) };
}

async function readUpload(c: Context): Promise<Uint8Array> {
  const type = c.req.header("content-type") ?? "";
  if (!type.includes("multipart/form-data")) return new Uint8Array(await c.req.arrayBuffer());
  const file = Object.values(await c.req.parseBody()).find((part) => part instanceof File);
  return file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
}

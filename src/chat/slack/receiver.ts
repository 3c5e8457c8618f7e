import type { App, Receiver, ReceiverEvent } from "@slack/bolt";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

import type { Log } from "#log.ts";

type Verify = (options: {
  readonly signingSecret: string;
  readonly body: string;
  readonly headers: { readonly "x-slack-signature": string; readonly "x-slack-request-timestamp": number };
  readonly nowMilliseconds: number;
}) => boolean;

export interface ReceiverOptions {
  readonly signingSecret: string;
  /** Bolt's isValidSlackRequest, handed in because Bolt is loaded lazily. */
  readonly isValid: Verify;
  readonly wallNow: () => Date;
  readonly log: Log;
}

/** Unsigned bodies are buffered before the check, so they must be small; Slack's own stay far below. */
const BODY_BYTES_MAX = 256_000;
/** A request of the future is as wrong as an old one; Bolt checks the past only. */
const AHEAD_MS_MAX = 300_000;

/** Bolt on the one Hono server: POST /slack/events takes commands, clicks, forms and events. Errors are answered blank. */
export function createReceiver(options: ReceiverOptions): Receiver & { readonly routes: Hono } {
  const routes = new Hono();
  const running = new Set<Promise<unknown>>();
  let app: Processing | null = null;
  const limit = bodyLimit({ maxSize: BODY_BYTES_MAX, onError: (c) => c.body(null, 413) });
  routes.post("/slack/events", limit, async (c) => {
    const raw = await c.req.text();
    const type = c.req.header("content-type") ?? "";
    if (isConnectionCheck(type, raw)) return c.body(null, 200);
    const signature = c.req.header("x-slack-signature") ?? "";
    if (!isFromSlack(options, raw, signature, c.req.header("x-slack-request-timestamp") ?? ""))
      return c.body(null, 401);
    const body = readBody(type, raw);
    if (body === null || app === null) return c.body(null, 400);
    if (body["type"] === "url_verification") return c.json({ challenge: String(body["challenge"]) });
    return await dispatch(app, { body, customProperties: { signature } }, running, options.log);
  });
  return {
    routes,
    init: (bolt: App) => {
      app = persistFirst(bolt);
    },
    start: async () => undefined,
    stop: async () => Promise.allSettled(running),
  };
}

/** Slack tries the connection now and then with a form that says only that; it is not signed and changes nothing. */
function isConnectionCheck(type: string, raw: string): boolean {
  const isForm = type.startsWith("application/x-www-form-urlencoded");
  return isForm && raw.includes("ssl_check=1") && !raw.includes("payload=") && !raw.includes("command=");
}

function isFromSlack(options: ReceiverOptions, raw: string, signature: string, timestamp: string): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  const seconds = Number(timestamp);
  const nowMilliseconds = options.wallNow().getTime();
  if (seconds * 1_000 > nowMilliseconds + AHEAD_MS_MAX) return false;
  return options.isValid({
    signingSecret: options.signingSecret,
    body: raw,
    headers: { "x-slack-signature": signature, "x-slack-request-timestamp": seconds },
    nowMilliseconds,
  });
}

/** Commands are flat forms, interactions a form with `payload=<json>`, events JSON. Null when it is none of them. */
function readBody(type: string, raw: string): Readonly<Record<string, unknown>> | null {
  if (!type.startsWith("application/x-www-form-urlencoded")) return readJson(raw);
  const fields = new URLSearchParams(raw);
  const payload = fields.get("payload");
  return payload === null ? Object.fromEntries(fields) : readJson(payload);
}

function readJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}

/** Answers with the acknowledgement, or blank as soon as Bolt is through: an unknown command costs no three seconds. */
async function dispatch(
  app: Processing,
  event: Omit<ReceiverEvent, "ack">,
  running: Set<Promise<unknown>>,
  log: Log,
): Promise<Response> {
  return new Promise((resolve) => {
    const ack = async (answer?: unknown) => resolve(answered(answer));
    const work = app.processEvent({ ...event, ack }).then(
      () => resolve(answered(undefined)),
      (error: unknown) => {
        log.error({ err: error }, "a request of Slack's failed");
        resolve(new Response(null, { status: 500 }));
      },
    );
    running.add(work);
    void work.finally(() => running.delete(work));
  });
}

function answered(answer: unknown): Response {
  if (answer === undefined || answer === "") return new Response(null, { status: 200 });
  return typeof answer === "string" ? new Response(answer) : Response.json(answer);
}

export type Processing = Pick<App, "processEvent">;

/**
 * Bolt acknowledges an event before its listeners run, so a crash would lose it. Here the listener says when its work is in
 * the database (`context.persisted`), and only then, or at the end, Slack is told; a listener that throws gets it again.
 */
export function persistFirst(app: Processing): Processing {
  return {
    async processEvent(event) {
      if (event.body["event"] === undefined) return app.processEvent(event);
      let isAcknowledged = false;
      const persisted = async () => {
        if (isAcknowledged) return;
        isAcknowledged = true;
        await event.ack();
      };
      const customProperties = { ...event.customProperties, persisted };
      await app.processEvent({ ...event, customProperties, ack: async () => undefined });
      await persisted();
    },
  };
}

import type { Json } from "./json.ts";
import { parseJson } from "./json.ts";
import { signSlackRequest } from "./signing.ts";
import type { Sockets } from "./socket.ts";
import { misuse } from "./state.ts";
import type { SentRequest, State } from "./state.ts";

/** What the app answered to an act. Beyond three seconds Slack gives up and shows an error: `operation_timeout`. */
export type Ack = {
  readonly status: number | null;
  /** Parsed JSON, else the text, null when empty. */
  readonly body: unknown;
  readonly milliseconds: number;
  readonly error: "operation_timeout" | "dispatch_failed" | null;
};

/** Where acts leave from: the workspace, and the open sockets of an app in Socket Mode. */
export type Line = { readonly state: State; readonly sockets: Sockets };

export type Outgoing = { readonly kind: "events_api" | "interactive" | "slash_commands"; readonly payload: Json };

/** A request as raw as a forger likes: signed with the right secret now unless told otherwise. */
export type RawRequest = {
  readonly body: string;
  readonly contentType?: string | undefined;
  readonly url?: string | undefined;
  /** Replaces the headers of the signature, and any other. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly secret?: string | undefined;
  readonly signedAtMs?: number | undefined;
};

export type Retry = { readonly number: number; readonly reason: string };

const FORM = "application/x-www-form-urlencoded";

/** Sends an act to the app as Slack does: signed over HTTP, or through a socket in Socket Mode. */
export async function deliver(line: Line, outgoing: Outgoing, retry?: Retry): Promise<Ack> {
  if (outgoing.kind === "events_api") line.state.lastEvent = outgoing.payload;
  if (line.state.options.isSocketMode === true) return line.sockets.send(outgoing, line.state.patienceMs, retry);
  const again = retry ? { "x-slack-retry-num": String(retry.number), "x-slack-retry-reason": retry.reason } : {};
  return deliverRaw(line, { ...encode(outgoing), headers: again });
}

/** Posts a request of any shape to the app, for forged, broken and oversized ones. */
export async function deliverRaw(line: Line, raw: RawRequest): Promise<Ack> {
  const { state } = line;
  const signed = signSlackRequest(
    raw.secret ?? state.options.signingSecret,
    raw.body,
    raw.signedAtMs ?? state.wallNow(),
  );
  const headers = { "content-type": raw.contentType ?? FORM, ...signed, ...raw.headers };
  return post(state, { url: raw.url ?? state.requestUrl, headers, body: raw.body });
}

/** Sends the last request again, byte for byte, signature and all. */
export async function replayLast(line: Line): Promise<Ack> {
  if (!line.state.lastRequest) throw misuse("Nothing was sent over HTTP yet, so nothing can be replayed.");
  return post(line.state, line.state.lastRequest);
}

function encode(outgoing: Outgoing): Pick<RawRequest, "body" | "contentType"> {
  if (outgoing.kind === "events_api")
    return { body: JSON.stringify(outgoing.payload), contentType: "application/json" };
  const fields =
    outgoing.kind === "interactive"
      ? { payload: JSON.stringify(outgoing.payload) }
      : Object.fromEntries(Object.entries(outgoing.payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(fields).toString(), contentType: FORM };
}

async function post(state: State, request: SentRequest): Promise<Ack> {
  if (request.url === "") throw misuse("The app's request URL is not set: nothing can be sent to it.");
  state.lastRequest = request;
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  try {
    const response = await fetch(request.url, {
      method: "POST",
      headers: { "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)", ...request.headers },
      body: request.body,
      signal: AbortSignal.timeout(state.patienceMs),
    });
    const text = await response.text();
    const body = text === "" ? null : (parseJson(text) ?? text);
    return { status: response.status, body, milliseconds: took(), error: response.ok ? null : "dispatch_failed" };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return { status: null, body: null, milliseconds: took(), error: isLate ? "operation_timeout" : "dispatch_failed" };
  }
}

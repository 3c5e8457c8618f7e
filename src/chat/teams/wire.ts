import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";

import { faultOf, faultOfStatus, type Call } from "./faults.ts";
import { refuseOverSize } from "./limits.ts";

/** The deliverer's lease and grace count on this. */
export const SEND_MS_MAX = 10_000;
/** While a person waits for the answer; Teams sends an activity again after 15 seconds. */
const ASK_MS_MAX = 5_000;
const SAID_LENGTH_MAX = 200;

type Options = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>;
type HttpClient = NonNullable<Options["httpClient"]>;
type Sent = Parameters<HttpClient["sendRequest"]>[0];
type Answered = Awaited<ReturnType<HttpClient["sendRequest"]>>;

/**
 * botbuilder's way to the network: one attempt, with a limit of time and of size, whose failure is a Fault. A Fault is no
 * error that the pipeline above knows, so nothing is sent again behind our back.
 */
export function createWire(): HttpClient {
  return { sendRequest: (request) => attempt(request) };
}

async function attempt(request: Sent): Promise<Answered> {
  const call = callOf(request);
  const body = typeof request.body === "string" ? request.body : null;
  if (body !== null) refuseOverSize(body);
  let response: Response;
  let text: string;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body,
      redirect: "error",
      signal: AbortSignal.timeout(request.method === "GET" ? ASK_MS_MAX : SEND_MS_MAX),
    });
    text = await response.text();
  } catch (error) {
    throw faultOf(error, call);
  }
  if (!response.ok) throw faultOfStatus(response.status, response.headers.get("retry-after"), saidBy(text), call);
  return {
    request,
    status: response.status,
    headers: { toJson: () => Object.fromEntries(response.headers) } as Answered["headers"],
    bodyAsText: text,
  };
}

function callOf({ method, url }: Sent): Call {
  const path = new URL(url).pathname;
  const noun = /\/members|\/pagedmembers/.test(path)
    ? "members"
    : path.includes("/activities")
      ? "activities"
      : "conversations";
  // Opening a conversation gives the one there is; only a new message is new each time.
  return { what: `${method} ${noun}`, isIdempotent: method !== "POST" || noun === "conversations" };
}

/** Microsoft's own code for what is wrong, cut short; the rest may repeat what was sent. */
function saidBy(text: string): string {
  const [, code = ""] = /"code"\s*:\s*"([^"]{1,80})"/.exec(text) ?? [];
  return code.slice(0, SAID_LENGTH_MAX);
}

import { z } from "zod";

import type { WebClient, WebClientOptions } from "@slack/web-api";
import { fault } from "#usecases/fault.ts";
import { bytesOf } from "#chat/file-bytes.ts";
import { faultOf, refusedBySlack } from "./faults.ts";
import { checkSlackPayload } from "./limits.ts";
import type { SlackMethod } from "./wiring.ts";

/** Slack's Web API with our rules: every payload is checked, every failure is a Fault, nothing is retried behind our back. */
export interface SlackApi {
  /** For what nobody waits for. */
  send(method: SlackMethod, body: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** While a person waits for the answer: gives up before Slack would. */
  ask(method: SlackMethod, body: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** Answers an act through its response_url. */
  respond(url: string, body: Readonly<Record<string, unknown>>): Promise<void>;
  /** Puts the bytes of an announced file where Slack said. */
  upload(url: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file that was sent to the bot. */
  download(url: string, bytesMax: number): Promise<Uint8Array>;
  /** The bot's own ids: asked once, then known. */
  self(): Promise<SlackSelf>;
  teamId(): Promise<string>;
}

export interface SlackSelf {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
}

/** The deliverer's lease and grace count on this. */
export const SEND_MS_MAX = 10_000;
/** Slack waits three seconds for an answer, and a trigger lives as long. */
const ASK_MS_MAX = 2_000;

const selfSchema = z.object({ team_id: z.string(), user_id: z.string(), bot_id: z.string().nullish() });

/** What both clients share. Slack's own retries would make doubles by themselves. */
export function clientOptions(apiUrl: string | null, timeout: number): WebClientOptions {
  return {
    ...(apiUrl === null ? {} : { slackApiUrl: apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/` }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
  };
}

/** `newClient` makes a web-api client, so that the package itself is loaded only where Slack is used. */
export function createApi(newClient: (timeout: number) => WebClient): SlackApi {
  const patient = newClient(SEND_MS_MAX);
  const quick = newClient(ASK_MS_MAX);
  let known: SlackSelf | null = null;
  const api: SlackApi = {
    send: (method, body) => call(patient, method, body),
    ask: (method, body) => call(quick, method, body),
    respond: postAnswer,
    upload,
    download: (url, bytesMax) => download(patient, url, bytesMax),
    async self() {
      if (known !== null) return known;
      const answer = selfSchema.parse(await call(quick, "auth.test", {}));
      known = { teamId: answer.team_id, botUserId: answer.user_id, botId: answer.bot_id ?? "" };
      return known;
    },
    teamId: async () => (await api.self()).teamId,
  };
  return api;
}

async function call(client: WebClient, method: SlackMethod, body: Readonly<Record<string, unknown>>): Promise<unknown> {
  refuseOverLimits(method, body);
  try {
    return await client.apiCall(method, { ...body });
  } catch (error) {
    throw faultOf(error, method);
  }
}

async function postAnswer(url: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  refuseOverLimits("response_url", body);
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(SEND_MS_MAX),
    });
  } catch (error) {
    throw faultOf(error, "response_url");
  }
  const said = await response.text();
  // A refusal comes as bare text with a status, or as JSON that says so.
  if (response.ok && !/"ok"\s*:\s*false/.test(said)) return;
  if (/\binvalid_blocks\b/.test(said)) throw refusedBySlack("invalid_blocks", "response_url");
  throw faultOf(new Error(`it answered ${response.status}`), "response_url");
}

async function upload(url: string, bytes: Uint8Array): Promise<void> {
  const body = Uint8Array.from(bytes);
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(SEND_MS_MAX),
    });
  } catch (error) {
    throw faultOf(error, "upload");
  }
  if (!response.ok) throw faultOf(new Error(`it answered ${response.status}`), "upload");
}

/** A file that somebody sent, from where Slack keeps files and from nowhere else: the token goes along. */
async function download(client: WebClient, url: string, bytesMax: number): Promise<Uint8Array> {
  if (!isSlacks(new URL(url), client.slackApiUrl))
    throw fault("A file was to be fetched from elsewhere than Slack.", { gone: true });
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${client.token ?? ""}` },
      redirect: "error",
      signal: AbortSignal.timeout(ASK_MS_MAX),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return await bytesOf(response, bytesMax);
  } catch (error) {
    throw faultOf(error, "download");
  }
}

/** Slack's own files, or those of a stand-in that the configuration names. */
function isSlacks(url: URL, apiUrl: string): boolean {
  if (url.protocol === "https:" && /(^|\.)slack\.com$/.test(url.hostname)) return true;
  return !apiUrl.includes("slack.com") && url.origin === new URL(apiUrl).origin;
}

/** A card that breaks a limit is a bug of ours: better a sentence here than a refusal by Slack. */
export function refuseOverLimits(method: string, body: unknown): void {
  const wrong = [
    "chat.postMessage",
    "chat.postEphemeral",
    "chat.update",
    "views.open",
    "views.publish",
    "response_url",
    "ack",
  ];
  if (!wrong.includes(method)) return;
  const sentences = checkSlackPayload(method, body);
  if (sentences.length > 0) throw new Error(`Slack would refuse this ${method}: ${sentences.join("; ")}.`);
}

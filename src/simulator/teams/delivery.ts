import { parseJson, type Json } from "#simulator/slack/json.ts";
import { signToken, type TokenShape } from "./keys.ts";
import { misuse, newId, type Conversation, type Person, type SentRequest, type State } from "./state.ts";

/** What the app answered to an activity. Beyond 15 seconds Teams gives up, and sends it once more. */
export type Ack = {
  readonly status: number | null;
  /** Parsed JSON, else the text, null when empty. */
  readonly body: unknown;
  readonly milliseconds: number;
  readonly error: "timeout" | "failed" | null;
};

/** A request as raw as a forger likes: signed as Teams would now unless told otherwise. */
export type RawRequest = {
  readonly body: string;
  /** Null = no authorization header at all. */
  readonly token?: string | null | undefined;
};

const ACK_MS_MAX = 15_000;
const TOKEN_SECONDS = 3_600;

/** What every activity of this person in this conversation has in common. */
export function activityOf(state: State, person: Person, conversation: Conversation, own: Json): Json {
  const tenant = { id: state.options.tenantId };
  const isChannel = conversation.kind === "channel";
  return {
    id: `f:${newId(state)}`,
    timestamp: state.now().toISOString(),
    channelId: "msteams",
    serviceUrl: serviceUrlOf(state),
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: state.botId, name: "Relais" },
    conversation: {
      id: conversation.id,
      conversationType: conversation.kind,
      tenantId: tenant.id,
      ...(conversation.kind === "personal" ? {} : { isGroup: true, name: conversation.name }),
    },
    channelData: {
      tenant,
      ...(isChannel ? { channel: { id: conversation.id }, team: { id: conversation.teamId } } : {}),
    },
    locale: person.locale ?? "fr-FR",
    ...own,
  };
}

/** Sends an activity as Teams does: signed, with the address where the answer goes. */
export async function deliver(state: State, activity: Json): Promise<Ack> {
  return deliverRaw(state, { body: JSON.stringify(activity) });
}

/** Posts a request of any shape to the app, for forged, broken and oversized ones. */
export async function deliverRaw(state: State, raw: RawRequest): Promise<Ack> {
  const token = raw.token === undefined ? signToken(goodToken(state)) : raw.token;
  const signed = token === null ? {} : { authorization: `Bearer ${token}` };
  return post(state, { headers: { "content-type": "application/json; charset=utf-8", ...signed }, body: raw.body });
}

/** Sends the last request again, byte for byte, token and all. */
export async function replayLast(state: State): Promise<Ack> {
  if (state.lastRequest === null) throw misuse("Nothing was sent yet, so nothing can be replayed.");
  return post(state, state.lastRequest);
}

/** What a good token says: who signs it, for which bot, and where its answers go. */
export function goodToken(state: State): TokenShape {
  const seconds = Math.floor(state.wallNow() / 1_000);
  return {
    signedWith: state.keys.own,
    claims: {
      iss: "https://api.botframework.com",
      aud: state.options.appId,
      serviceurl: serviceUrlOf(state),
      nbf: seconds,
      iat: seconds,
      exp: seconds + TOKEN_SECONDS,
    },
  };
}

/** Where the app is to call back, as activities say it. */
export function serviceUrlOf(state: State): string {
  return `${state.publicUrl}/`;
}

async function post(state: State, request: SentRequest): Promise<Ack> {
  if (state.requestUrl === "") throw misuse("The app's address is not set: nothing can be sent to it.");
  state.lastRequest = request;
  const started = performance.now();
  const took = (): number => Math.round(performance.now() - started);
  try {
    const response = await fetch(state.requestUrl, {
      method: "POST",
      headers: request.headers,
      body: request.body,
      signal: AbortSignal.timeout(ACK_MS_MAX),
    });
    const text = await response.text();
    const body = text === "" ? null : (parseJson(text) ?? text);
    return { status: response.status, body, milliseconds: took(), error: response.ok ? null : "failed" };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return { status: null, body: null, milliseconds: took(), error: isLate ? "timeout" : "failed" };
  }
}

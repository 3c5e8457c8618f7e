import type { Fault } from "./faults.ts";
import type { Json } from "./json.ts";

/** A member of the workspace; flags that are left out are false. */
export type Person = {
  readonly id: string;
  /** The handle, without @. */
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly timeZone?: string | undefined;
  /** As Slack writes it: fr-FR. */
  readonly locale?: string | undefined;
  readonly teamId?: string | undefined;
  readonly isDeleted?: boolean | undefined;
  readonly isBot?: boolean | undefined;
  readonly isRestricted?: boolean | undefined;
  readonly isUltraRestricted?: boolean | undefined;
  readonly isStranger?: boolean | undefined;
};

/** A channel or a direct conversation; `members` are user ids and hold the bot's own when it is in. */
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly isIm: boolean;
  readonly isArchived: boolean;
  readonly isExtShared: boolean;
  readonly members: readonly string[];
};

/** A message as it is shown now. An ephemeral one is seen by one person only and is in no history. */
export type Message = {
  readonly channelId: string;
  readonly ts: string;
  readonly userId: string;
  readonly isByBot: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly threadTs: string | null;
  readonly edited: { readonly user: string; readonly ts: string } | null;
  readonly metadata: Json | null;
  readonly files: readonly string[];
  readonly reactions: readonly { readonly name: string; readonly user: string }[];
  readonly clientMsgId: string | null;
  readonly ephemeralFor: string | null;
};

/** What people chose or typed and did not send yet: block_id -> action_id -> Slack's state value. */
export type Choices = Map<string, Map<string, Json>>;

/** A modal or a home as it is shown; `json` is what the app sent, with every block_id filled in. */
export type View = {
  readonly id: string;
  readonly userId: string;
  readonly json: Json;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly choices: Choices;
};

export type Trigger = {
  readonly userId: string;
  readonly expiresAt: number;
  readonly viewId: string | null;
  isSpent: boolean;
};

export type ResponseUrl = {
  readonly id: string;
  readonly userId: string;
  readonly channelId: string;
  /** The message that was clicked, null for a command. */
  readonly ts: string | null;
  readonly expiresAt: number;
  usesLeft: number;
};

export type StoredFile = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly userId: string;
  readonly content: Uint8Array;
  readonly isShared: boolean;
};

/** One call the app made: `answer` is ok, Slack's error or the fault that was played. `body` has its JSON decoded. */
export type ApiCall = { readonly at: string; readonly method: string; readonly body: Json; readonly answer: string };

/** A payload Slack would not have taken, with every reason. */
export type Refusal = {
  readonly at: string;
  readonly method: string;
  readonly error: string;
  readonly reasons: readonly string[];
  readonly body: Json;
};

export type SentRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type LookalikeOptions = {
  readonly botToken: string;
  readonly appToken?: string;
  readonly signingSecret: string;
  /** Where commands, clicks and events are sent; may be told later. Unused in Socket Mode. */
  readonly requestUrl?: string;
  /** Where this look-alike is reached, without a slash at the end; told by listen() when it serves itself. */
  readonly publicUrl?: string;
  readonly teamId?: string;
  readonly teamDomain?: string;
  readonly appId?: string;
  readonly botUserId?: string;
  readonly people: readonly Person[];
  readonly channels?: readonly (Pick<Channel, "id" | "name" | "members"> & Partial<Channel>)[];
  /** The clock of message timestamps. Default: the machine's. */
  readonly now?: () => Date;
  /** The clock of signatures, triggers, response URLs and rates, in milliseconds. Default: the machine's. */
  readonly wallNow?: () => number;
  /** Refuse with 429 what Slack's published rates refuse. Default: no. */
  readonly hasRealRates?: boolean;
  /** How long it waits for an acknowledgement, and a trigger lives. Default: Slack's three seconds. */
  readonly patienceMs?: number;
  readonly isSocketMode?: boolean;
  /** Event types the app subscribes to; a direct message is `message.im`, as in a manifest. Default: those of Relais. */
  readonly events?: readonly string[];
  /** Scopes the app was granted; without them nothing is refused for a scope. */
  readonly scopes?: readonly string[];
};

export type State = {
  readonly options: LookalikeOptions;
  readonly team: { readonly id: string; readonly domain: string };
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly events: readonly string[];
  readonly now: () => Date;
  readonly wallNow: () => number;
  readonly patienceMs: number;
  readonly people: Map<string, Person>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Map<string, Message>>;
  readonly messageChoices: Map<string, Choices>;
  readonly homes: Map<string, View>;
  /** Open modals per person, the one in front last. */
  readonly stacks: Map<string, readonly View[]>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly files: Map<string, StoredFile>;
  readonly recentCalls: Map<string, readonly number[]>;
  calls: readonly ApiCall[];
  refusals: readonly Refusal[];
  faults: readonly Fault[];
  installation: "installed" | "uninstalled" | "revoked";
  requestUrl: string;
  publicUrl: string;
  lastRequest: SentRequest | null;
  lastEvent: Json | null;
  lastTsMicros: number;
  lastId: number;
};

const PATIENCE_MS = 3_000;
const DEFAULT_EVENTS = ["app_home_opened", "app_mention", "message.im", "app_uninstalled", "tokens_revoked"];
const RECORDS_MAX = 10_000;

/** A workspace with its people and channels, and the app just installed. */
export function createState(options: LookalikeOptions): State {
  const botUserId = options.botUserId ?? "U0RELAISBOT";
  const team = { id: options.teamId ?? "T0RELAIS00", domain: options.teamDomain ?? "relais" };
  const bot: Person = { id: botUserId, name: "relais", realName: "Relais", email: "", isBot: true };
  return {
    options,
    team,
    appId: options.appId ?? "A0RELAIS00",
    botId: "B0RELAIS00",
    botUserId,
    events: options.events ?? DEFAULT_EVENTS,
    now: options.now ?? ((): Date => new Date()),
    wallNow: options.wallNow ?? Date.now,
    patienceMs: options.patienceMs ?? PATIENCE_MS,
    people: new Map([bot, ...options.people].map((person) => [person.id, person])),
    channels: new Map((options.channels ?? []).map((channel) => [channel.id, fullChannel(channel)])),
    messages: new Map(),
    messageChoices: new Map(),
    homes: new Map(),
    stacks: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    files: new Map(),
    recentCalls: new Map(),
    calls: [],
    refusals: [],
    faults: [],
    installation: "installed",
    requestUrl: options.requestUrl ?? "",
    publicUrl: options.publicUrl ?? "",
    lastRequest: null,
    lastEvent: null,
    lastTsMicros: 0,
    lastId: 0,
  };
}

/** A channel with what is usual where nothing else is said: public, open, of this workspace alone. */
export function fullChannel(channel: Pick<Channel, "id" | "name" | "members"> & Partial<Channel>): Channel {
  return { isPrivate: false, isIm: false, isArchived: false, isExtShared: false, ...channel };
}

/** An identifier that looks like Slack's: a letter, then ten letters and digits. */
export function newId(state: State, letter: string): string {
  state.lastId += 1;
  return letter + state.lastId.toString(36).toUpperCase().padStart(10, "0");
}

/** Seconds and microseconds; two are never the same and they never go back, even when the clock stands still or does. */
export function newTs(state: State): string {
  state.lastTsMicros = Math.max(state.now().getTime() * 1000, state.lastTsMicros + 1);
  return `${Math.floor(state.lastTsMicros / 1_000_000)}.${String(state.lastTsMicros % 1_000_000).padStart(6, "0")}`;
}

/** Keeps a call of the app with its outcome, the last ones only. */
export function recordCall(state: State, method: string, body: Json, answer: string): void {
  const call = { at: state.now().toISOString(), method, body, answer };
  state.calls = [...state.calls.slice(-RECORDS_MAX), call];
}

/** Keeps what Slack's own limits would have refused, the last ones only. */
export function recordRefusal(
  state: State,
  method: string,
  error: string,
  reasons: readonly string[],
  body: Json,
): void {
  const refusal = { at: state.now().toISOString(), method, error, reasons, body };
  state.refusals = [...state.refusals.slice(-RECORDS_MAX), refusal];
}

/** A sentence for whoever drives the look-alike and asked for what a person in Slack cannot do. */
export function misuse(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: "SlackLookalikeMisuse" });
}

/** A person by id, e-mail or handle. Throws a sentence when there is none. */
export function findPerson(state: State, who: string): Person {
  const wanted = who.trim().replace(/^@/, "").toLowerCase();
  const found =
    state.people.get(who) ??
    [...state.people.values()].find(
      (person) => person.email.toLowerCase() === wanted || person.name.toLowerCase() === wanted,
    );
  if (!found) throw misuse(`Nobody in this workspace is called "${who}".`);
  return found;
}

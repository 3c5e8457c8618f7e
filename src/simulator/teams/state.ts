import { createGate, type Gate } from "#chat/teams/rates.ts";
import type { Json } from "#simulator/slack/json.ts";
import type { Fault } from "./faults.ts";
import { createKeys, type Keys } from "./keys.ts";

/** A person of the tenant, or a guest in it. */
export type Person = {
  /** As the bot knows them: 29:... */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string | null;
  /** Default: the e-mail address. */
  readonly userPrincipalName?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly isGuest?: boolean | undefined;
  /** As Teams writes it: fr-FR. */
  readonly locale?: string | undefined;
};

export type ConversationKind = "personal" | "groupChat" | "channel";

/** A chat or a channel. The bot is there when the app is installed in it. */
export type Conversation = {
  readonly id: string;
  readonly kind: ConversationKind;
  readonly name: string;
  /** A channel's team, as its General channel. */
  readonly teamId: string | null;
  readonly members: readonly string[];
  readonly hasApp: boolean;
  /** Its team is archived: it can be read, and nobody writes there. */
  readonly isArchived: boolean;
};

/** A message as it is shown now. */
export type Message = {
  readonly conversationId: string;
  readonly id: string;
  readonly at: string;
  readonly fromId: string;
  readonly isByBot: boolean;
  readonly text: string;
  /** What the notification says of a card. */
  readonly summary: string;
  readonly card: Json | null;
  readonly isEdited: boolean;
  /** What one person sees in the card's place since they clicked, until the message changes. */
  readonly views: ReadonlyMap<string, Json>;
};

/** A dialog in front of a person; one at a time. */
export type Dialog = {
  readonly userId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly title: string;
  readonly card: Json;
};

/** One call the app made: `answer` is the status or the fault that was played. */
export type ApiCall = {
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly answer: string;
};

/** A card or a message Teams would not have taken, with every reason. */
export type Refusal = { readonly at: string; readonly what: string; readonly reasons: readonly string[] };

export type SentRequest = {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

export type LookalikeOptions = {
  readonly appId: string;
  readonly tenantId: string;
  /** Where activities are sent; may be told later. */
  readonly requestUrl?: string;
  /** Where this look-alike is reached, without a slash at the end; told by listen() when it serves itself. */
  readonly publicUrl?: string;
  readonly people: readonly Person[];
  /** Groups and channels; everybody's own chat with the app is there without it. */
  readonly conversations?: readonly (Pick<Conversation, "id" | "kind" | "name" | "members"> & Partial<Conversation>)[];
  /** The clock of messages. Default: the machine's. */
  readonly now?: () => Date;
  /** The clock of tokens and rates, in milliseconds. Default: the machine's. */
  readonly wallNow?: () => number;
  /** Refuse with 429 what Teams' published rates refuse. Default: no. */
  readonly hasRealRates?: boolean;
};

export type State = {
  readonly options: LookalikeOptions;
  readonly botId: string;
  readonly keys: Keys;
  readonly gate: Gate;
  readonly now: () => Date;
  readonly wallNow: () => number;
  readonly people: Map<string, Person>;
  readonly conversations: Map<string, Conversation>;
  readonly messages: Map<string, Map<string, Message>>;
  readonly dialogs: Map<string, Dialog>;
  /** Sentences that popped up for a person, the newest last. */
  readonly notices: Map<string, readonly string[]>;
  /** What people dropped in a chat, by id: read where the activity says. */
  readonly files: Map<string, string>;
  calls: readonly ApiCall[];
  refusals: readonly Refusal[];
  faults: readonly Fault[];
  requestUrl: string;
  publicUrl: string;
  lastRequest: SentRequest | null;
  lastId: number;
};

const RECORDS_MAX = 10_000;

/** A tenant with nobody in it yet. */
export function createState(options: LookalikeOptions): State {
  const wallNow = options.wallNow ?? Date.now;
  const state: State = {
    options,
    botId: `28:${options.appId}`,
    keys: createKeys(),
    gate: createGate(wallNow),
    now: options.now ?? (() => new Date()),
    wallNow,
    people: new Map(),
    conversations: new Map((options.conversations ?? []).map((one) => [one.id, fullConversation(one)])),
    messages: new Map(),
    dialogs: new Map(),
    notices: new Map(),
    files: new Map(),
    calls: [],
    refusals: [],
    faults: [],
    requestUrl: options.requestUrl ?? "",
    publicUrl: options.publicUrl ?? "",
    lastRequest: null,
    lastId: 0,
  };
  for (const person of options.people) addPerson(state, person);
  return state;
}

/** Somebody new has a chat of their own with the app, which is not installed there yet. */
export function addPerson(state: State, person: Person): void {
  state.people.set(person.id, person);
  const id = personalId(person);
  if (state.conversations.has(id)) return;
  const members = [person.id];
  state.conversations.set(id, fullConversation({ id, kind: "personal", name: person.name, members, hasApp: false }));
}

/** A conversation with what is usual where nothing else is said: the app is in it, and it is open. */
export function fullConversation(
  given: Pick<Conversation, "id" | "kind" | "name" | "members"> & Partial<Conversation>,
): Conversation {
  return { teamId: given.kind === "channel" ? given.id : null, hasApp: true, isArchived: false, ...given };
}

/** The id of somebody's own chat with the app. */
export function personalId(person: Person): string {
  return `a:1-${person.id.replace(/^29:/, "")}`;
}

/** An id that is never the same twice: Teams' are milliseconds. */
export function newId(state: State): string {
  state.lastId = Math.max(state.now().getTime(), state.lastId + 1);
  return String(state.lastId);
}

/** Keeps a call of the app with its outcome, the last ones only. */
export function recordCall(state: State, call: Omit<ApiCall, "at">): void {
  state.calls = [...state.calls.slice(-RECORDS_MAX), { at: state.now().toISOString(), ...call }];
}

/** Keeps what Teams' own limits would have refused, the last ones only. */
export function recordRefusal(state: State, what: string, reasons: readonly string[]): void {
  state.refusals = [...state.refusals.slice(-RECORDS_MAX), { at: state.now().toISOString(), what, reasons }];
}

/** A sentence for whoever drives the look-alike and asked for what a person in Teams cannot do. */
export function misuse(sentence: string): Error {
  return Object.assign(new Error(sentence), { name: "TeamsLookalikeMisuse" });
}

/** A person by id, directory id or e-mail. Throws a sentence when there is none. */
export function findPerson(state: State, who: string): Person {
  const wanted = who.trim().toLowerCase();
  const found = [...state.people.values()].find((person) =>
    [person.id, person.aadObjectId, person.email ?? ""].some((one) => one.toLowerCase() === wanted),
  );
  if (found === undefined) throw misuse(`Nobody in this tenant is called "${who}".`);
  return found;
}

/** A conversation this person is in: by default their own chat with the app. */
export function findConversation(state: State, person: Person, id: string | undefined): Conversation {
  const found = state.conversations.get(id ?? personalId(person));
  if (found === undefined) throw misuse(`There is no conversation ${id ?? "of this person's own"}.`);
  if (!found.members.includes(person.id)) throw misuse(`${person.name} is not in ${found.name}.`);
  return found;
}

/** What the page gets from the simulator, and what its parts hand to each other. */

export type Json = Readonly<Record<string, unknown>>;

/** A chart as /page/chart.svg draws it. */
export interface Picture {
  readonly kind: "bars" | "stacked-bars" | "lines";
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

export interface Person {
  readonly id: string;
  /** What both chats know them by. */
  readonly handle: string;
  readonly name: string;
  readonly role: string;
  readonly team: string;
}

export interface SlashCommand {
  readonly command: string;
  readonly hint: string;
  readonly does: string;
}

export interface Start {
  readonly people: readonly Person[];
  readonly commands: readonly SlashCommand[];
  readonly words: readonly SlashCommand[];
  readonly timeZone: string;
}

export interface Clock {
  readonly now: string;
  readonly day: string;
  readonly time: string;
  readonly nextDigest: string;
  readonly moving: { readonly from: string; readonly to: string } | null;
}

export type ChatName = "slack" | "teams";

/** In Teams; `ts` in seconds like Slack's. */
export interface TeamsMessage {
  readonly id: string;
  readonly ts: string;
  readonly user: string;
  readonly isByBot: boolean;
  readonly text: string;
  readonly card: Json | null;
  readonly isEdited: boolean;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly isByBot: boolean;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly threadTs: string | null;
  readonly isEdited: boolean;
  readonly isPrivate: boolean;
  readonly files: readonly AttachedFile[];
}

/** Read at /simulator/slack/files/ID. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
}

interface SharedState {
  readonly clock: Clock;
  readonly unread: Readonly<Record<string, number>>;
  /** Which chat each person reads Relais in. */
  readonly chosen: Readonly<Record<string, ChatName>>;
  readonly channels: readonly Channel[];
  readonly mailVersion: number;
}

export interface SlackState extends SharedState {
  readonly chat: "slack";
  readonly messages: readonly Message[];
  readonly home: Json | null;
  readonly form: Json | null;
}

export interface TeamsState extends SharedState {
  readonly chat: "teams";
  readonly messages: readonly TeamsMessage[];
  readonly dialog: TeamsDialog | null;
  /** How many sentences have popped up, and the newest of them. */
  readonly noticesSoFar: number;
  readonly notices: readonly string[];
}

export interface TeamsDialog {
  readonly title: string;
  readonly card: Json;
}

export type PageState = SlackState | TeamsState;

/** A tap on a button of an Adaptive Card: which of those with its title, and what stands in the inputs that go along. */
export interface Tap {
  readonly title: string;
  readonly occurrence: number;
  readonly values: Json;
}

export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly string[];
  readonly replies: readonly {
    readonly at: string;
    readonly kind: string;
    readonly from: string;
    readonly text: string;
  }[];
}

export interface MailState {
  readonly version: number;
  readonly customer: string | null;
  readonly customers: readonly {
    readonly code: string;
    readonly name: string;
    readonly isOwn: boolean;
    readonly count: number;
    readonly last: string;
  }[];
  readonly mails: readonly Mail[];
}

/** What a person does to an element of a message, the home or a form. */
export interface Act {
  readonly action: string;
  readonly block: string;
  readonly choice?: unknown;
}

/** How drawn blocks reach the outside. */
export interface Drawing {
  readonly act: (act: Act) => Promise<void>;
  readonly nameOf: (id: string) => string;
}

/** Where the reader is. */
export interface Place {
  user: string;
  /** The chat that is looked at; a person reads Relais in one of them. */
  chat: ChatName;
  /** A channel's id, or one of the two tabs of the conversation with Relais. */
  tab: string;
  customer: string | null;
  locale: "fr" | "en";
}

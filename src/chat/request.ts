import type { Action, FormName } from "#cards/action.ts";
import type { FormContext } from "#cards/card.ts";
import type { ChatName } from "#domain/person.ts";
import type { Posted, SentFile } from "#usecases/ports.ts";

/** What somebody did in a chat, the same for all chats; nothing in it is trusted but who did it. */
export interface ChatRequest {
  readonly chat: ChatName;
  /** The same for every retry and replay of one act. */
  readonly key: string;
  readonly from: ChatSender;
  readonly did: Did;
  readonly place: "direct" | "channel" | "home" | "form";
  /** The channel, the group or the direct messages it was done in; null = in the home tab, or in a form opened there. */
  readonly conversation: string | null;
  /** Whether a form can be opened in answer: not from words typed in the direct messages. */
  readonly opensForms: boolean;
  /** The message that was clicked, or that the form was opened from. */
  readonly at: Posted | null;
}

export interface ChatSender {
  readonly teamId: string;
  readonly userId: string;
}

export type Did =
  /** `name` without its slash, as typed: "encours", "outstanding". */
  | { readonly is: "command"; readonly name: string; readonly text: string }
  /** Null = a button that this version does not know. */
  | { readonly is: "action"; readonly action: Action | null }
  | { readonly is: "form"; readonly answer: FormAnswer }
  | { readonly is: "home-opened" }
  /** A form that had taken a card's place was given up. */
  | { readonly is: "look-again" }
  /** A file dropped in the bot's direct messages. */
  | { readonly is: "file"; readonly file: SentFile }
  /** Words typed in the bot's direct messages. */
  | { readonly is: "message"; readonly text: string };

/** A form that came back: field name -> what was typed or chosen; null = left empty. */
export interface FormAnswer {
  readonly form: FormName;
  readonly context: FormContext;
  readonly values: FormValues;
}

export type FormValues = Readonly<Record<string, string | readonly string[] | null>>;

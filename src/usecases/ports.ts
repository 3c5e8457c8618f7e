import type { Card } from "#cards/card.ts";
import type { ChatName, Person } from "#domain/person.ts";

/** Where a card stands: the conversation and the message in it. */
export interface Posted {
  readonly conversation: string;
  readonly message: string;
}

/** What Relais asks of a chat. Everything here throws a `Fault` (usecases/fault.ts) when the outside fails. */
export interface Chat {
  readonly name: ChatName;
  /** Posts a card; `key` goes along so that a send of unknown fate can be found again. */
  post(conversation: string, card: Card, key: string): Promise<Posted>;
  change(where: Posted, card: Card): Promise<void>;
  /** Looks for a message by its key among those posted since; "cannot-tell" where the chat offers no look-up. */
  find(conversation: string, key: string, since: Date): Promise<Posted | "absent" | "cannot-tell">;
  /** Draws the person's home tab or home card. */
  showHome(userId: string, card: Card): Promise<void>;
  /** The conversation for direct messages with a user. */
  openConversation(userId: string): Promise<string>;
  /** Finds the user who has this e-mail address in this chat; null = nobody. */
  findUser(email: string): Promise<ChatUser | null>;
  /** Who a user is; null = unknown to the chat. */
  describeUser(userId: string): Promise<ChatUser | null>;
  /**
   * Hands a file over with a sentence, in a person's direct messages. Absent where a bot may not do so by itself: a link
   * takes its place there.
   */
  sendFile?(conversation: string, file: ChatFile, text: string): Promise<void>;
  /** The bytes of a file that somebody sent to the bot, at most so many: a larger one is a fault. */
  fetchFile?(file: SentFile, bytesMax: number): Promise<Uint8Array>;
  /** What a channel or a group is, as far as it concerns posting there. */
  describeConversation(conversation: string): Promise<ConversationSeen>;
  /** Who reads what is posted there. */
  readersOf(conversation: string): Promise<Readers>;
  /** The channels and groups in which both this user and the bot are, by name. */
  sharedWith(userId: string): Promise<readonly SharedConversation[]>;
}

/** "removed": it is there, and the bot is not in it (any more). */
export type ConversationSeen =
  | { readonly is: "there"; readonly name: string }
  | { readonly is: "archived" | "gone" | "removed" };

export interface Readers {
  /** "guests": somebody from outside reads along; "too-many": more than anybody can vouch for. */
  readonly are: "colleagues" | "guests" | "too-many";
  /** Members that were looked at: all of them, unless somebody from outside was met before. */
  readonly userIds: readonly string[];
}

export interface SharedConversation {
  readonly conversation: string;
  readonly name: string;
}

/** A file that somebody sent: where the chat keeps it, for the bot alone. */
export interface SentFile {
  readonly name: string;
  readonly url: string;
  /** In bytes; null = the chat does not say. */
  readonly size: number | null;
}

export interface ChatFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ChatUser {
  readonly teamId: string;
  readonly userId: string;
  readonly email: string | null;
  /** A second address this user may be known by: the name they sign in with. */
  readonly otherEmail?: string | null;
  readonly name: string;
  /** Why this user may not be matched with a person; null = a full member. */
  readonly refused: "guest" | "external" | "bot" | "deactivated" | null;
}

export interface Mail {
  /** Who writes, beside the mailer's address: "Camille Roux (Atelier Vasseur)". */
  readonly fromName: string;
  /** Carries the token that finds the reminder again when a mail client lost the message id. */
  readonly replyTo: string;
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Ours, in angle brackets, fixed before the first attempt. */
  readonly messageId: string;
  readonly attachments: readonly MailAttachment[];
  /** Written by the machine to a colleague: absence notices are not to answer it. */
  readonly isAutomatic?: boolean;
}

/** Draws a card as a mail to a colleague; every button leads to the page at `href`. */
export type DrawCardMail = (
  card: Card,
  reader: Pick<Person, "locale" | "chat">,
  href: string,
) => Pick<Mail, "subject" | "text" | "html">;

export interface MailAttachment {
  readonly fileName: string;
  /** A media type: "text/csv; charset=utf-8". */
  readonly type: string;
  readonly content: string | Uint8Array;
}

/** Whom the server took the mail for; `refused` addresses are wrong for good, as if the mail had bounced. */
export interface MailSent {
  readonly accepted: readonly string[];
  readonly refused: readonly string[];
}

export interface Mailer {
  /** The address mail comes from, without its name. */
  readonly address: string;
  /** Hands a mail to the server; throws a `Fault`, `ambiguous` when the server may have taken it. Accepted by nobody = not sent. */
  send(mail: Mail): Promise<MailSent>;
}

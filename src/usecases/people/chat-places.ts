import type { ChatName } from "#domain/person.ts";
import {
  conversationAt,
  directConversation,
  forgetConversation,
  keepConversationAddress,
  keepHomeMessage,
  latestConversation,
  sharedConversations,
  strangersConversations,
  type ChatConversation,
} from "#store/chat-conversations.ts";
import type { Store } from "#store/store.ts";

export type Place = ChatConversation;

/** Where a chat's conversations are, for a chat whose messages need an address that comes and moves with what people do. */
export interface Places {
  /** Something came from there: its address is kept, or refreshed. */
  readonly heardFrom: (place: Omit<Place, "chat" | "homeMessage">) => Promise<void>;
  readonly at: (conversation: string) => Promise<Place | null>;
  /** The direct messages with a user. */
  readonly directWith: (userId: string) => Promise<Place | null>;
  /** Groups and channels the bot is in, at most `max`. */
  readonly shared: (max: number) => Promise<readonly Place[]>;
  /** Direct messages with users who are nobody Relais knows so far, at most `max`. */
  readonly ofStrangers: (max: number) => Promise<readonly Place[]>;
  /** The place last heard of: the address of the service for somebody new; null before anything came. */
  readonly latest: () => Promise<Place | null>;
  readonly keepHome: (conversation: string, message: string) => Promise<void>;
  /** The app was removed there. */
  readonly forget: (conversation: string) => Promise<void>;
}

/** What a chat remembers of its conversations, so that its edge needs no store. */
export function placesOf(store: Store, chat: ChatName, wallNow: () => Date): Places {
  const { db } = store;
  return {
    heardFrom: (place) => keepConversationAddress(db, { ...place, chat }, wallNow()),
    at: (conversation) => conversationAt(db, chat, conversation),
    directWith: (userId) => directConversation(db, chat, userId),
    shared: (max) => sharedConversations(db, chat, max),
    ofStrangers: (max) => strangersConversations(db, chat, max),
    latest: () => latestConversation(db, chat),
    keepHome: (conversation, message) => keepHomeMessage(db, chat, conversation, message),
    forget: (conversation) => forgetConversation(db, chat, conversation),
  };
}

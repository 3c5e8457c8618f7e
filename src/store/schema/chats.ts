import { check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import type { ChatName } from "#domain/person.ts";
import { instant, oneOf } from "./columns.ts";

export const CONVERSATION_KINDS = ["direct", "group", "channel"] as const;
export type ConversationKind = (typeof CONVERSATION_KINDS)[number];

/** Where a chat that tells no address by id (Teams) has its conversations; refreshed by whatever comes from them. */
export const chatConversations = pgTable(
  "chat_conversations",
  {
    chat: text().$type<ChatName>().notNull(),
    conversation: text().notNull(),
    teamId: text("team_id").notNull(),
    kind: text().$type<ConversationKind>().notNull(),
    /** Where messages for it are sent; it may move. */
    serviceUrl: text("service_url").notNull(),
    /** Who is there beside the bot; null for more than one. */
    userId: text("user_id"),
    /** What a channel or a group is called, as far as the chat told. */
    name: text(),
    /** The team a channel belongs to, as its own conversation. */
    team: text(),
    /** The message that stands for the home tab, where a chat has none. */
    homeMessage: text("home_message"),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chat, t.conversation] }),
    index("chat_conversations_user").on(t.chat, t.userId),
    check("chat_conversations_kind", oneOf(t.kind, CONVERSATION_KINDS)),
  ],
);

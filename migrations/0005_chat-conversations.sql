CREATE TABLE "chat_conversations" (
	"chat" text NOT NULL,
	"conversation" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"service_url" text NOT NULL,
	"user_id" text,
	"home_message" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chat_conversations_chat_conversation_pk" PRIMARY KEY("chat","conversation"),
	CONSTRAINT "chat_conversations_kind" CHECK ("chat_conversations"."kind" in ('direct', 'group', 'channel'))
);
--> statement-breakpoint
CREATE INDEX "chat_conversations_user" ON "chat_conversations" USING btree ("chat","user_id");
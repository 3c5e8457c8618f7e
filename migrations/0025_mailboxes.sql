CREATE TABLE "mailboxes" (
	"name" text PRIMARY KEY NOT NULL,
	"uid_validity" bigint DEFAULT 0 NOT NULL,
	"last_uid" bigint DEFAULT 0 NOT NULL,
	"read_at" timestamp with time zone,
	"fault" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"given_up" integer DEFAULT 0 NOT NULL
);

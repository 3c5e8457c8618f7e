CREATE TABLE "channels" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "channels_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chat" text NOT NULL,
	"conversation" text NOT NULL,
	"name" text NOT NULL,
	"guests_allowed_at" timestamp with time zone,
	"guests_allowed_by" integer,
	CONSTRAINT "channels_conversation" UNIQUE("chat","conversation"),
	CONSTRAINT "channels_allowed" CHECK (("channels"."guests_allowed_at" is null) = ("channels"."guests_allowed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "subscription_runs" (
	"subscription_id" integer NOT NULL,
	"due_on" date NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"outcome" text,
	CONSTRAINT "subscription_runs_subscription_id_due_on_pk" PRIMARY KEY("subscription_id","due_on"),
	CONSTRAINT "subscription_runs_outcome" CHECK ("subscription_runs"."outcome" in ('posted', 'withheld', 'stopped', 'nothing', 'too-late'))
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscriptions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"channel_id" integer NOT NULL,
	"scope" text NOT NULL,
	"weekday" integer NOT NULL,
	"minutes" integer NOT NULL,
	"time_zone" text NOT NULL,
	"locale" text NOT NULL,
	"owner_id" integer,
	"since" timestamp with time zone NOT NULL,
	"stopped_at" timestamp with time zone,
	"stopped" text,
	CONSTRAINT "subscriptions_locale" CHECK ("subscriptions"."locale" in ('fr', 'en')),
	CONSTRAINT "subscriptions_weekday" CHECK ("subscriptions"."weekday" between 1 and 5),
	CONSTRAINT "subscriptions_minutes" CHECK ("subscriptions"."minutes" between 0 and 1439),
	CONSTRAINT "subscriptions_stopped" CHECK ("subscriptions"."stopped" in ('asked', 'archived', 'gone', 'removed', 'not-allowed')),
	CONSTRAINT "subscriptions_stopped_at" CHECK (("subscriptions"."stopped" is null) = ("subscriptions"."stopped_at" is null))
);
--> statement-breakpoint
ALTER TABLE "chat_conversations" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "chat_conversations" ADD COLUMN "team" text;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_guests_allowed_by_people_id_fk" FOREIGN KEY ("guests_allowed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_runs" ADD CONSTRAINT "subscription_runs_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_once" ON "subscriptions" USING btree ("channel_id","scope") WHERE "subscriptions"."stopped" is null;--> statement-breakpoint
CREATE INDEX "subscriptions_owner" ON "subscriptions" USING btree ("owner_id");
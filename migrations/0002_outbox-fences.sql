ALTER TABLE "outbox" ADD COLUMN "faults" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "first_tried_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_one_at_a_time" ON "outbox" USING btree ("gate") WHERE "outbox"."state" = 'sending';
ALTER TABLE "replies" ADD COLUMN "full_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "attachments" text[] DEFAULT '{}' NOT NULL;
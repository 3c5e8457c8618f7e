ALTER TABLE "disputes" ADD COLUMN "resumed_on" date;--> statement-breakpoint
ALTER TABLE "holds" ADD COLUMN "resumed_on" date;
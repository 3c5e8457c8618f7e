CREATE TABLE "calendar_feeds" (
	"person_id" integer PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"tried_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"fault" text,
	"etag" text,
	"last_modified" text,
	CONSTRAINT "calendar_feeds_fault" CHECK ("calendar_feeds"."fault" in ('not-https', 'private-address', 'not-found', 'refused', 'unavailable', 'too-slow', 'too-big', 'too-many-redirects', 'not-a-calendar', 'unreadable')),
	CONSTRAINT "calendar_feeds_failing" CHECK (("calendar_feeds"."failing_since" is null) = ("calendar_feeds"."fault" is null))
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "meetings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"uid" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"customer_code" text NOT NULL,
	"nothing_said_at" timestamp with time zone,
	CONSTRAINT "meetings_once" UNIQUE("person_id","uid","starts_at")
);
--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meetings_day" ON "meetings" USING btree ("person_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_end" ON "meetings" USING btree ("ends_at");
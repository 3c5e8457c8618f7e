CREATE TABLE "absences" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "absences_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"person_id" integer NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"delegate_id" integer,
	"recorded_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "absences_days" CHECK ("absences"."until_on" >= "absences"."from_on"),
	CONSTRAINT "absences_no_self" CHECK ("absences"."delegate_id" <> "absences"."person_id")
);
--> statement-breakpoint
CREATE TABLE "clock_tellings" (
	"ask_id" integer NOT NULL,
	"stage" text NOT NULL,
	"since" date NOT NULL,
	"told_on" date NOT NULL,
	"told_id" integer,
	CONSTRAINT "clock_tellings_ask_id_stage_since_pk" PRIMARY KEY("ask_id","stage","since"),
	CONSTRAINT "clock_tellings_stage" CHECK ("clock_tellings"."stage" in ('nudge', 'manager', 'finance', 'direction'))
);
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "left_until" date;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "work_from_minutes" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "work_until_minutes" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "alsace_moselle" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "away" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "stand_in_id" integer;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_delegate_id_people_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_tellings" ADD CONSTRAINT "clock_tellings_ask_id_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clock_tellings" ADD CONSTRAINT "clock_tellings_told_id_people_id_fk" FOREIGN KEY ("told_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("person_id","until_on");--> statement-breakpoint
CREATE INDEX "clock_tellings_day" ON "clock_tellings" USING btree ("told_on");--> statement-breakpoint
CREATE INDEX "people_stand_in" ON "people" USING btree ("stand_in_id") WHERE "people"."stand_in_id" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."kind" in ('invoice-imported', 'payment-imported', 'payment-returned', 'credit-note-imported', 'went-live', 'go-live-undone', 'reminder-sent', 'reminder-dropped', 'reminder-unknown', 'reminder-bounced', 'reply-received', 'reply-closed', 'ask-opened', 'ask-joined', 'ask-withdrawn', 'ask-reassigned', 'ask-left', 'ask-answered', 'promise-given', 'promise-moved', 'promise-cancelled', 'promise-approved', 'promise-refused', 'promise-kept', 'promise-partly-kept', 'promise-broken', 'dispute-opened', 'dispute-closed', 'letter-approved', 'letter-voided', 'letter-posted', 'letter-received', 'road-ended', 'hold-placed', 'hold-ended', 'contact-stopped', 'contact-added', 'owner-changed', 'scenario-chosen', 'profile-proposed', 'profile-decided', 'comment', 'note', 'undone', 'setting-changed', 'absence-recorded', 'absence-ended', 'channel-subscribed', 'subscription-changed', 'subscription-stopped', 'channel-guests-allowed', 'viewed'));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_hours" CHECK ("people"."work_from_minutes" between 0 and 1439 and "people"."work_until_minutes" between 1 and 1440
      and "people"."work_from_minutes" < "people"."work_until_minutes");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_hours_both" CHECK (("people"."work_from_minutes" is null) = ("people"."work_until_minutes" is null));--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_no_self_stand_in" CHECK ("people"."stand_in_id" <> "people"."id");
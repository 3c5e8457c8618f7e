CREATE TABLE "dunning_pauses" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "dunning_pauses_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"scope" text NOT NULL,
	"key" text,
	"reason" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"placed_at" timestamp with time zone NOT NULL,
	"placed_by" jsonb NOT NULL,
	"ended_on" date,
	"resumed_on" date,
	CONSTRAINT "dunning_pauses_scope" CHECK ("dunning_pauses"."scope" in ('company', 'seller', 'segment')),
	CONSTRAINT "dunning_pauses_key" CHECK (("dunning_pauses"."scope" = 'company') = ("dunning_pauses"."key" is null)),
	CONSTRAINT "dunning_pauses_until" CHECK ("dunning_pauses"."until_on" >= "dunning_pauses"."from_on")
);
--> statement-breakpoint
CREATE TABLE "reminder_flags" (
	"reminder_id" integer NOT NULL,
	"person_id" integer NOT NULL,
	"comment" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_flags_reminder_id_person_id_pk" PRIMARY KEY("reminder_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "thank_you_mails" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "thank_you_mails_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"seller_code" text NOT NULL,
	"payer_code" text NOT NULL,
	"currency" text NOT NULL,
	"language" text NOT NULL,
	"planned_on" date NOT NULL,
	"invoice_ids" integer[] NOT NULL,
	"total" bigint NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"dropped_because" text,
	"message_id" text,
	"recipients" text[] DEFAULT '{}' NOT NULL,
	"subject" text,
	"body_text" text,
	"body_html" text,
	"sent_at" timestamp with time zone,
	CONSTRAINT "thank_you_mails_key" UNIQUE("seller_code","payer_code","currency","planned_on"),
	CONSTRAINT "thank_you_mails_state" CHECK ("thank_you_mails"."state" in ('planned', 'sent', 'dropped', 'unknown'))
);
--> statement-breakpoint
ALTER TABLE "reminder_flags" ADD CONSTRAINT "reminder_flags_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_flags" ADD CONSTRAINT "reminder_flags_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thank_you_mails" ADD CONSTRAINT "thank_you_mails_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thank_you_mails" ADD CONSTRAINT "thank_you_mails_payer_code_customers_code_fk" FOREIGN KEY ("payer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dunning_pauses_from" ON "dunning_pauses" USING btree ("from_on");--> statement-breakpoint
CREATE INDEX "thank_you_mails_invoices" ON "thank_you_mails" USING gin ("invoice_ids");
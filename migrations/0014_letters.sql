CREATE TABLE "documents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "documents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"customer_code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"version" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"made_by" jsonb NOT NULL,
	CONSTRAINT "documents_kind" CHECK ("documents"."kind" in ('formal-notice', 'case-file'))
);
--> statement-breakpoint
CREATE TABLE "letter_lines" (
	"letter_id" integer NOT NULL,
	"invoice_id" integer NOT NULL,
	"residual" bigint NOT NULL,
	"interest" bigint NOT NULL,
	"indemnity" bigint NOT NULL,
	CONSTRAINT "letter_lines_letter_id_invoice_id_pk" PRIMARY KEY("letter_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ask_id" integer NOT NULL,
	"document_id" integer NOT NULL,
	"seller_code" text NOT NULL,
	"debtor_code" text NOT NULL,
	"currency" text NOT NULL,
	"computed_on" date NOT NULL,
	"answer_by" date NOT NULL,
	"total" bigint NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	"approved_by" integer NOT NULL,
	"voided_at" timestamp with time zone,
	"registered_number" text,
	"posted_on" date,
	"received_on" date,
	CONSTRAINT "letters_posted" CHECK (("letters"."posted_on" is null) = ("letters"."registered_number" is null)),
	CONSTRAINT "letters_received" CHECK ("letters"."received_on" is null or "letters"."received_on" >= "letters"."posted_on"),
	CONSTRAINT "letters_voided" CHECK ("letters"."voided_at" is null or "letters"."posted_on" is null)
);
--> statement-breakpoint
CREATE TABLE "road_endings" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "road_endings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"ask_id" integer NOT NULL,
	"customer_code" text NOT NULL,
	"ending" text NOT NULL,
	"owner_role" text NOT NULL,
	"comment" text,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" jsonb NOT NULL,
	"event_id" integer,
	"undone_at" timestamp with time zone,
	CONSTRAINT "road_endings_ending" CHECK ("road_endings"."ending" in ('litigation', 'agency', 'insurer', 'factor', 'doubtful', 'write-off', 'wait')),
	CONSTRAINT "road_endings_role" CHECK ("road_endings"."owner_role" in ('rep', 'manager', 'finance', 'adv', 'direction', 'admin', 'project'))
);
--> statement-breakpoint
ALTER TABLE "asks" DROP CONSTRAINT "asks_kind";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "holds" DROP CONSTRAINT "holds_reason";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "legal_name" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "legal_name" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "postal_code" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "legal_mentions" text;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "late_rate" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_lines" ADD CONSTRAINT "letter_lines_letter_id_letters_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_lines" ADD CONSTRAINT "letter_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_ask_id_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_debtor_code_customers_code_fk" FOREIGN KEY ("debtor_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "road_endings" ADD CONSTRAINT "road_endings_ask_id_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "road_endings" ADD CONSTRAINT "road_endings_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_customer" ON "documents" USING btree ("customer_code");--> statement-breakpoint
CREATE INDEX "letter_lines_invoice" ON "letter_lines" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_once" ON "letters" USING btree ("ask_id","seller_code","debtor_code","currency") WHERE "letters"."voided_at" is null;--> statement-breakpoint
CREATE INDEX "letters_debtor" ON "letters" USING btree ("debtor_code");--> statement-breakpoint
CREATE INDEX "road_endings_customer" ON "road_endings" USING btree ("customer_code");--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_kind" CHECK ("asks"."kind" in ('call', 'formal-notice', 'decision', 'end-of-road', 'check-payment', 'approve-promise', 'broken-promise', 'who-to-write-to', 'assign-owner', 'in-credit', 'read-reply', 'unknown-send'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."kind" in ('invoice-imported', 'payment-imported', 'payment-returned', 'credit-note-imported', 'went-live', 'go-live-undone', 'reminder-sent', 'reminder-dropped', 'reminder-unknown', 'reminder-bounced', 'reply-received', 'reply-closed', 'ask-opened', 'ask-joined', 'ask-withdrawn', 'ask-reassigned', 'ask-answered', 'promise-given', 'promise-moved', 'promise-cancelled', 'promise-approved', 'promise-refused', 'promise-kept', 'promise-partly-kept', 'promise-broken', 'dispute-opened', 'dispute-closed', 'letter-approved', 'letter-voided', 'letter-posted', 'letter-received', 'road-ended', 'hold-placed', 'hold-ended', 'contact-stopped', 'contact-added', 'owner-changed', 'comment', 'note', 'undone', 'setting-changed', 'viewed'));--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_reason" CHECK ("holds"."reason" in ('rep-knows', 'order-in-progress', 'new-contact', 'validation-circuit', 'already-paid', 'visit-planned', 'reply', 'finance', 'end-of-road', 'imported'));
CREATE TABLE "contact_proposals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contact_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"customer_code" text NOT NULL,
	"contact_id" integer,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text NOT NULL,
	"proposed_by" jsonb NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_proposals_role" CHECK ("contact_proposals"."role" in ('billing', 'signatory', 'purchasing', 'other'))
);
--> statement-breakpoint
CREATE TABLE "invoicing_circuits" (
	"customer_code" text PRIMARY KEY NOT NULL,
	"portal" text,
	"wants_order_number" boolean NOT NULL,
	"cut_off_day" integer,
	"note" text,
	"changed_by" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invoicing_circuits_day" CHECK ("invoicing_circuits"."cut_off_day" between 1 and 31)
);
--> statement-breakpoint
ALTER TABLE "asks" DROP CONSTRAINT "asks_kind";--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_kind";--> statement-breakpoint
ALTER TABLE "holds" DROP CONSTRAINT "holds_reason";--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "vip" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_proposals" ADD CONSTRAINT "contact_proposals_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_proposals" ADD CONSTRAINT "contact_proposals_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoicing_circuits" ADD CONSTRAINT "invoicing_circuits_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_kind" CHECK ("asks"."kind" in ('call', 'formal-notice', 'decision', 'end-of-road', 'check-payment', 'approve-promise', 'broken-promise', 'who-to-write-to', 'assign-owner', 'in-credit', 'read-reply', 'unknown-send', 'urgent-block', 'contact-proposed', 'circuit-changed', 'vip-proposed', 'paid-to-us', 'insurer-declaration'));--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_kind" CHECK ("events"."kind" in ('invoice-imported', 'payment-imported', 'payment-returned', 'credit-note-imported', 'went-live', 'go-live-undone', 'reminder-sent', 'reminder-dropped', 'reminder-unknown', 'reminder-bounced', 'reply-received', 'reply-closed', 'ask-opened', 'ask-joined', 'ask-withdrawn', 'ask-reassigned', 'ask-left', 'ask-answered', 'promise-given', 'promise-moved', 'promise-cancelled', 'promise-approved', 'promise-refused', 'promise-kept', 'promise-partly-kept', 'promise-broken', 'dispute-opened', 'dispute-closed', 'letter-approved', 'letter-voided', 'letter-posted', 'letter-received', 'road-ended', 'hold-placed', 'hold-ended', 'contact-stopped', 'contact-added', 'contact-proposed', 'contact-changed', 'circuit-changed', 'vip-proposed', 'owner-changed', 'scenario-chosen', 'profile-proposed', 'profile-decided', 'comment', 'note', 'undone', 'setting-changed', 'absence-recorded', 'absence-ended', 'channel-subscribed', 'subscription-changed', 'subscription-stopped', 'channel-guests-allowed', 'viewed'));--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_reason" CHECK ("holds"."reason" in ('rep-knows', 'order-in-progress', 'new-contact', 'validation-circuit', 'already-paid', 'visit-planned', 'reply', 'urgent', 'finance', 'end-of-road', 'imported'));
CREATE TABLE "daily_duties" (
	"duty" text NOT NULL,
	"person_id" integer NOT NULL,
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "daily_duties_duty_person_id_day_pk" PRIMARY KEY("duty","person_id","day"),
	CONSTRAINT "daily_duties_outcome" CHECK ("daily_duties"."outcome" in ('sent', 'quiet', 'too-late'))
);
--> statement-breakpoint
CREATE TABLE "gates" (
	"gate" text PRIMARY KEY NOT NULL,
	"opens_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_ticks" (
	"job" text NOT NULL,
	"tick" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"fault" text,
	CONSTRAINT "job_ticks_job_tick_pk" PRIMARY KEY("job","tick")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"showing" jsonb NOT NULL,
	"person_id" integer,
	"gate" text NOT NULL,
	"not_before" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone,
	"event_id" integer,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"ambiguous" boolean DEFAULT false NOT NULL,
	"lease_until" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"last_fault" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_key" UNIQUE("key"),
	CONSTRAINT "outbox_state" CHECK ("outbox"."state" in ('waiting', 'sending', 'sent', 'dropped', 'dead', 'unknown')),
	CONSTRAINT "outbox_lease" CHECK (("outbox"."state" = 'sending') = ("outbox"."lease_until" is not null))
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "runs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seen_requests" (
	"key" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shown_cards" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "shown_cards_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chat" text NOT NULL,
	"person_id" integer,
	"conversation" text NOT NULL,
	"message" text NOT NULL,
	"showing" jsonb NOT NULL,
	"customers" text[] DEFAULT '{}' NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	"drawn_hash" text NOT NULL,
	"gone" boolean DEFAULT false NOT NULL,
	CONSTRAINT "shown_cards_message" UNIQUE("chat","conversation","message")
);
--> statement-breakpoint
CREATE TABLE "reminder_lines" (
	"reminder_id" integer NOT NULL,
	"invoice_id" integer NOT NULL,
	"step" text,
	"advanced" boolean NOT NULL,
	"residual" bigint NOT NULL,
	CONSTRAINT "reminder_lines_reminder_id_invoice_id_pk" PRIMARY KEY("reminder_id","invoice_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reminders_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"seller_code" text NOT NULL,
	"payer_code" text NOT NULL,
	"currency" text NOT NULL,
	"language" text NOT NULL,
	"planned_on" date NOT NULL,
	"step" text NOT NULL,
	"scenario_id" integer,
	"state" text DEFAULT 'planned' NOT NULL,
	"dropped_because" text,
	"message_id" text,
	"reply_token" text NOT NULL,
	"recipients" text[] DEFAULT '{}' NOT NULL,
	"subject" text,
	"body_text" text,
	"body_html" text,
	"total" bigint,
	"sent_at" timestamp with time zone,
	CONSTRAINT "reminders_key" UNIQUE("seller_code","payer_code","currency","language","planned_on"),
	CONSTRAINT "reminders_message" UNIQUE("message_id"),
	CONSTRAINT "reminders_token" UNIQUE("reply_token"),
	CONSTRAINT "reminders_state" CHECK ("reminders"."state" in ('planned', 'sent', 'dropped', 'unknown', 'bounced')),
	CONSTRAINT "reminders_step" CHECK ("reminders"."step" in ('pre-due', 'first', 'second', 'call', 'last', 'formal-notice', 'decision')),
	CONSTRAINT "reminders_sent" CHECK ("reminders"."state" not in ('sent', 'bounced') or ("reminders"."sent_at" is not null and "reminders"."message_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "replies_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"received_at" timestamp with time zone NOT NULL,
	"message_id" text NOT NULL,
	"reminder_id" integer,
	"customer_code" text,
	"from_email" text NOT NULL,
	"subject" text NOT NULL,
	"kind" text NOT NULL,
	"new_text" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" integer,
	CONSTRAINT "replies_kind" CHECK ("replies"."kind" in ('human', 'automatic', 'bounce', 'complaint')),
	CONSTRAINT "replies_state" CHECK ("replies"."state" in ('waiting', 'dealt-with', 'carry-on'))
);
--> statement-breakpoint
CREATE TABLE "scenario_steps" (
	"scenario_id" integer NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"offset_days" integer NOT NULL,
	"channel" text NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "scenario_steps_scenario_id_position_pk" PRIMARY KEY("scenario_id","position"),
	CONSTRAINT "scenario_steps_name" UNIQUE("scenario_id","name"),
	CONSTRAINT "scenario_steps_name_known" CHECK ("scenario_steps"."name" in ('pre-due', 'first', 'second', 'call', 'last', 'formal-notice', 'decision')),
	CONSTRAINT "scenario_steps_channel" CHECK ("scenario_steps"."channel" in ('email', 'call', 'letter'))
);
--> statement-breakpoint
CREATE TABLE "scenarios" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scenarios_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"published_at" timestamp with time zone,
	"pre_due" jsonb NOT NULL,
	CONSTRAINT "scenarios_version" UNIQUE("name","version")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allocations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "allocations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"payment_id" integer NOT NULL,
	"invoice_id" integer,
	"date" date NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "allocations_key" UNIQUE NULLS NOT DISTINCT("payment_id","invoice_id"),
	CONSTRAINT "allocations_amount" CHECK ("allocations"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contacts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"customer_code" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"role" text DEFAULT 'billing' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"stopped" text,
	"stopped_at" timestamp with time zone,
	"stopped_by_event" integer,
	CONSTRAINT "contacts_role" CHECK ("contacts"."role" in ('billing', 'signatory', 'purchasing', 'other')),
	CONSTRAINT "contacts_stopped" CHECK ("contacts"."stopped" in ('bounced', 'complaint', 'wrong-contact')),
	CONSTRAINT "contacts_stopped_when" CHECK (("contacts"."stopped" is null) = ("contacts"."stopped_at" is null))
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"folded_name" text NOT NULL,
	"rep_id" integer,
	"collector_id" integer,
	"project_manager_id" integer,
	"payer_code" text,
	"segment" text,
	"language" text,
	"credit_limit" bigint,
	"insurer_limit" bigint,
	"factor_limit" bigint,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"country" text,
	"postal_code" text,
	"siren" text,
	"kind" text DEFAULT 'business' NOT NULL,
	"since" date,
	"terms" text,
	"key_account" boolean DEFAULT false NOT NULL,
	"insolvency_date" date,
	CONSTRAINT "customers_kind" CHECK ("customers"."kind" in ('business', 'public', 'consumer', 'intercompany')),
	CONSTRAINT "customers_language" CHECK ("customers"."language" in ('fr', 'en')),
	CONSTRAINT "customers_limits" CHECK (least("customers"."credit_limit", "customers"."insurer_limit", "customers"."factor_limit") >= 0),
	CONSTRAINT "customers_payer_other" CHECK ("customers"."payer_code" <> "customers"."code")
);
--> statement-breakpoint
CREATE TABLE "feeds" (
	"seller_code" text NOT NULL,
	"kind" text NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "feeds_seller_code_kind_pk" PRIMARY KEY("seller_code","kind"),
	CONSTRAINT "feeds_kind" CHECK ("feeds"."kind" in ('invoices', 'payments'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"file" text NOT NULL,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"by" text NOT NULL,
	"rows" integer NOT NULL,
	"inserted" integer NOT NULL,
	"updated" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"rejected" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoices" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "invoices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"seller_code" text NOT NULL,
	"customer_code" text NOT NULL,
	"number" text NOT NULL,
	"issue_date" date NOT NULL,
	"due_date" date NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"kind" text DEFAULT 'invoice' NOT NULL,
	"payment_means" text,
	"factoring" text DEFAULT 'none' NOT NULL,
	"credit_of" text,
	"credit_of_id" integer,
	"purchase_order" text,
	"document_url" text,
	"imported_at" timestamp with time zone NOT NULL,
	"settled_on" date,
	"step" text,
	"shift" integer DEFAULT 0 NOT NULL,
	"reentered" boolean DEFAULT false NOT NULL,
	"next_step_on" date,
	CONSTRAINT "invoices_key" UNIQUE("seller_code","customer_code","number","issue_date"),
	CONSTRAINT "invoices_amount" CHECK ("invoices"."amount" > 0),
	CONSTRAINT "invoices_kind" CHECK ("invoices"."kind" in ('invoice', 'credit_note', 'deposit', 'retention')),
	CONSTRAINT "invoices_means" CHECK ("invoices"."payment_means" in ('transfer', 'direct_debit', 'card', 'cheque', 'bill', 'other')),
	CONSTRAINT "invoices_factoring" CHECK ("invoices"."factoring" in ('none', 'notified', 'confidential', 'mandate')),
	CONSTRAINT "invoices_step" CHECK ("invoices"."step" in ('pre-due', 'first', 'second', 'call', 'last', 'formal-notice', 'decision')),
	CONSTRAINT "invoices_credit_only" CHECK ("invoices"."credit_of_id" is null or "invoices"."kind" = 'credit_note'),
	CONSTRAINT "invoices_credit_never_dunned" CHECK ("invoices"."kind" <> 'credit_note' or ("invoices"."step" is null and "invoices"."next_step_on" is null))
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "payments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"seller_code" text NOT NULL,
	"customer_code" text NOT NULL,
	"reference" text NOT NULL,
	CONSTRAINT "payments_key" UNIQUE("seller_code","customer_code","reference")
);
--> statement-breakpoint
CREATE TABLE "sellers" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text,
	"siren" text,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"went_live_on" date
);
--> statement-breakpoint
CREATE TABLE "ask_lines" (
	"ask_id" integer NOT NULL,
	"invoice_id" integer NOT NULL,
	"step" text,
	CONSTRAINT "ask_lines_ask_id_invoice_id_pk" PRIMARY KEY("ask_id","invoice_id"),
	CONSTRAINT "ask_lines_step" CHECK ("ask_lines"."step" in ('pre-due', 'first', 'second', 'call', 'last', 'formal-notice', 'decision'))
);
--> statement-breakpoint
CREATE TABLE "asks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "asks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"customer_code" text NOT NULL,
	"about" integer DEFAULT 0 NOT NULL,
	"holder_id" integer,
	"holder_role" text,
	"reason" text,
	"why" text,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" jsonb NOT NULL,
	"clock_from" date NOT NULL,
	"closed_at" timestamp with time zone,
	"outcome" text,
	"withdrawn" text,
	"closed_by_event" integer,
	"comes_back_on" date,
	"comes_back_as" text,
	"come_back_ask_id" integer,
	"postponed" boolean DEFAULT false NOT NULL,
	CONSTRAINT "asks_kind" CHECK ("asks"."kind" in ('call', 'formal-notice', 'decision', 'check-payment', 'approve-promise', 'broken-promise', 'who-to-write-to', 'assign-owner', 'in-credit', 'read-reply', 'unknown-send')),
	CONSTRAINT "asks_state" CHECK ("asks"."state" in ('open', 'answered', 'withdrawn')),
	CONSTRAINT "asks_outcome" CHECK ("asks"."outcome" in ('promise', 'dispute', 'no-answer', 'not-received', 'already-paid', 'other-contact', 'not-mine', 'visit-planned', 'later', 'done', 'approved', 'refused')),
	CONSTRAINT "asks_withdrawn" CHECK ("asks"."withdrawn" in ('paid', 'promised', 'disputed', 'stopped', 'reassigned')),
	CONSTRAINT "asks_reason" CHECK ("asks"."reason" in ('unanswered', 'key-account', 'promise-broken', 'by-hand', 'no-answer-again', 'later-again', 'after-visit')),
	CONSTRAINT "asks_role" CHECK ("asks"."holder_role" in ('rep', 'manager', 'finance', 'adv', 'direction', 'admin', 'project')),
	CONSTRAINT "asks_one_holder" CHECK (("asks"."holder_id" is null) <> ("asks"."holder_role" is null)),
	CONSTRAINT "asks_closed" CHECK (("asks"."state" = 'open') = ("asks"."closed_at" is null)),
	CONSTRAINT "asks_answered" CHECK (("asks"."state" = 'answered') = ("asks"."outcome" is not null)),
	CONSTRAINT "asks_withdrawn_why" CHECK (("asks"."state" = 'withdrawn') = ("asks"."withdrawn" is not null))
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "disputes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"customer_code" text NOT NULL,
	"invoice_id" integer NOT NULL,
	"category" text NOT NULL,
	"amount" bigint NOT NULL,
	"comment" text,
	"opened_on" date NOT NULL,
	"opened_by" jsonb NOT NULL,
	"owner_id" integer,
	"owner_role" text,
	"answer_by" date NOT NULL,
	"closed_on" date,
	"outcome" text,
	"closed_by" jsonb,
	"closing_comment" text,
	"event_id" integer,
	"undone_at" timestamp with time zone,
	"import_key" text,
	CONSTRAINT "disputes_amount" CHECK ("disputes"."amount" > 0),
	CONSTRAINT "disputes_category" CHECK ("disputes"."category" in ('price', 'quantity', 'quality', 'missing_order', 'not_received', 'duplicate', 'terms', 'entity', 'retention', 'other')),
	CONSTRAINT "disputes_outcome" CHECK ("disputes"."outcome" in ('ours', 'theirs', 'shared')),
	CONSTRAINT "disputes_dates" CHECK ("disputes"."closed_on" >= "disputes"."opened_on"),
	CONSTRAINT "disputes_closed" CHECK ("disputes"."outcome" is null or "disputes"."closed_on" is not null),
	CONSTRAINT "disputes_owner" CHECK ("disputes"."owner_id" is not null or "disputes"."owner_role" is not null)
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"actor" jsonb NOT NULL,
	"customer_code" text,
	"invoice_ids" integer[] DEFAULT '{}' NOT NULL,
	"subject" text,
	"subject_id" integer,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"undoes" integer,
	CONSTRAINT "events_kind" CHECK ("events"."kind" in ('invoice-imported', 'payment-imported', 'payment-returned', 'credit-note-imported', 'went-live', 'go-live-undone', 'reminder-sent', 'reminder-dropped', 'reminder-unknown', 'reminder-bounced', 'reply-received', 'reply-closed', 'ask-opened', 'ask-joined', 'ask-withdrawn', 'ask-reassigned', 'ask-answered', 'promise-given', 'promise-moved', 'promise-cancelled', 'promise-approved', 'promise-refused', 'promise-kept', 'promise-partly-kept', 'promise-broken', 'dispute-opened', 'dispute-closed', 'hold-placed', 'hold-ended', 'contact-stopped', 'contact-added', 'owner-changed', 'comment', 'note', 'undone', 'setting-changed', 'viewed'))
);
--> statement-breakpoint
CREATE TABLE "holds" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "holds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"customer_code" text NOT NULL,
	"invoice_id" integer,
	"reason" text NOT NULL,
	"comment" text,
	"from_on" date NOT NULL,
	"until_on" date,
	"placed_by" jsonb NOT NULL,
	"ended_on" date,
	"event_id" integer,
	"undone_at" timestamp with time zone,
	CONSTRAINT "holds_reason" CHECK ("holds"."reason" in ('rep-knows', 'order-in-progress', 'new-contact', 'validation-circuit', 'already-paid', 'visit-planned', 'reply', 'finance', 'imported')),
	CONSTRAINT "holds_until" CHECK ("holds"."until_on" >= "holds"."from_on")
);
--> statement-breakpoint
CREATE TABLE "promise_lines" (
	"promise_id" integer NOT NULL,
	"invoice_id" integer NOT NULL,
	"covered" bigint NOT NULL,
	"residual_when_given" bigint NOT NULL,
	"released_on" date,
	"released_by_event" integer,
	CONSTRAINT "promise_lines_promise_id_invoice_id_pk" PRIMARY KEY("promise_id","invoice_id"),
	CONSTRAINT "promise_lines_covered" CHECK ("promise_lines"."covered" > 0 and "promise_lines"."covered" <= "promise_lines"."residual_when_given")
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "promises_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"customer_code" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	"due_on" date NOT NULL,
	"given_on" date NOT NULL,
	"grace_until" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"given_by" jsonb NOT NULL,
	"contact_id" integer,
	"comment" text,
	"state" text DEFAULT 'live' NOT NULL,
	"state_on" date NOT NULL,
	"awaits_finance_until" date,
	"unallocated_when_given" bigint DEFAULT 0 NOT NULL,
	"rescheduled_from_id" integer,
	"event_id" integer,
	"undone_at" timestamp with time zone,
	"import_key" text,
	CONSTRAINT "promises_amount" CHECK ("promises"."amount" > 0),
	CONSTRAINT "promises_state" CHECK ("promises"."state" in ('live', 'kept', 'partly-kept', 'broken', 'cancelled', 'rescheduled', 'refused')),
	CONSTRAINT "promises_grace" CHECK ("promises"."grace_until" > "promises"."due_on"),
	CONSTRAINT "promises_not_past" CHECK ("promises"."due_on" >= "promises"."given_on")
);
--> statement-breakpoint
CREATE TABLE "chat_identities" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "chat_identities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chat" text NOT NULL,
	"team_id" text NOT NULL,
	"user_id" text NOT NULL,
	"person_id" integer,
	"conversation" text,
	"refused_because" text,
	"checked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "chat_identities_user" UNIQUE("chat","team_id","user_id"),
	CONSTRAINT "chat_identities_known_or_refused" CHECK (("chat_identities"."person_id" is null) = ("chat_identities"."refused_because" is not null))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"manager_id" integer,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"digest_minutes" integer DEFAULT 510 NOT NULL,
	"quiet_line" boolean DEFAULT false NOT NULL,
	"chat" text,
	"welcomed_at" timestamp with time zone,
	CONSTRAINT "people_locale" CHECK ("people"."locale" in ('fr', 'en')),
	CONSTRAINT "people_roles" CHECK ("people"."roles" <@ array['rep','manager','finance','adv','direction','admin','project']::text[]),
	CONSTRAINT "people_digest" CHECK ("people"."digest_minutes" between 0 and 1439),
	CONSTRAINT "people_no_self_manager" CHECK ("people"."manager_id" <> "people"."id")
);
--> statement-breakpoint
ALTER TABLE "daily_duties" ADD CONSTRAINT "daily_duties_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_cards" ADD CONSTRAINT "shown_cards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_lines" ADD CONSTRAINT "reminder_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_payer_code_customers_code_fk" FOREIGN KEY ("payer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_steps" ADD CONSTRAINT "scenario_steps_scenario_id_scenarios_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenarios"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocations" ADD CONSTRAINT "allocations_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_rep_id_people_id_fk" FOREIGN KEY ("rep_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_collector_id_people_id_fk" FOREIGN KEY ("collector_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_project_manager_id_people_id_fk" FOREIGN KEY ("project_manager_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customers" ADD CONSTRAINT "customers_payer" FOREIGN KEY ("payer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_credit_of" FOREIGN KEY ("credit_of_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_lines" ADD CONSTRAINT "ask_lines_ask_id_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_lines" ADD CONSTRAINT "ask_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asks" ADD CONSTRAINT "asks_closed_by_event_events_id_fk" FOREIGN KEY ("closed_by_event") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holds" ADD CONSTRAINT "holds_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_lines" ADD CONSTRAINT "promise_lines_promise_id_promises_id_fk" FOREIGN KEY ("promise_id") REFERENCES "public"."promises"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promise_lines" ADD CONSTRAINT "promise_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chat_identities" ADD CONSTRAINT "chat_identities_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("not_before") WHERE "outbox"."state" in ('waiting', 'sending');--> statement-breakpoint
CREATE INDEX "outbox_event" ON "outbox" USING btree ("event_id") WHERE "outbox"."event_id" is not null;--> statement-breakpoint
CREATE INDEX "outbox_trouble" ON "outbox" USING btree ("state") WHERE "outbox"."state" in ('dead', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "runs_at" ON "runs" USING btree ("at","by");--> statement-breakpoint
CREATE INDEX "seen_requests_at" ON "seen_requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "shown_cards_customers" ON "shown_cards" USING gin ("customers");--> statement-breakpoint
CREATE INDEX "shown_cards_person" ON "shown_cards" USING btree ("person_id","shown_at");--> statement-breakpoint
CREATE INDEX "reminder_lines_invoice" ON "reminder_lines" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "reminders_payer" ON "reminders" USING btree ("payer_code","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_message" ON "replies" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "replies_waiting" ON "replies" USING btree ("customer_code") WHERE "replies"."kind" = 'human' and "replies"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "allocations_invoice" ON "allocations" USING btree ("invoice_id","date");--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_key" ON "contacts" USING btree ("customer_code",lower(coalesce("email", "name")));--> statement-breakpoint
CREATE INDEX "contacts_email" ON "contacts" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "customers_rep" ON "customers" USING btree ("rep_id");--> statement-breakpoint
CREATE INDEX "customers_payer_code" ON "customers" USING btree ("payer_code");--> statement-breakpoint
CREATE INDEX "imports_at" ON "imports" USING btree ("at");--> statement-breakpoint
CREATE INDEX "invoices_number" ON "invoices" USING btree ("number");--> statement-breakpoint
CREATE INDEX "invoices_customer" ON "invoices" USING btree ("customer_code","due_date");--> statement-breakpoint
CREATE INDEX "invoices_settled" ON "invoices" USING btree ("settled_on");--> statement-breakpoint
CREATE INDEX "invoices_credit_of_id" ON "invoices" USING btree ("credit_of_id") WHERE "invoices"."credit_of_id" is not null;--> statement-breakpoint
CREATE INDEX "invoices_next_step" ON "invoices" USING btree ("next_step_on") WHERE "invoices"."settled_on" is null and "invoices"."kind" <> 'credit_note' and "invoices"."next_step_on" is not null;--> statement-breakpoint
CREATE INDEX "ask_lines_invoice" ON "ask_lines" USING btree ("invoice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "asks_one_open" ON "asks" USING btree ("customer_code","kind","about") WHERE "asks"."state" = 'open';--> statement-breakpoint
CREATE INDEX "asks_holder" ON "asks" USING btree ("holder_id") WHERE "asks"."state" = 'open';--> statement-breakpoint
CREATE INDEX "asks_come_back" ON "asks" USING btree ("comes_back_on") WHERE "asks"."comes_back_on" is not null and "asks"."come_back_ask_id" is null;--> statement-breakpoint
CREATE INDEX "disputes_invoice" ON "disputes" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "disputes_open" ON "disputes" USING btree ("customer_code") WHERE "disputes"."closed_on" is null and "disputes"."undone_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_import" ON "disputes" USING btree ("import_key");--> statement-breakpoint
CREATE INDEX "events_customer" ON "events" USING btree ("customer_code","at");--> statement-breakpoint
CREATE INDEX "events_invoices" ON "events" USING gin ("invoice_ids");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_undone_once" ON "events" USING btree ("undoes");--> statement-breakpoint
CREATE INDEX "holds_customer" ON "holds" USING btree ("customer_code") WHERE "holds"."ended_on" is null and "holds"."undone_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "holds_imported" ON "holds" USING btree ("customer_code") WHERE "holds"."reason" = 'imported' and "holds"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "promise_lines_invoice" ON "promise_lines" USING btree ("invoice_id");--> statement-breakpoint
CREATE INDEX "promises_customer" ON "promises" USING btree ("customer_code","given_on");--> statement-breakpoint
CREATE INDEX "promises_live" ON "promises" USING btree ("due_on") WHERE "promises"."state" = 'live' and "promises"."undone_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "promises_import" ON "promises" USING btree ("import_key");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_identities_person" ON "chat_identities" USING btree ("chat","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "people_manager" ON "people" USING btree ("manager_id");
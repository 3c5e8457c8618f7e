CREATE TABLE "customer_scenarios" (
	"customer_code" text PRIMARY KEY NOT NULL,
	"scenario" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_templates" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mail_templates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"sender" text,
	"version" integer NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"package_id" integer NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "mail_templates_locale" CHECK ("mail_templates"."locale" in ('fr', 'en'))
);
--> statement-breakpoint
CREATE TABLE "scenario_packages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scenario_packages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"created_at" timestamp with time zone NOT NULL,
	"created_by" jsonb NOT NULL,
	"source" text,
	"published_at" timestamp with time zone,
	"published_by" jsonb,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "scenario_proposals" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "scenario_proposals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"customer_code" text NOT NULL,
	"profile" text NOT NULL,
	"scenario" text NOT NULL,
	"proposed_by" integer NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	CONSTRAINT "scenario_proposals_profile" CHECK ("scenario_proposals"."profile" in ('passing-difficulty', 'slow-by-habit', 'often-disputes', 'bad-payer')),
	CONSTRAINT "scenario_proposals_state" CHECK ("scenario_proposals"."state" in ('open', 'confirmed', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "cc" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "bcc" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "template_id" integer;--> statement-breakpoint
ALTER TABLE "scenario_steps" ADD COLUMN "template" text;--> statement-breakpoint
ALTER TABLE "scenario_steps" ADD COLUMN "tone" text;--> statement-breakpoint
ALTER TABLE "scenario_steps" ADD COLUMN "recipients" jsonb;--> statement-breakpoint
ALTER TABLE "scenario_steps" ADD COLUMN "conditions" jsonb;--> statement-breakpoint
ALTER TABLE "scenarios" ADD COLUMN "audience" jsonb;--> statement-breakpoint
ALTER TABLE "scenarios" ADD COLUMN "profiles" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "scenarios" ADD COLUMN "package_id" integer;--> statement-breakpoint
ALTER TABLE "customer_scenarios" ADD CONSTRAINT "customer_scenarios_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_templates" ADD CONSTRAINT "mail_templates_package_id_scenario_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."scenario_packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_proposals" ADD CONSTRAINT "scenario_proposals_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_proposals" ADD CONSTRAINT "scenario_proposals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_templates_version" ON "mail_templates" USING btree ("name","locale",coalesce("sender", ''),"version");--> statement-breakpoint
CREATE INDEX "scenario_proposals_customer" ON "scenario_proposals" USING btree ("customer_code");--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_template_id_mail_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."mail_templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_package_id_scenario_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "public"."scenario_packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_steps" ADD CONSTRAINT "scenario_steps_tone" CHECK ("scenario_steps"."tone" in ('informative', 'courteous', 'firm', 'last-amicable', 'formal'));
CREATE TABLE "cash_goals" (
	"scope" text NOT NULL,
	"period" text NOT NULL,
	"currency" text NOT NULL,
	"from_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cash_goals_scope_period_currency_from_on_pk" PRIMARY KEY("scope","period","currency","from_on"),
	CONSTRAINT "cash_goals_period" CHECK ("cash_goals"."period" in ('week', 'month')),
	CONSTRAINT "cash_goals_amount" CHECK ("cash_goals"."amount" >= 0)
);
--> statement-breakpoint
ALTER TABLE "cash_goals" ADD CONSTRAINT "cash_goals_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
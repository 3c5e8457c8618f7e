CREATE TABLE "daily_figures" (
	"day" date NOT NULL,
	"scope" text NOT NULL,
	"currency" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	"outstanding" bigint NOT NULL,
	"overdue" bigint NOT NULL,
	"disputed" bigint NOT NULL,
	"promised" bigint NOT NULL,
	"chaseable" bigint NOT NULL,
	"unallocated" bigint NOT NULL,
	"collected" bigint NOT NULL,
	"dso_simple" bigint,
	"dso_best_possible" bigint,
	"dso_countback" bigint,
	"cei" bigint,
	"overdue_rate" bigint,
	"promise_kept_rate" bigint,
	"dispute_days" bigint,
	CONSTRAINT "daily_figures_scope_day_currency_pk" PRIMARY KEY("scope","day","currency")
);
--> statement-breakpoint
CREATE INDEX "daily_figures_day" ON "daily_figures" USING btree ("day");
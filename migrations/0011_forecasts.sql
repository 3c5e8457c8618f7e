CREATE TABLE "forecasts" (
	"made_on" date NOT NULL,
	"customer_code" text NOT NULL,
	"seller_code" text NOT NULL,
	"currency" text NOT NULL,
	"week_from" date NOT NULL,
	"expected" bigint NOT NULL,
	"promised" bigint NOT NULL,
	"invoices" integer NOT NULL,
	CONSTRAINT "forecasts_key" PRIMARY KEY("made_on","week_from","customer_code","seller_code","currency"),
	CONSTRAINT "forecasts_expected" CHECK ("forecasts"."expected" > 0 and "forecasts"."promised" between 0 and "forecasts"."expected"),
	CONSTRAINT "forecasts_monday" CHECK (extract(isodow from "forecasts"."week_from") = 1)
);
--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_customer_code_customers_code_fk" FOREIGN KEY ("customer_code") REFERENCES "public"."customers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_seller_code_sellers_code_fk" FOREIGN KEY ("seller_code") REFERENCES "public"."sellers"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "forecasts_week" ON "forecasts" USING btree ("week_from","made_on");
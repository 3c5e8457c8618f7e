ALTER TABLE "disputes" ADD COLUMN "credited_when_recorded" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What was credited before a dispute was opened did not settle it.
UPDATE disputes d SET credited_when_recorded = coalesce((
  SELECT sum(c.amount) FROM invoices c WHERE c.credit_of_id = d.invoice_id AND c.issue_date < d.opened_on), 0);

-- The event log is append-only: history that could be rewritten is no evidence.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The event log is append-only: write a compensating event instead.';
END $$;
--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
-- Open invoices as they stood on a day, by replay: what is dated later did not exist. One euro counts once: disputed first,
-- then promised. `suspended` is the part of the promised money for which dunning waits (a long promise waits for finance only
-- so long); `unjudged` is covered by a promise past its grace that nobody could judge yet.
CREATE FUNCTION open_items(as_of date, of_customers text[] DEFAULT NULL)
RETURNS TABLE (invoice_id int, residual bigint, disputed bigint, promised bigint, suspended bigint, suspended_until date, unjudged bigint)
LANGUAGE sql STABLE AS $$
  WITH candidate AS (
    SELECT i.id, i.amount
      - coalesce((SELECT sum(a.amount) FROM allocations a WHERE a.invoice_id = i.id AND a.date <= as_of), 0)
      - coalesce((SELECT sum(c.amount) FROM invoices c WHERE c.credit_of_id = i.id AND c.issue_date <= as_of), 0) AS residual
    FROM invoices i
    WHERE i.kind <> 'credit_note' AND i.issue_date <= as_of AND (i.settled_on IS NULL OR i.settled_on > as_of)
      AND (of_customers IS NULL OR i.customer_code = ANY (of_customers))
  ), item AS (
    SELECT c.id, c.residual::bigint AS residual,
      least(c.residual, coalesce((SELECT sum(d.amount) FROM disputes d
        WHERE d.invoice_id = c.id AND d.undone_at IS NULL AND d.opened_on <= as_of AND (d.closed_on IS NULL OR d.closed_on > as_of)), 0))::bigint AS disputed
    FROM candidate c WHERE c.residual > 0
  )
  SELECT item.id, item.residual, item.disputed,
    least(item.residual - item.disputed, coalesce(p.promised, 0))::bigint,
    least(item.residual - item.disputed, coalesce(p.suspended, 0))::bigint,
    p.suspended_until,
    least(item.residual - item.disputed, coalesce(p.unjudged, 0))::bigint
  FROM item LEFT JOIN LATERAL (
    SELECT
      sum(line.remaining) FILTER (WHERE line.grace_until >= as_of) AS promised,
      sum(line.remaining) FILTER (WHERE line.waits_until >= as_of) AS suspended,
      max(line.waits_until) FILTER (WHERE line.waits_until >= as_of AND line.remaining > 0) AS suspended_until,
      sum(line.remaining) FILTER (WHERE line.grace_until < as_of) AS unjudged
    FROM (
      SELECT p.grace_until, least(p.grace_until, coalesce(p.awaits_finance_until, p.grace_until)) AS waits_until,
        greatest(0, l.covered - greatest(0, l.residual_when_given - item.residual)) AS remaining
      FROM promise_lines l JOIN promises p ON p.id = l.promise_id
      WHERE l.invoice_id = item.id AND p.undone_at IS NULL AND p.given_on <= as_of
        AND (p.state = 'live' OR p.state_on > as_of) AND (l.released_on IS NULL OR l.released_on > as_of)
    ) line
  ) p ON true
$$;
--> statement-breakpoint
-- Balance of the customer accounts on a day: invoices less credit notes less payments, whatever they were allocated to.
CREATE FUNCTION balances(as_of date, of_customers text[] DEFAULT NULL)
RETURNS TABLE (seller_code text, customer_code text, currency text, balance bigint)
LANGUAGE sql STABLE AS $$
  SELECT entry.seller_code, entry.customer_code, entry.currency, sum(entry.amount)::bigint
  FROM (
    SELECT i.seller_code, i.customer_code, i.currency, CASE i.kind WHEN 'credit_note' THEN -i.amount ELSE i.amount END AS amount
    FROM invoices i
    WHERE i.issue_date <= as_of AND (of_customers IS NULL OR i.customer_code = ANY (of_customers))
    UNION ALL
    SELECT p.seller_code, p.customer_code, a.currency, -a.amount
    FROM allocations a JOIN payments p ON p.id = a.payment_id
    WHERE a.date <= as_of AND (of_customers IS NULL OR p.customer_code = ANY (of_customers))
  ) entry
  GROUP BY entry.seller_code, entry.customer_code, entry.currency
$$;

-- The same replay as before, computed once per invoice: what was a subquery named three times was run three times. Disputes and
-- promise lines are few beside invoices: each is read once, whatever the number of invoices.
CREATE OR REPLACE FUNCTION open_items(as_of date, of_customers text[] DEFAULT NULL)
RETURNS TABLE (invoice_id int, residual bigint, disputed bigint, promised bigint, suspended bigint, suspended_until date, unjudged bigint)
LANGUAGE sql STABLE AS $$
  WITH candidate AS MATERIALIZED (
    SELECT i.id, (i.amount
      - coalesce((SELECT sum(a.amount) FROM allocations a WHERE a.invoice_id = i.id AND a.date <= as_of), 0)
      - coalesce((SELECT sum(c.amount) FROM invoices c WHERE c.credit_of_id = i.id AND c.issue_date <= as_of), 0))::bigint AS residual
    FROM invoices i
    WHERE i.kind <> 'credit_note' AND i.issue_date <= as_of AND (i.settled_on IS NULL OR i.settled_on > as_of)
      AND (of_customers IS NULL OR i.customer_code = ANY (of_customers))
  ), contested AS (
    SELECT d.invoice_id, sum(d.amount) AS amount FROM disputes d JOIN candidate c ON c.id = d.invoice_id
    WHERE d.undone_at IS NULL AND d.opened_on <= as_of AND (d.closed_on IS NULL OR d.closed_on > as_of)
    GROUP BY d.invoice_id
  ), announced AS (
    SELECT l.invoice_id,
      sum(line.remaining) FILTER (WHERE p.grace_until >= as_of) AS promised,
      sum(line.remaining) FILTER (WHERE line.waits_until >= as_of) AS suspended,
      max(line.waits_until) FILTER (WHERE line.waits_until >= as_of AND line.remaining > 0) AS suspended_until,
      sum(line.remaining) FILTER (WHERE p.grace_until < as_of) AS unjudged
    FROM promises p JOIN promise_lines l ON l.promise_id = p.id JOIN candidate c ON c.id = l.invoice_id
    CROSS JOIN LATERAL (
      SELECT least(p.grace_until, coalesce(p.awaits_finance_until, p.grace_until)) AS waits_until,
        greatest(0, l.covered - greatest(0, l.residual_when_given - c.residual)) AS remaining
    ) line
    WHERE p.undone_at IS NULL AND p.given_on <= as_of AND (p.state = 'live' OR p.state_on > as_of)
      AND (l.released_on IS NULL OR l.released_on > as_of)
    GROUP BY l.invoice_id
  ), item AS (
    SELECT c.id, c.residual, least(c.residual, coalesce(d.amount, 0))::bigint AS disputed
    FROM candidate c LEFT JOIN contested d ON d.invoice_id = c.id
    WHERE c.residual > 0
  )
  SELECT item.id, item.residual, item.disputed,
    least(item.residual - item.disputed, coalesce(p.promised, 0))::bigint,
    least(item.residual - item.disputed, coalesce(p.suspended, 0))::bigint,
    p.suspended_until,
    least(item.residual - item.disputed, coalesce(p.unjudged, 0))::bigint
  FROM item LEFT JOIN announced p ON p.invoice_id = item.id
$$;

-- A payment or credit note that settles another customer's invoice (a payer's transfer for its subsidiary) belongs to the
-- account of that invoice: otherwise one of the two would seem to owe what the other has too much of.
CREATE OR REPLACE FUNCTION balances(as_of date, of_customers text[] DEFAULT NULL)
RETURNS TABLE (seller_code text, customer_code text, currency text, balance bigint)
LANGUAGE sql STABLE AS $$
  SELECT entry.seller_code, entry.customer_code, entry.currency, sum(entry.amount)::bigint
  FROM (
    SELECT i.seller_code, i.customer_code, i.currency, CASE i.kind WHEN 'credit_note' THEN -i.amount ELSE i.amount END AS amount
    FROM invoices i
    WHERE i.issue_date <= as_of AND i.credit_of_id IS NULL AND (of_customers IS NULL OR i.customer_code = ANY (of_customers))
    UNION ALL
    SELECT i.seller_code, i.customer_code, c.currency, -c.amount
    FROM invoices i JOIN invoices c ON c.credit_of_id = i.id
    WHERE c.issue_date <= as_of AND (of_customers IS NULL OR i.customer_code = ANY (of_customers))
    UNION ALL
    SELECT i.seller_code, i.customer_code, a.currency, -a.amount
    FROM invoices i JOIN allocations a ON a.invoice_id = i.id
    WHERE a.date <= as_of AND (of_customers IS NULL OR i.customer_code = ANY (of_customers))
    UNION ALL
    SELECT p.seller_code, p.customer_code, a.currency, -a.amount
    FROM payments p JOIN allocations a ON a.payment_id = p.id
    WHERE a.invoice_id IS NULL AND a.date <= as_of AND (of_customers IS NULL OR p.customer_code = ANY (of_customers))
  ) entry
  GROUP BY entry.seller_code, entry.customer_code, entry.currency
$$;

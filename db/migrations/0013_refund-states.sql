-- What became of each refund, made of what the ledger and the refunder's transactions say. Kept nowhere.
-- `transaction` is there as soon as one was signed; `closed_at` once it settled or failed.
CREATE VIEW refund_states AS
SELECT r.id, r.payment_id, r.account,
  CASE
    WHEN r.way = 'signature' THEN CASE
      WHEN l.state IN ('settled', 'unknown', 'failed') THEN l.state
      WHEN l.state = 'released' THEN 'failed'
      WHEN l.id IS NOT NULL THEN 'pending'
      WHEN r.cancelled_at IS NOT NULL THEN 'cancelled'
      WHEN r.expires_at < now() AND (r.signed_at IS NULL OR r.valid_before < extract(epoch FROM now())) THEN 'expired'
      ELSE 'reserved' END
    WHEN t.state = 'mined' THEN 'settled'
    WHEN t.state IN ('reverted', 'displaced') THEN 'failed'
    WHEN t.state IS NOT NULL THEN 'pending'
    WHEN r.cancelled_at IS NOT NULL THEN 'cancelled'
    ELSE 'owed'
  END AS state,
  coalesce(l.transaction, t.hash) AS transaction,
  coalesce(l.closed_at, CASE WHEN t.state IN ('mined', 'reverted', 'displaced') THEN coalesce(t.mined_at, t.sent_at) END) AS closed_at,
  CASE WHEN r.way = 'signature' THEN l.reason WHEN t.state IN ('reverted', 'displaced') THEN t.state END AS failure,
  -- Nothing of it can be on its way any more; of a failed one by signature only its `valid_before` can tell.
  CASE WHEN r.way = 'signature' THEN l.state = 'released' ELSE t.final AND t.state <> 'mined' END AS void
FROM refunds r
LEFT JOIN payments l ON r.way = 'signature' AND l.id = r.ledger_id
LEFT JOIN LATERAL (
  SELECT t.hash, t.state, t.mined_at, t.sent_at, t.final FROM refund_transactions t
  WHERE r.way = 'allowance' AND t.refund_id = r.id AND t.state <> 'replaced'
  ORDER BY t.state = 'sent', t.sent_at DESC LIMIT 1
) t ON true;

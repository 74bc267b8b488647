-- What sellers are told of (db/schema/webhooks.ts) is noted in the very transaction in which it happens.
ALTER TABLE "webhook_deliveries" SET (fillfactor = 70);--> statement-breakpoint
CREATE FUNCTION iso_utc(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;--> statement-breakpoint
CREATE TYPE webhook_note AS (id text, account text, type text, subject text, data jsonb);--> statement-breakpoint
-- Keeps what somebody wants to be told of, once for each id, and one delivery for each who does. Who sends is woken.
CREATE FUNCTION note_webhooks(notes webhook_note[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  noted int;
BEGIN
  WITH wanted AS (
    SELECT n.*, e.id AS endpoint FROM unnest(notes) n
    JOIN webhook_endpoints e ON e.account = n.account AND e.state = 'on' AND n.type = ANY (e.events)
  ), kept AS (
    INSERT INTO webhook_events (id, account, type, subject, data)
    SELECT DISTINCT ON (id) id, account, type, subject, data FROM wanted ON CONFLICT (id) DO NOTHING RETURNING id
  )
  INSERT INTO webhook_deliveries (event_id, endpoint_id, account)
  SELECT w.id, w.endpoint, w.account FROM wanted w JOIN kept k ON k.id = w.id;
  GET DIAGNOSTICS noted = ROW_COUNT;
  IF noted > 0 THEN PERFORM pg_notify('coinslot_webhooks', ''); END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION webhook_event_id(subject text, what text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT 'evt_' || left(encode(sha256(convert_to(subject || ' ' || what, 'UTF8')), 'hex'), 24)
$$;--> statement-breakpoint
-- A payment as its seller is told of it.
CREATE FUNCTION webhook_payment(p payments) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', p.id, 'state', p.state, 'tool', p.tool, 'payer', p.payer, 'payTo', p.pay_to, 'network', p.network,
    'asset', p.asset, 'amount', p.amount::text, 'transaction', p.transaction, 'block', p.block_number::text, 'reason', p.reason,
    'reasonMessage', p.reason_message, 'receivedAt', iso_utc(p.received_at), 'answeredAt', iso_utc(p.answered_at), 'closedAt', iso_utc(p.closed_at))
$$;--> statement-breakpoint
-- The event of a payment's outcome has the same id however often it comes: a block that was undone and mined again is told once.
CREATE FUNCTION tell_of_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  notes webhook_note[];
BEGIN
  IF NOT EXISTS (SELECT FROM webhook_endpoints WHERE state = 'on') THEN RETURN NULL; END IF;
  SELECT array_agg((webhook_event_id(n.id, v.type), v.account, v.type, v.subject, v.data)::webhook_note) INTO notes
  FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.state <> n.state, LATERAL (
    SELECT n.account, CASE n.state WHEN 'settled' THEN 'payment.settled' ELSE 'payment.failed' END AS type, n.id AS subject,
      jsonb_build_object('payment', webhook_payment(n)) AS data WHERE n.tool <> 'refund'
    UNION ALL
    -- A refund is bound to the payment that it gives back, and that payment's seller is told.
    SELECT p.account, CASE n.state WHEN 'settled' THEN 'refund.settled' ELSE 'refund.failed' END, p.id,
      jsonb_build_object('refund', webhook_payment(n) - '{tool,answeredAt}'::text[], 'payment', webhook_payment(p))
    FROM payments p WHERE n.tool = 'refund' AND p.id = substr(n.fingerprint, 8)
  ) v
  WHERE n.state IN ('settled', 'failed', 'released')
    AND EXISTS (SELECT FROM webhook_endpoints e WHERE e.account = v.account AND e.state = 'on' AND v.type = ANY (e.events));
  IF notes IS NOT NULL THEN PERFORM note_webhooks(notes); END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER payments_told AFTER UPDATE ON payments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION tell_of_payments();

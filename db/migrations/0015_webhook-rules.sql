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
CREATE FUNCTION webhook_refund(r refunds) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('id', r.id, 'payment', r.payment_id, 'tool', r.tool, 'payer', r.payer, 'amount', r.amount::text, 'kind', r.kind,
    'reason', r.reason, 'words', r.words, 'state', s.state, 'transaction', s.transaction)
  FROM refund_states s WHERE s.id = r.id
$$;--> statement-breakpoint
-- The event of a payment's outcome has the same id however often it comes: a block that was undone and mined again is told once.
CREATE FUNCTION tell_of_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids text[];
  notes webhook_note[];
BEGIN
  IF NOT EXISTS (SELECT FROM webhook_endpoints WHERE state = 'on') THEN RETURN NULL; END IF;
  -- Who wants it is looked up before anything is written out.
  SELECT array_agg(n.id) INTO ids FROM new_rows n JOIN old_rows o ON o.id = n.id AND o.state <> n.state
  WHERE n.state IN ('settled', 'failed', 'released') AND (n.tool = 'refund' OR EXISTS (
    SELECT FROM webhook_endpoints e WHERE e.account = n.account AND e.state = 'on'
      AND CASE n.state WHEN 'settled' THEN 'payment.settled' ELSE 'payment.failed' END = ANY (e.events)));
  IF ids IS NULL THEN RETURN NULL; END IF;
  SELECT array_agg((webhook_event_id(v.id, v.type), v.account, v.type, v.subject, v.data)::webhook_note) INTO notes
  FROM payments p, LATERAL (
    SELECT p.id, p.account, CASE p.state WHEN 'settled' THEN 'payment.settled' ELSE 'payment.failed' END AS type, p.id AS subject,
      jsonb_build_object('payment', webhook_payment(p)) AS data WHERE p.tool <> 'refund'
    UNION ALL
    SELECT r.id, r.account, CASE p.state WHEN 'settled' THEN 'refund.settled' ELSE 'refund.failed' END, r.payment_id,
      jsonb_build_object('refund', webhook_refund(r)) FROM refunds r WHERE p.tool = 'refund' AND r.ledger_id = p.id
  ) v WHERE p.id = ANY (ids);
  IF notes IS NOT NULL THEN PERFORM note_webhooks(notes); END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER payments_told AFTER UPDATE ON payments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION tell_of_payments();--> statement-breakpoint
-- Refunds out of an allowance are transactions of their own.
CREATE FUNCTION tell_of_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  what text := CASE NEW.state WHEN 'mined' THEN 'refund.settled' ELSE 'refund.failed' END;
BEGIN
  PERFORM note_webhooks(array_agg((webhook_event_id(r.id, what), r.account, what, r.payment_id, jsonb_build_object('refund', webhook_refund(r)))::webhook_note)),
    pg_notify('coinslot_changed', min(r.account))
  FROM refunds r WHERE r.id = NEW.refund_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER refund_transactions_told AFTER UPDATE OF state ON refund_transactions FOR EACH ROW
WHEN (NEW.refund_id IS NOT NULL AND NEW.state <> OLD.state AND NEW.state IN ('mined', 'reverted', 'displaced')) EXECUTE FUNCTION tell_of_refund();--> statement-breakpoint
CREATE FUNCTION tell_of_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  what text := CASE NEW.state WHEN 'open' THEN 'dispute.opened' WHEN 'lost' THEN 'dispute.lost' ELSE 'dispute.answered' END;
BEGIN
  PERFORM pg_notify('coinslot_changed', NEW.account);
  PERFORM note_webhooks(array[(webhook_event_id(NEW.id, NEW.state), NEW.account, what, NEW.payment_id, jsonb_build_object('dispute', jsonb_build_object(
    'id', NEW.id, 'payment', NEW.payment_id, 'tool', NEW.tool, 'payer', NEW.payer, 'amount', NEW.amount::text, 'reason', NEW.reason, 'words', NEW.words,
    'state', NEW.state, 'sellerWords', NEW.seller_words, 'openedAt', iso_utc(NEW.opened_at), 'dueAt', iso_utc(NEW.due_at))))::webhook_note]);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER disputes_opened AFTER INSERT ON disputes FOR EACH ROW EXECUTE FUNCTION tell_of_dispute();--> statement-breakpoint
CREATE TRIGGER disputes_moved AFTER UPDATE OF state ON disputes FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION tell_of_dispute();

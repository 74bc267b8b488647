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
CREATE TRIGGER disputes_moved AFTER UPDATE OF state ON disputes FOR EACH ROW WHEN (NEW.state <> OLD.state) EXECUTE FUNCTION tell_of_dispute();--> statement-breakpoint
-- What sellers see of each tool and of each reason is kept beside the ledger, too.
ALTER TABLE "account_figures" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "account_times" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "account_reasons" SET (fillfactor = 70);--> statement-breakpoint
-- Moves the log into the figures, one at a time. In a trigger nobody waits for another who does it; a reader waits a moment.
CREATE OR REPLACE FUNCTION fold_rollups(patient boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changes payer_change[];
  the_day date;
  tries int := 0;
BEGIN
  IF patient AND NOT EXISTS (SELECT FROM outcome_log) AND NOT EXISTS (SELECT FROM settlement_log) THEN RETURN; END IF;
  WHILE NOT pg_try_advisory_xact_lock(402, 1) LOOP
    tries := tries + 1;
    IF NOT patient OR tries > 20 THEN RETURN; END IF;
    PERFORM pg_sleep(0.005);
  END LOOP;
  WITH gone AS (DELETE FROM settlement_log RETURNING *)
  INSERT INTO settlement_hours AS h (hour, transactions, payments, gas, gas_fee)
  SELECT date_trunc('hour', mined_at, 'UTC'), sum(sign), sum(sign * payments), sum(sign * gas), sum(sign * gas_fee) FROM gone GROUP BY 1
  ON CONFLICT (hour) DO UPDATE SET transactions = h.transactions + excluded.transactions, payments = h.payments + excluded.payments,
    gas = h.gas + excluded.gas, gas_fee = h.gas_fee + excluded.gas_fee;
  WITH gone AS (
    DELETE FROM outcome_log RETURNING *, state = 'settled' AS paid, date_trunc('hour', claimed_at, 'UTC') AS hour
  ), sums AS (
    SELECT account, tool, hour, sum(sign) FILTER (WHERE paid) AS settled, sum(sign) FILTER (WHERE state = 'released') AS released,
      sum(sign) FILTER (WHERE state = 'failed') AS failed, sum(sign) FILTER (WHERE answered_at IS NOT NULL) AS answered,
      sum(sign * amount) FILTER (WHERE paid) AS amount, sum(sign * gas_used) AS gas, sum(sign * gas_fee) AS gas_fee
    FROM gone GROUP BY account, tool, hour
  ), figures AS (
    INSERT INTO payment_figures AS f (scope, step, at, settled, released, failed, answered, facilitated, amount, gas, gas_fee)
    SELECT v.scope, v.step, date_trunc(v.step, hour, 'UTC'), coalesce(sum(settled), 0), coalesce(sum(released), 0), coalesce(sum(failed), 0),
      coalesce(sum(answered), 0), coalesce(sum(settled) FILTER (WHERE tool = 'facilitator'), 0), coalesce(sum(amount), 0),
      coalesce(sum(gas), 0), coalesce(sum(gas_fee), 0)
    FROM sums, LATERAL (VALUES (account, 'hour'), (account, 'day'), (tool, 'day'), ('', 'hour'), ('', 'day')) v (scope, step)
    WHERE v.scope = account OR tool <> 'facilitator' GROUP BY 1, 2, 3
    ON CONFLICT (scope, step, at) DO UPDATE SET
      settled = f.settled + excluded.settled, released = f.released + excluded.released, failed = f.failed + excluded.failed,
      answered = f.answered + excluded.answered, facilitated = f.facilitated + excluded.facilitated, amount = f.amount + excluded.amount,
      gas = f.gas + excluded.gas, gas_fee = f.gas_fee + excluded.gas_fee
  ), times AS (
    INSERT INTO payment_times AS t (kind, tool, at, micros, calls)
    SELECT 'run', tool, date_trunc('day', hour, 'UTC'), near_micros(answered_at - claimed_at), sum(sign) FROM gone
    WHERE answered_at IS NOT NULL AND tool <> 'facilitator' GROUP BY 2, 3, 4 HAVING sum(sign) <> 0
    UNION ALL
    SELECT 'took', '', hour, near_micros(closed_at - received_at), sum(sign) FROM gone
    WHERE paid AND closed_at IS NOT NULL AND tool <> 'facilitator' GROUP BY 3, 4 HAVING sum(sign) <> 0
    ON CONFLICT (kind, tool, at, micros) DO UPDATE SET calls = t.calls + excluded.calls
  ), own AS (
    INSERT INTO account_figures AS f (account, step, at, tool, settled, released, failed, answered, amount)
    SELECT account, v.step, date_trunc(v.step, hour, 'UTC'), tool, coalesce(sum(settled), 0), coalesce(sum(released), 0),
      coalesce(sum(failed), 0), coalesce(sum(answered), 0), coalesce(sum(amount), 0)
    FROM sums, (VALUES ('hour'), ('day')) v (step) GROUP BY 1, 2, 3, 4
    ON CONFLICT (account, step, at, tool) DO UPDATE SET settled = f.settled + excluded.settled, released = f.released + excluded.released,
      failed = f.failed + excluded.failed, answered = f.answered + excluded.answered, amount = f.amount + excluded.amount
  ), own_times AS (
    INSERT INTO account_times AS t (account, kind, at, tool, micros, calls)
    SELECT account, 'run', date_trunc('day', hour, 'UTC'), tool, near_micros(answered_at - claimed_at), sum(sign) FROM gone
    WHERE answered_at IS NOT NULL AND tool <> 'facilitator' GROUP BY 1, 3, 4, 5 HAVING sum(sign) <> 0
    UNION ALL
    SELECT account, 'call', date_trunc('day', hour, 'UTC'), tool, near_micros(closed_at - received_at), sum(sign) FROM gone
    WHERE paid AND closed_at IS NOT NULL AND tool <> 'facilitator' GROUP BY 1, 3, 4, 5 HAVING sum(sign) <> 0
    ON CONFLICT (account, kind, at, tool, micros) DO UPDATE SET calls = t.calls + excluded.calls
  ), own_reasons AS (
    INSERT INTO account_reasons AS r (account, step, at, state, reason, calls)
    SELECT account, v.step, date_trunc(v.step, hour, 'UTC'), state, coalesce(reason, ''), sum(sign)
    FROM gone, (VALUES ('hour'), ('day')) v (step) WHERE NOT paid GROUP BY 1, 2, 3, 4, 5 HAVING sum(sign) <> 0
    ON CONFLICT (account, step, at, state, reason) DO UPDATE SET calls = r.calls + excluded.calls
  ), payers AS (
    SELECT account, payer, tool, hour, count(*) FILTER (WHERE sign > 0) AS came, count(*) FILTER (WHERE sign < 0) AS went,
      sum(sign * amount) AS amount
    FROM gone WHERE paid GROUP BY account, payer, tool, hour
  )
  SELECT array_agg((account, payer, tool, hour, (hour AT TIME ZONE 'UTC')::date, 1 << date_part('hour', hour AT TIME ZONE 'UTC')::int,
    came, went, amount)::payer_change) INTO changes FROM payers;
  IF changes IS NULL THEN RETURN; END IF;
  -- Days one after the other: what a payer did on one decides how the next is counted.
  FOR the_day IN SELECT DISTINCT c.day FROM unnest(changes) c ORDER BY 1 LOOP
    PERFORM add_payer_day(changes, the_day);
  END LOOP;
  PERFORM add_tool_payers(changes);
END $$;--> statement-breakpoint
-- Refunds count nowhere: they are no calls, and no revenue of whoever gets them.
-- A row whose outcome stayed but whose gas, say, changed is taken away as it was and added as it is.
CREATE OR REPLACE FUNCTION note_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted int;
BEGIN
  INSERT INTO outcome_log
  SELECT 1, state, tool, account, payer, amount, gas_used, gas_fee, received_at, claimed_at, answered_at, closed_at, left(reason, 64)
  FROM new_rows WHERE tool <> 'refund' AND state IN ('settled', 'released', 'failed')
  UNION ALL
  SELECT -1, state, tool, account, payer, amount, gas_used, gas_fee, received_at, claimed_at, answered_at, closed_at, left(reason, 64)
  FROM old_rows WHERE tool <> 'refund' AND state IN ('settled', 'released', 'failed');
  GET DIAGNOSTICS noted = ROW_COUNT;
  -- Once in 2,000 rows, so that the log stays short where nobody reads.
  IF noted > 0 AND random() * 2000 < noted THEN PERFORM fold_rollups(false); END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- All of it anew from the ledger, by other ways than the trigger's; the trigger has to come to the same.
CREATE OR REPLACE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql SET work_mem = '64MB' AS $$
BEGIN
  LOCK TABLE payments, settlements IN SHARE ROW EXCLUSIVE MODE;
  PERFORM pg_advisory_xact_lock(402, 1);
  DELETE FROM outcome_log; DELETE FROM settlement_log;
  DELETE FROM payment_figures; DELETE FROM payment_times; DELETE FROM payer_days; DELETE FROM payer_arrivals;
  DELETE FROM tool_payers; DELETE FROM tool_payer_days; DELETE FROM settlement_hours;
  DELETE FROM account_figures; DELETE FROM account_times; DELETE FROM account_reasons;
  INSERT INTO account_figures (account, step, at, tool, settled, released, failed, answered, amount)
    SELECT account, step, date_trunc(step, claimed_at, 'UTC'), tool, count(*) FILTER (WHERE state = 'settled'),
      count(*) FILTER (WHERE state = 'released'), count(*) FILTER (WHERE state = 'failed'), count(answered_at),
      coalesce(sum(amount) FILTER (WHERE state = 'settled'), 0)
    FROM payments, (VALUES ('hour'), ('day')) v (step)
    WHERE tool <> 'refund' AND state IN ('settled', 'released', 'failed') GROUP BY 1, 2, 3, 4 ORDER BY 3;
  INSERT INTO account_times (account, kind, at, tool, micros, calls)
    SELECT account, 'run', date_trunc('day', claimed_at, 'UTC'), tool, near_micros(answered_at - claimed_at), count(*) FROM payments
    WHERE state IN ('settled', 'released', 'failed') AND answered_at IS NOT NULL AND tool NOT IN ('facilitator', 'refund') GROUP BY 1, 3, 4, 5;
  INSERT INTO account_times (account, kind, at, tool, micros, calls)
    SELECT account, 'call', date_trunc('day', claimed_at, 'UTC'), tool, near_micros(closed_at - received_at), count(*) FROM payments
    WHERE state = 'settled' AND closed_at IS NOT NULL AND tool NOT IN ('facilitator', 'refund') GROUP BY 1, 3, 4, 5;
  INSERT INTO account_reasons (account, step, at, state, reason, calls)
    SELECT account, step, date_trunc(step, claimed_at, 'UTC'), state, coalesce(left(reason, 64), ''), count(*)
    FROM payments, (VALUES ('hour'), ('day')) v (step) WHERE tool <> 'refund' AND state IN ('released', 'failed') GROUP BY 1, 2, 3, 4, 5;
  INSERT INTO payment_figures (scope, step, at, settled, released, failed, answered, facilitated, amount, gas, gas_fee)
    SELECT scope, step, date_trunc(step, claimed_at, 'UTC'), count(*) FILTER (WHERE state = 'settled'),
      count(*) FILTER (WHERE state = 'released'), count(*) FILTER (WHERE state = 'failed'), count(answered_at),
      count(*) FILTER (WHERE state = 'settled' AND tool = 'facilitator'), coalesce(sum(amount) FILTER (WHERE state = 'settled'), 0),
      coalesce(sum(gas_used), 0), coalesce(sum(gas_fee), 0)
    FROM payments, LATERAL (VALUES (account, 'hour'), (account, 'day'), (tool, 'day'), ('', 'hour'), ('', 'day')) v (scope, step)
    WHERE tool <> 'refund' AND state IN ('settled', 'released', 'failed') AND (scope = account OR tool <> 'facilitator') GROUP BY 1, 2, 3 ORDER BY 3;
  INSERT INTO payment_times (kind, tool, at, micros, calls)
    SELECT 'run', tool, date_trunc('day', claimed_at, 'UTC'), near_micros(answered_at - claimed_at), count(*) FROM payments
    WHERE state IN ('settled', 'released', 'failed') AND answered_at IS NOT NULL AND tool NOT IN ('facilitator', 'refund') GROUP BY 2, 3, 4;
  INSERT INTO payment_times (kind, tool, at, micros, calls)
    SELECT 'took', '', date_trunc('hour', claimed_at, 'UTC'), near_micros(closed_at - received_at), count(*) FROM payments
    WHERE state = 'settled' AND closed_at IS NOT NULL AND tool NOT IN ('facilitator', 'refund') GROUP BY 3, 4;
  INSERT INTO payer_days (account, payer, day, hours, calls, amount, facilitated_calls, facilitated_amount)
    SELECT account, payer, (claimed_at AT TIME ZONE 'UTC')::date, bit_or(1 << extract(hour FROM claimed_at AT TIME ZONE 'UTC')::int),
      count(*), sum(amount), count(*) FILTER (WHERE tool = 'facilitator'), coalesce(sum(amount) FILTER (WHERE tool = 'facilitator'), 0)
    FROM payments WHERE state = 'settled' AND tool <> 'refund' GROUP BY 1, 2, 3;
  INSERT INTO payer_arrivals (account, step, at, seen, payers)
    SELECT account, 'day', day::timestamp AT TIME ZONE 'UTC', before, count(*)
    FROM (SELECT *, lag(day, 1, '1970-01-01') OVER (PARTITION BY account, payer ORDER BY day) AS before FROM payer_days) d GROUP BY 1, 3, 4 ORDER BY 3;
  INSERT INTO payer_arrivals (account, step, at, seen, payers)
    SELECT account, 'hour', (day::timestamp AT TIME ZONE 'UTC') + h * interval '1 hour', CASE WHEN hours & ((1 << h) - 1) = 0 THEN before ELSE day END, count(*)
    FROM (SELECT *, lag(day, 1, '1970-01-01') OVER (PARTITION BY account, payer ORDER BY day) AS before FROM payer_days) d, generate_series(0, 23) h
    WHERE hours & (1 << h) <> 0 GROUP BY 1, 3, 4 ORDER BY 3;
  INSERT INTO tool_payers (tool, payer, last, second)
    SELECT tool, payer, max(day) FILTER (WHERE n = 1), max(day) FILTER (WHERE n = 2)
    FROM (SELECT tool, payer, (claimed_at AT TIME ZONE 'UTC')::date AS day, row_number() OVER (PARTITION BY tool, payer ORDER BY claimed_at DESC) AS n
      FROM payments WHERE state = 'settled' AND tool NOT IN ('facilitator', 'refund')) c WHERE n <= 2 GROUP BY 1, 2;
  INSERT INTO tool_payer_days (tool, day, last, second)
    SELECT tool, v.day, sum(v.l), sum(v.s) FROM tool_payers, LATERAL (VALUES (last, 1, 0), (second, 0, 1)) v (day, l, s)
    WHERE v.day IS NOT NULL GROUP BY 1, 2;
  INSERT INTO settlement_hours (hour, transactions, payments, gas, gas_fee)
    SELECT date_trunc('hour', coalesce(mined_at, sent_at), 'UTC'), count(*), sum(payment_count), coalesce(sum(gas_used), 0),
      coalesce(sum(gas_used * gas_price), 0) FROM settlements WHERE state = 'mined' GROUP BY 1;
END $$;--> statement-breakpoint
SELECT rebuild_rollups();

-- The trigger that keeps the figures of db/schema/rollups.ts, and the rebuild of all of them.
ALTER TABLE "payment_figures" SET (fillfactor = 50, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
ALTER TABLE "payment_times" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "payer_days" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "payer_arrivals" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "tool_payer_days" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "settlement_hours" SET (fillfactor = 50);--> statement-breakpoint
-- One of a payer's payments, or of all, newest first: the explorer's pages and the dashboard's filter.
CREATE INDEX IF NOT EXISTS "payments_by_payer" ON "payments" USING btree ("payer", "claimed_at" DESC NULLS LAST, "id" DESC NULLS LAST);--> statement-breakpoint
-- The nearest of 35 values a decade: 1.0 to 2.0 by 0.1, to 5.0 by 0.2, to 10 by 0.5. Nothing is told apart below 0.1 ms.
CREATE FUNCTION near_micros(span interval) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  us float8 := greatest(extract(epoch FROM span)::float8 * 1e6, 100);
  unit float8 := 10 ^ (floor(log(us)) - 1);
  step float8 := unit * CASE WHEN us < 20 * unit THEN 1 WHEN us < 50 * unit THEN 2 ELSE 5 END;
BEGIN
  RETURN round(us / step) * step;
END $$;--> statement-breakpoint
-- Everything below runs under one lock, held to the end of the transaction: figures are shared by all payments, and so no
-- order of statements can lock two transactions against each other here. Outcomes come in batches, so few ever wait.
CREATE FUNCTION lock_rollups() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(402, 1) $$;--> statement-breakpoint
-- What the rows added (sign 1) or took away (sign -1). A row that changed nothing but, say, its gas is both.
CREATE TYPE outcome_change AS (
  sign int, state text, tool text, pay_to text, payer text, amount bigint, gas bigint, gas_fee bigint,
  answered boolean, ran bigint, took bigint, hour timestamptz, day date, hour_bit int
);--> statement-breakpoint
CREATE FUNCTION outcome_of(sign int, p payments) RETURNS outcome_change LANGUAGE sql IMMUTABLE AS $$
  SELECT (sign, p.state, p.tool, p.pay_to, p.payer, p.amount, coalesce(p.gas_used, 0), coalesce(p.gas_fee, 0),
    p.answered_at IS NOT NULL, near_micros(p.answered_at - p.claimed_at),
    CASE WHEN p.state = 'settled' THEN near_micros(p.closed_at - p.received_at) END,
    date_trunc('hour', p.claimed_at, 'UTC'), (p.claimed_at AT TIME ZONE 'UTC')::date,
    1 << extract(hour FROM p.claimed_at AT TIME ZONE 'UTC')::int)::outcome_change
$$;--> statement-breakpoint
CREATE FUNCTION add_payment_figures(changes outcome_change[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO payment_figures AS f (pay_to, step, at, tool, settled, released, failed, answered, amount, gas, gas_fee)
  SELECT c.pay_to, s.step, date_trunc(s.step, c.hour, 'UTC'), c.tool,
    coalesce(sum(c.sign) FILTER (WHERE c.state = 'settled'), 0), coalesce(sum(c.sign) FILTER (WHERE c.state = 'released'), 0),
    coalesce(sum(c.sign) FILTER (WHERE c.state = 'failed'), 0), coalesce(sum(c.sign) FILTER (WHERE c.answered), 0),
    coalesce(sum(c.sign * c.amount) FILTER (WHERE c.state = 'settled'), 0), sum(c.sign * c.gas), sum(c.sign * c.gas_fee)
  FROM unnest(changes) c, (VALUES ('hour'), ('day')) s (step)
  GROUP BY 1, 2, 3, 4
  ON CONFLICT (pay_to, step, at, tool) DO UPDATE SET
    settled = f.settled + excluded.settled, released = f.released + excluded.released, failed = f.failed + excluded.failed,
    answered = f.answered + excluded.answered, amount = f.amount + excluded.amount, gas = f.gas + excluded.gas,
    gas_fee = f.gas_fee + excluded.gas_fee;
$$;--> statement-breakpoint
CREATE FUNCTION add_payment_times(changes outcome_change[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO payment_times AS t (kind, tool, at, micros, calls)
  SELECT v.kind, v.tool, v.at, v.micros, sum(c.sign)
  FROM unnest(changes) c, LATERAL (VALUES
    ('run', c.tool, date_trunc('day', c.hour, 'UTC'), c.ran), ('took', '', c.hour, c.took)) v (kind, tool, at, micros)
  WHERE v.micros IS NOT NULL AND c.tool <> 'facilitator'
  GROUP BY 1, 2, 3, 4 HAVING sum(c.sign) <> 0
  ON CONFLICT (kind, tool, at, micros) DO UPDATE SET calls = t.calls + excluded.calls;
$$;--> statement-breakpoint
-- One day's settled changes. `came` and `went` are the hours that a payer has now or has no more; the rest follows from
-- the payer's hours before and after. The day after it, if the payer has one, may have been preceded by another day.
CREATE FUNCTION add_payer_day(changes outcome_change[], the_day date) RETURNS void LANGUAGE sql AS $$
  WITH h AS (
    SELECT pay_to, payer, hour, hour_bit, sum(sign)::int AS n, sum(sign * amount) AS amount,
      sum(sign) FILTER (WHERE tool = 'facilitator') AS f_n, sum(sign * amount) FILTER (WHERE tool = 'facilitator') AS f_amount
    FROM unnest(changes) WHERE state = 'settled' AND day = the_day GROUP BY pay_to, payer, hour, hour_bit
  ), g AS (
    SELECT pay_to, payer, sum(n) AS calls, sum(amount) AS amount, coalesce(sum(f_n), 0) AS f_calls,
      coalesce(sum(f_amount), 0) AS f_amount, coalesce(bit_or(hour_bit) FILTER (WHERE n > 0), 0) AS came,
      coalesce(bit_or(hour_bit) FILTER (WHERE n < 0 AND NOT EXISTS (
        SELECT FROM payments p WHERE p.payer = h.payer AND p.pay_to = h.pay_to AND p.state = 'settled'
          AND p.claimed_at >= h.hour AND p.claimed_at < h.hour + interval '1 hour')), 0) AS went
    FROM h GROUP BY pay_to, payer
  ), m AS (
    SELECT g.*, coalesce(p.hours, 0) AS was, (coalesce(p.hours, 0) & ~g.went) | g.came AS becomes
    FROM g LEFT JOIN payer_days p ON p.pay_to = g.pay_to AND p.payer = g.payer AND p.day = the_day
  ), moved AS MATERIALIZED (
    SELECT m.*, n.day AS next_day, n.hours & -n.hours AS next_bit, coalesce((
      SELECT max(p.day) FROM payer_days p WHERE p.pay_to = m.pay_to AND p.payer = m.payer AND p.day < the_day), '1970-01-01') AS before
    FROM m LEFT JOIN LATERAL (
      SELECT p.day, p.hours FROM payer_days p WHERE p.pay_to = m.pay_to AND p.payer = m.payer AND p.day > the_day ORDER BY p.day LIMIT 1
    ) n ON true WHERE m.was <> m.becomes
  ), arrived AS (
    INSERT INTO payer_arrivals AS a (pay_to, hour, seen, payers)
    SELECT v.pay_to, (v.day::timestamp AT TIME ZONE 'UTC') + v.hour * interval '1 hour', v.seen, sum(v.n) FROM (
      SELECT pay_to, the_day AS day, b.hour, CASE WHEN becomes & (b.bit - 1) = 0 THEN before ELSE the_day END AS seen, 1 AS n
      FROM moved, (SELECT s, 1 << s FROM generate_series(0, 23) s) b (hour, bit) WHERE becomes & b.bit <> 0
      UNION ALL
      SELECT pay_to, the_day, b.hour, CASE WHEN was & (b.bit - 1) = 0 THEN before ELSE the_day END, -1
      FROM moved, (SELECT s, 1 << s FROM generate_series(0, 23) s) b (hour, bit) WHERE was & b.bit <> 0
      UNION ALL
      SELECT pay_to, next_day, round(log(2.0, next_bit))::int, CASE WHEN (s.n > 0) = (becomes = 0) THEN before ELSE the_day END, s.n
      FROM moved, (VALUES (1), (-1)) s (n) WHERE next_day IS NOT NULL AND (was = 0) <> (becomes = 0)
    ) v GROUP BY 1, 2, 3 HAVING sum(v.n) <> 0
    ON CONFLICT (pay_to, hour, seen) DO UPDATE SET payers = a.payers + excluded.payers
  ), emptied AS (
    DELETE FROM payer_days p USING m WHERE m.becomes = 0 AND p.pay_to = m.pay_to AND p.payer = m.payer AND p.day = the_day
  )
  INSERT INTO payer_days AS p (pay_to, payer, day, hours, calls, amount, facilitated_calls, facilitated_amount)
  SELECT pay_to, payer, the_day, becomes, calls, amount, f_calls, f_amount FROM m WHERE becomes <> 0
  ON CONFLICT (pay_to, payer, day) DO UPDATE SET hours = excluded.hours, calls = p.calls + excluded.calls,
    amount = p.amount + excluded.amount, facilitated_calls = p.facilitated_calls + excluded.facilitated_calls,
    facilitated_amount = p.facilitated_amount + excluded.facilitated_amount;
$$;--> statement-breakpoint
-- A payer that has called today at least twice before changes nothing here, and most payers are of that kind.
CREATE FUNCTION add_tool_payers(changes outcome_change[]) RETURNS void LANGUAGE sql AS $$
  WITH c AS (
    SELECT tool, payer, array_agg(day ORDER BY day DESC) FILTER (WHERE sign > 0) AS days, bool_or(sign < 0) AS went
    FROM unnest(changes) WHERE state = 'settled' AND tool <> 'facilitator' GROUP BY tool, payer
  ), m AS MATERIALIZED (
    SELECT c.tool, c.payer, t.last AS was_last, t.second AS was_second, n.days[1] AS last, n.days[2] AS second
    FROM c LEFT JOIN tool_payers t ON t.tool = c.tool AND t.payer = c.payer, LATERAL (
      SELECT array_agg(x.day ORDER BY x.day DESC) AS days FROM (
        SELECT unnest(c.days || t.last || t.second) AS day WHERE NOT c.went
        UNION ALL
        (SELECT (p.claimed_at AT TIME ZONE 'UTC')::date FROM payments p
         WHERE c.went AND p.payer = c.payer AND p.tool = c.tool AND p.state = 'settled' ORDER BY p.claimed_at DESC NULLS LAST LIMIT 2)
      ) x WHERE x.day IS NOT NULL
    ) n WHERE c.went OR t.second IS NULL OR t.second < c.days[1]
  ), kept AS (
    INSERT INTO tool_payers (tool, payer, last, second) SELECT tool, payer, last, second FROM m WHERE last IS NOT NULL
    ON CONFLICT (tool, payer) DO UPDATE SET last = excluded.last, second = excluded.second
  ), emptied AS (
    DELETE FROM tool_payers t USING m WHERE m.last IS NULL AND t.tool = m.tool AND t.payer = m.payer
  )
  INSERT INTO tool_payer_days AS d (tool, day, last, second)
  SELECT m.tool, v.day, sum(v.l), sum(v.s)
  FROM m, LATERAL (VALUES (m.was_last, -1, 0), (m.was_second, 0, -1), (m.last, 1, 0), (m.second, 0, 1)) v (day, l, s)
  WHERE v.day IS NOT NULL GROUP BY 1, 2 HAVING sum(v.l) <> 0 OR sum(v.s) <> 0
  ON CONFLICT (tool, day) DO UPDATE SET last = d.last + excluded.last, second = d.second + excluded.second;
$$;--> statement-breakpoint
CREATE FUNCTION count_outcomes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changes outcome_change[];
  the_day date;
BEGIN
  SELECT array_agg(outcome_of(1, n)) INTO changes FROM new_rows n WHERE state IN ('settled', 'released', 'failed');
  changes := changes || (SELECT array_agg(outcome_of(-1, o)) FROM old_rows o WHERE state IN ('settled', 'released', 'failed'));
  IF changes IS NULL THEN RETURN NULL; END IF;
  PERFORM lock_rollups();
  PERFORM add_payment_figures(changes);
  PERFORM add_payment_times(changes);
  -- Days one after the other: what a payer did on one decides how the next is counted.
  FOR the_day IN SELECT DISTINCT c.day FROM unnest(changes) c WHERE c.state = 'settled' ORDER BY 1 LOOP
    PERFORM add_payer_day(changes, the_day);
  END LOOP;
  PERFORM add_tool_payers(changes);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER payments_outcomes AFTER UPDATE ON payments REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION count_outcomes();--> statement-breakpoint
-- Outcomes are counted when they come, so a payment can't begin with one.
CREATE FUNCTION refuse_born_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'payment % begins as %, before it was claimed', NEW.id, NEW.state USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER payments_begin_open BEFORE INSERT ON payments FOR EACH ROW
WHEN (NEW.state IN ('settled', 'released', 'failed')) EXECUTE FUNCTION refuse_born_closed();--> statement-breakpoint
CREATE FUNCTION count_settlement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_rollups();
  INSERT INTO settlement_hours AS h (hour, transactions, payments, gas, gas_fee)
  SELECT date_trunc('hour', coalesce(s.mined_at, s.sent_at), 'UTC'), sum(n), sum(n * s.payment_count), sum(n * coalesce(s.gas_used, 0)),
    sum(n * coalesce(s.gas_used * s.gas_price, 0))
  FROM (SELECT 1 AS n, NEW AS s UNION ALL SELECT -1, OLD WHERE TG_OP = 'UPDATE') c, LATERAL (SELECT (c.s).*) s
  WHERE s.state = 'mined' GROUP BY 1 ORDER BY 1
  ON CONFLICT (hour) DO UPDATE SET transactions = h.transactions + excluded.transactions, payments = h.payments + excluded.payments,
    gas = h.gas + excluded.gas, gas_fee = h.gas_fee + excluded.gas_fee;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER settlements_mined AFTER UPDATE ON settlements FOR EACH ROW
WHEN ((OLD.state = 'mined' OR NEW.state = 'mined') AND (OLD.state, OLD.mined_at, OLD.payment_count, OLD.gas_used, OLD.gas_price)
  IS DISTINCT FROM (NEW.state, NEW.mined_at, NEW.payment_count, NEW.gas_used, NEW.gas_price)) EXECUTE FUNCTION count_settlement();--> statement-breakpoint
CREATE TRIGGER settlements_found AFTER INSERT ON settlements FOR EACH ROW
WHEN (NEW.state = 'mined') EXECUTE FUNCTION count_settlement();--> statement-breakpoint
-- All of it anew from the ledger, by other ways than the trigger's; the trigger has to come to the same.
CREATE FUNCTION rebuild_rollups() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_rollups();
  DELETE FROM payment_figures; DELETE FROM payment_times; DELETE FROM payer_days; DELETE FROM payer_arrivals;
  DELETE FROM tool_payers; DELETE FROM tool_payer_days; DELETE FROM settlement_hours;
  INSERT INTO payment_figures (pay_to, step, at, tool, settled, released, failed, answered, amount, gas, gas_fee)
    SELECT pay_to, step, date_trunc(step, claimed_at, 'UTC'), tool, count(*) FILTER (WHERE state = 'settled'),
      count(*) FILTER (WHERE state = 'released'), count(*) FILTER (WHERE state = 'failed'), count(answered_at),
      coalesce(sum(amount) FILTER (WHERE state = 'settled'), 0), coalesce(sum(gas_used), 0), coalesce(sum(gas_fee), 0)
    FROM payments, (VALUES ('hour'), ('day')) s (step) WHERE state IN ('settled', 'released', 'failed') GROUP BY 1, 2, 3, 4;
  INSERT INTO payment_times (kind, tool, at, micros, calls)
    SELECT 'run', tool, date_trunc('day', claimed_at, 'UTC'), near_micros(answered_at - claimed_at), count(*) FROM payments
    WHERE state IN ('settled', 'released', 'failed') AND answered_at IS NOT NULL AND tool <> 'facilitator' GROUP BY 2, 3, 4;
  INSERT INTO payment_times (kind, tool, at, micros, calls)
    SELECT 'took', '', date_trunc('hour', claimed_at, 'UTC'), near_micros(closed_at - received_at), count(*) FROM payments
    WHERE state = 'settled' AND closed_at IS NOT NULL AND tool <> 'facilitator' GROUP BY 3, 4;
  INSERT INTO payer_days (pay_to, payer, day, hours, calls, amount, facilitated_calls, facilitated_amount)
    SELECT pay_to, payer, (claimed_at AT TIME ZONE 'UTC')::date, bit_or(1 << extract(hour FROM claimed_at AT TIME ZONE 'UTC')::int),
      count(*), sum(amount), count(*) FILTER (WHERE tool = 'facilitator'), coalesce(sum(amount) FILTER (WHERE tool = 'facilitator'), 0)
    FROM payments WHERE state = 'settled' GROUP BY 1, 2, 3;
  INSERT INTO payer_arrivals (pay_to, hour, seen, payers)
    SELECT pay_to, (day::timestamp AT TIME ZONE 'UTC') + h * interval '1 hour', CASE WHEN hours & ((1 << h) - 1) = 0 THEN before ELSE day END, count(*)
    FROM (SELECT *, lag(day, 1, '1970-01-01') OVER (PARTITION BY pay_to, payer ORDER BY day) AS before FROM payer_days) d, generate_series(0, 23) h
    WHERE hours & (1 << h) <> 0 GROUP BY 1, 2, 3;
  INSERT INTO tool_payers (tool, payer, last, second)
    SELECT tool, payer, max(day) FILTER (WHERE n = 1), max(day) FILTER (WHERE n = 2)
    FROM (SELECT tool, payer, (claimed_at AT TIME ZONE 'UTC')::date AS day, row_number() OVER (PARTITION BY tool, payer ORDER BY claimed_at DESC) AS n
      FROM payments WHERE state = 'settled' AND tool <> 'facilitator') c WHERE n <= 2 GROUP BY 1, 2;
  INSERT INTO tool_payer_days (tool, day, last, second)
    SELECT tool, v.day, sum(v.l), sum(v.s) FROM tool_payers, LATERAL (VALUES (last, 1, 0), (second, 0, 1)) v (day, l, s)
    WHERE v.day IS NOT NULL GROUP BY 1, 2;
  INSERT INTO settlement_hours (hour, transactions, payments, gas, gas_fee)
    SELECT date_trunc('hour', coalesce(mined_at, sent_at), 'UTC'), count(*), sum(payment_count), coalesce(sum(gas_used), 0),
      coalesce(sum(gas_used * gas_price), 0) FROM settlements WHERE state = 'mined' GROUP BY 1;
END $$;--> statement-breakpoint
SELECT rebuild_rollups();

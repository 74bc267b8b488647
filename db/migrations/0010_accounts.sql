-- Sales are counted by the wallet whose they are, wherever the money goes to.
ALTER TABLE "payments" ADD COLUMN "account" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "answer_hash" text;--> statement-breakpoint
-- No outcome changes by this, so the figures are none the wiser.
ALTER TABLE payments DISABLE TRIGGER payments_outcomes;--> statement-breakpoint
UPDATE payments SET account = pay_to;--> statement-breakpoint
ALTER TABLE payments ENABLE TRIGGER payments_outcomes;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "account" DROP DEFAULT;--> statement-breakpoint
DROP INDEX "payments_by_seller";--> statement-breakpoint
CREATE INDEX "payments_by_account" ON "payments" USING btree ("account","claimed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
-- What was paid to another address than the seller's own: the explorer finds it here.
CREATE INDEX "payments_paid_elsewhere" ON "payments" USING btree ("pay_to","claimed_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE account <> pay_to;--> statement-breakpoint
ALTER TABLE "outcome_log" RENAME COLUMN "pay_to" TO "account";--> statement-breakpoint
ALTER TABLE "payer_days" RENAME COLUMN "pay_to" TO "account";--> statement-breakpoint
ALTER TABLE "payer_arrivals" RENAME COLUMN "pay_to" TO "account";--> statement-breakpoint
ALTER TABLE "payer_days" RENAME CONSTRAINT "payer_days_pay_to_payer_day_pk" TO "payer_days_account_payer_day_pk";--> statement-breakpoint
ALTER TABLE "payer_arrivals" RENAME CONSTRAINT "payer_arrivals_pay_to_step_at_seen_pk" TO "payer_arrivals_account_step_at_seen_pk";--> statement-breakpoint
ALTER TYPE payer_change RENAME ATTRIBUTE pay_to TO account;--> statement-breakpoint
-- One day's settled changes. `came` and `went` are the hours that a payer has now or has no more; the rest follows from
-- the payer's hours before and after. The day after it, if the payer has one, may have been preceded by another day.
CREATE OR REPLACE FUNCTION add_payer_day(changes payer_change[], the_day date) RETURNS void LANGUAGE sql AS $$
  WITH h AS (
    SELECT account, payer, hour, hour_bit, sum(came - went) AS n, sum(amount) AS amount,
      sum(came - went) FILTER (WHERE tool = 'facilitator') AS f_n, sum(amount) FILTER (WHERE tool = 'facilitator') AS f_amount
    FROM unnest(changes) WHERE day = the_day GROUP BY account, payer, hour, hour_bit
  ), g AS (
    SELECT account, payer, sum(n) AS calls, sum(amount) AS amount, coalesce(sum(f_n), 0) AS f_calls,
      coalesce(sum(f_amount), 0) AS f_amount, coalesce(bit_or(hour_bit) FILTER (WHERE n > 0), 0) AS came,
      coalesce(bit_or(hour_bit) FILTER (WHERE n < 0 AND NOT EXISTS (
        SELECT FROM payments p WHERE p.payer = h.payer AND p.account = h.account AND p.state = 'settled'
          AND p.claimed_at >= h.hour AND p.claimed_at < h.hour + interval '1 hour')), 0) AS went
    FROM h GROUP BY account, payer
  ), m AS (
    -- A look-up a payer, whatever the planner believes of a table that has just begun to grow.
    SELECT g.*, coalesce(p.hours, 0) AS was, (coalesce(p.hours, 0) & ~g.went) | g.came AS becomes
    FROM g LEFT JOIN LATERAL (
      SELECT hours FROM payer_days p WHERE p.account = g.account AND p.payer = g.payer AND p.day = the_day LIMIT 1
    ) p ON true
  ), around AS (
    SELECT m.account, m.was, m.becomes, n.day AS next_day, n.hours & -n.hours AS next_bit, coalesce((
      SELECT max(p.day) FROM payer_days p WHERE p.account = m.account AND p.payer = m.payer AND p.day < the_day), '1970-01-01') AS before
    FROM m LEFT JOIN LATERAL (
      SELECT p.day, p.hours FROM payer_days p WHERE p.account = m.account AND p.payer = m.payer AND p.day > the_day ORDER BY p.day LIMIT 1
    ) n ON true WHERE m.was <> m.becomes
  ), moved AS MATERIALIZED (
    SELECT account, was, becomes, next_day, next_bit, before, count(*) AS alike FROM around GROUP BY 1, 2, 3, 4, 5, 6
  ), arrived AS (
    INSERT INTO payer_arrivals AS a (account, step, at, seen, payers)
    SELECT v.account, s.step, (v.day::timestamp AT TIME ZONE 'UTC') + CASE WHEN s.step = 'hour' THEN v.hour ELSE 0 END * interval '1 hour',
      v.seen, sum(v.n) FROM (
      SELECT account, the_day AS day, b.hour, CASE WHEN becomes & (b.bit - 1) = 0 THEN before ELSE the_day END AS seen, alike AS n
      FROM moved, (SELECT s, 1 << s FROM generate_series(0, 23) s) b (hour, bit) WHERE becomes & b.bit <> 0
      UNION ALL
      SELECT account, the_day, b.hour, CASE WHEN was & (b.bit - 1) = 0 THEN before ELSE the_day END, -alike
      FROM moved, (SELECT s, 1 << s FROM generate_series(0, 23) s) b (hour, bit) WHERE was & b.bit <> 0
      UNION ALL
      SELECT account, next_day, round(log(2.0, next_bit))::int, CASE WHEN (s.n > 0) = (becomes = 0) THEN before ELSE the_day END, s.n * alike
      FROM moved, (VALUES (1), (-1)) s (n) WHERE next_day IS NOT NULL AND (was = 0) <> (becomes = 0)
    ) v, (VALUES ('hour'), ('day')) s (step) WHERE s.step = 'hour' OR v.seen < v.day GROUP BY 1, 2, 3, 4 HAVING sum(v.n) <> 0
    ON CONFLICT (account, step, at, seen) DO UPDATE SET payers = a.payers + excluded.payers
  ), emptied AS (
    DELETE FROM payer_days p USING m WHERE m.becomes = 0 AND p.account = m.account AND p.payer = m.payer AND p.day = the_day
  )
  INSERT INTO payer_days AS p (account, payer, day, hours, calls, amount, facilitated_calls, facilitated_amount)
  SELECT account, payer, the_day, becomes, calls, amount, f_calls, f_amount FROM m WHERE becomes <> 0
  ON CONFLICT (account, payer, day) DO UPDATE SET hours = excluded.hours, calls = p.calls + excluded.calls,
    amount = p.amount + excluded.amount, facilitated_calls = p.facilitated_calls + excluded.facilitated_calls,
    facilitated_amount = p.facilitated_amount + excluded.facilitated_amount;
$$;--> statement-breakpoint
-- A payer that has called today at least twice before changes nothing here, and most payers are of that kind.
CREATE OR REPLACE FUNCTION add_tool_payers(changes payer_change[]) RETURNS void LANGUAGE sql AS $$
  WITH c AS (
    SELECT tool, payer, array_agg(day ORDER BY day DESC) FILTER (WHERE came >= n) AS days, bool_or(went > 0) AS went
    FROM unnest(changes), (VALUES (1), (2)) two (n) WHERE tool <> 'facilitator' GROUP BY tool, payer
  ), m AS MATERIALIZED (
    SELECT c.tool, c.payer, t.last AS was_last, t.second AS was_second, n.days[1] AS last, n.days[2] AS second
    FROM c LEFT JOIN LATERAL (SELECT last, second FROM tool_payers t WHERE t.tool = c.tool AND t.payer = c.payer LIMIT 1) t ON true, LATERAL (
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
  SELECT 1, state, tool, account, payer, amount, gas_used, gas_fee, received_at, claimed_at, answered_at, closed_at
  FROM new_rows WHERE tool <> 'refund' AND state IN ('settled', 'released', 'failed')
  UNION ALL
  SELECT -1, state, tool, account, payer, amount, gas_used, gas_fee, received_at, claimed_at, answered_at, closed_at
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
END $$;

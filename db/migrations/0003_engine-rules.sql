-- Payments are changed two or three times soon after they were written: room in the same page spares the indexes.
ALTER TABLE "payments" SET (fillfactor = 70);--> statement-breakpoint
ALTER TABLE "settlements" SET (fillfactor = 70);--> statement-breakpoint
-- These stay small and change all the time.
ALTER TABLE "open_payments" SET (fillfactor = 70, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);--> statement-breakpoint
-- The allowed changes of state; db/schema/states.ts names the same, a test compares the two.
CREATE FUNCTION refuse_payment_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'payment % may not go from % to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER payments_moves BEFORE UPDATE OF state ON payments FOR EACH ROW
WHEN (OLD.state <> NEW.state AND (OLD.state || ' ' || NEW.state) <> ALL (ARRAY[
  'claimed running', 'claimed answered', 'claimed queued', 'claimed submitted', 'claimed released',
  'running answered', 'running queued', 'running submitted', 'running released',
  'answered queued', 'answered submitted', 'answered settled', 'answered failed', 'answered released',
  'queued submitted', 'queued settled', 'queued failed', 'queued released', 'queued unknown',
  'submitted settled', 'submitted failed', 'submitted unknown', 'submitted queued',
  'unknown settled', 'unknown failed', 'unknown queued',
  'settled queued'
])) EXECUTE FUNCTION refuse_payment_move();--> statement-breakpoint
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the event log is only added to' USING ERRCODE = 'check_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER payment_events_append_only BEFORE UPDATE ON payment_events FOR EACH ROW EXECUTE FUNCTION refuse_event_change();--> statement-breakpoint
-- May this payment run although its payer's balance is nearly spoken for? Decided for one payer at a time: the lock comes
-- first, and what is read after it sees all that the ones before have done. `seen`: open payments of the payer that the
-- chain showed as unused in the very block that `balance` is from; `used`: those that it showed as used.
CREATE FUNCTION admit_payment(the_id text, balance numeric, seen text[], used text[]) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  mine open_payments;
  held numeric;
BEGIN
  SELECT * INTO mine FROM open_payments WHERE payment_id = the_id;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(mine.payer, 402));
  SELECT coalesce(sum(o.amount), 0) INTO held FROM open_payments o
    WHERE o.payer = mine.payer AND o.payment_id <> the_id AND (o.admitted OR o.seq < mine.seq) AND NOT o.payment_id = ANY (used);
  -- Settled since the balance was read: not open any more, but still in that balance.
  held := held + (SELECT coalesce(sum(p.amount), 0) FROM payments p WHERE p.id = ANY (seen) AND p.id <> the_id AND p.state = 'settled');
  IF balance < held + mine.amount THEN RETURN false; END IF;
  UPDATE open_payments SET admitted = true WHERE payment_id = the_id;
  RETURN true;
END $$;--> statement-breakpoint
INSERT INTO open_payments (payment_id, payer, amount, held_until)
  SELECT id, payer, amount, now() FROM payments WHERE state NOT IN ('settled', 'failed', 'released') ORDER BY claimed_at;--> statement-breakpoint
INSERT INTO payment_events (payment_id, step, at, note)
  SELECT id, step, at, note FROM payments p, LATERAL (VALUES
    (1, 'claimed', p.claimed_at, NULL), (2, 'answered', p.answered_at, NULL), (3, 'submitted', p.submitted_at, p.transaction),
    (4, p.state, p.closed_at, coalesce(p.reason, p.transaction))) AS steps (n, step, at, note)
  WHERE at IS NOT NULL ORDER BY p.claimed_at, p.id, n;

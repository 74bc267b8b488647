-- The fee of a payment that somebody else's transaction settled was never ours; the figures follow by their trigger.
UPDATE payments p SET gas_fee = NULL FROM foreign_settlements f
WHERE f.payment_id = p.id AND f.transaction = p.transaction AND p.gas_fee IS NOT NULL;

CREATE TABLE "foreign_settlements" (
	"transaction" text NOT NULL,
	"payment_id" text NOT NULL,
	"network" text NOT NULL,
	"block_number" bigint NOT NULL,
	"block_hash" text NOT NULL,
	"final" boolean DEFAULT false NOT NULL,
	CONSTRAINT "foreign_settlements_transaction_payment_id_pk" PRIMARY KEY("transaction","payment_id")
);
--> statement-breakpoint
DROP INDEX "payments_by_transaction";--> statement-breakpoint
CREATE INDEX "foreign_settlements_open" ON "foreign_settlements" USING btree ("network") WHERE not final;--> statement-breakpoint
INSERT INTO foreign_settlements (transaction, payment_id, network, block_number, block_hash, final)
  SELECT p.transaction, p.id, p.network, coalesce(p.block_number, 0), '', true FROM payments p
  WHERE p.state = 'settled' AND NOT EXISTS (SELECT FROM settlements s WHERE s.hash = p.transaction);--> statement-breakpoint
-- The fee of a payment that somebody else's transaction settled was never ours; the figures follow by their trigger.
UPDATE payments p SET gas_fee = NULL FROM foreign_settlements f WHERE f.payment_id = p.id AND p.gas_fee IS NOT NULL;--> statement-breakpoint
-- Signed bytes are mostly hashes and signatures: there is nothing in them to compress.
ALTER TABLE "settlements" ALTER COLUMN "raw" SET STORAGE EXTERNAL;

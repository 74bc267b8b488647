CREATE TABLE "foreign_settlements" (
	"transaction" text NOT NULL,
	"payment_id" text NOT NULL,
	CONSTRAINT "foreign_settlements_transaction_payment_id_pk" PRIMARY KEY("transaction","payment_id")
);
--> statement-breakpoint
DROP INDEX "payments_by_transaction";--> statement-breakpoint
INSERT INTO foreign_settlements (transaction, payment_id)
  SELECT p.transaction, p.id FROM payments p WHERE p.state = 'settled' AND NOT EXISTS (SELECT FROM settlements s WHERE s.hash = p.transaction)
  ON CONFLICT DO NOTHING;--> statement-breakpoint
-- Signed bytes are mostly hashes and signatures: there is nothing in them to compress.
ALTER TABLE "settlements" ALTER COLUMN "raw" SET STORAGE EXTERNAL;

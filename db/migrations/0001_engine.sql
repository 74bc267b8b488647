CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"tool" text NOT NULL,
	"good_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payer_faults" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"payer" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "open_payments" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "open_payments_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payer" text NOT NULL,
	"amount" bigint NOT NULL,
	"admitted" boolean DEFAULT false NOT NULL,
	"held_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_events" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "payment_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"payment_id" text NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "gas_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"next_nonce" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_state";--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_payment_id_payments_id_fk";
--> statement-breakpoint
DROP INDEX "payments_open_authorization";--> statement-breakpoint
DROP INDEX "payments_by_authorization";--> statement-breakpoint
DROP INDEX "payments_open";--> statement-breakpoint
DROP INDEX "payments_by_transaction";--> statement-breakpoint
DROP INDEX "settlements_by_block";--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "valid_before" SET DATA TYPE numeric(78, 0);--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "raw" SET DATA TYPE bytea USING decode(substr(raw, 3), 'hex');--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "raw" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "mined" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "mined" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "valid_after" numeric(78, 0) DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "payments" SET "valid_after" = ("authorization"->>'validAfter')::numeric, "valid_before" = ("authorization"->>'validBefore')::numeric;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "freed" text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE "payments" SET "freed" = "id" WHERE "state" IN ('released', 'failed');--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "identifier" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "gas_fee" bigint;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "state" text NOT NULL DEFAULT 'sent';--> statement-breakpoint
UPDATE "settlements" SET "state" = 'mined' WHERE "mined" OR EXISTS (SELECT FROM "payments" p WHERE p.transaction = hash AND p.state = 'settled');--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "state" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "payment_ids" text[] NOT NULL DEFAULT '{}';--> statement-breakpoint
UPDATE "settlements" SET "payment_ids" = coalesce((SELECT array_agg(p.id ORDER BY p.id) FROM "payments" p WHERE p.transaction = hash), '{}');--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "payment_ids" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "max_fee_per_gas" bigint NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "max_fee_per_gas" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "max_priority_fee_per_gas" bigint NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE "settlements" ALTER COLUMN "max_priority_fee_per_gas" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "block_hash" text;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "gas_price" bigint;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "mined_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "final" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "payer_faults_by_payer" ON "payer_faults" USING btree ("payer","at");--> statement-breakpoint
CREATE INDEX "open_payments_by_payer" ON "open_payments" USING btree ("payer");--> statement-breakpoint
CREATE INDEX "payment_events_by_payment" ON "payment_events" USING btree ("payment_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_authorization" ON "payments" USING btree ("payer","nonce","network","asset","freed");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_identifier" ON "payments" USING btree ("payer","identifier","freed") WHERE identifier is not null;--> statement-breakpoint
CREATE INDEX "settlements_open" ON "settlements" USING btree ("network","sender","account_nonce") WHERE state = 'sent' or (state = 'mined' and not final);--> statement-breakpoint
CREATE INDEX "payments_by_transaction" ON "payments" USING btree ("transaction") WHERE transaction is not null;--> statement-breakpoint
CREATE INDEX "settlements_by_block" ON "settlements" USING btree ("block_number" DESC NULLS LAST,"hash");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_freed" CHECK ((freed = '') = (state not in ('released', 'failed')));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_state" CHECK (state in ('claimed', 'running', 'answered', 'queued', 'submitted', 'settled', 'failed', 'unknown', 'released'));--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_state" CHECK (state in ('sent', 'mined', 'dropped'));
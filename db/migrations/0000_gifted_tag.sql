CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"status" integer NOT NULL,
	"content_type" text NOT NULL,
	"body" "bytea" NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"tool" text NOT NULL,
	"seller" text NOT NULL,
	"payer" text NOT NULL,
	"pay_to" text NOT NULL,
	"network" text NOT NULL,
	"asset" text NOT NULL,
	"amount" bigint NOT NULL,
	"nonce" text NOT NULL,
	"valid_before" bigint NOT NULL,
	"authorization" jsonb NOT NULL,
	"signature" text NOT NULL,
	"fingerprint" text NOT NULL,
	"x402_version" smallint NOT NULL,
	"client" text,
	"reason" text,
	"reason_message" text,
	"transaction" text,
	"block_number" bigint,
	"gas_used" bigint,
	"batch_size" integer,
	"received_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"submitted_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	CONSTRAINT "payments_state" CHECK (state in ('claimed', 'answered', 'submitted', 'settled', 'failed', 'unknown', 'released')),
	CONSTRAINT "payments_amount" CHECK (amount > 0),
	CONSTRAINT "payments_settled_has_transaction" CHECK (state <> 'settled' or transaction is not null)
);
--> statement-breakpoint
CREATE TABLE "settlements" (
	"hash" text PRIMARY KEY NOT NULL,
	"network" text NOT NULL,
	"sender" text NOT NULL,
	"account_nonce" integer NOT NULL,
	"raw" text NOT NULL,
	"payment_count" integer NOT NULL,
	"mined" boolean DEFAULT false NOT NULL,
	"block_number" bigint,
	"gas_used" bigint,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_open_authorization" ON "payments" USING btree ("network","asset","payer","nonce") WHERE state not in ('released', 'failed');--> statement-breakpoint
CREATE INDEX "payments_by_authorization" ON "payments" USING btree ("payer","nonce");--> statement-breakpoint
CREATE INDEX "payments_by_time" ON "payments" USING btree ("claimed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "payments_by_seller" ON "payments" USING btree ("pay_to","claimed_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "payments_by_tool" ON "payments" USING btree ("tool","claimed_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "payments_by_transaction" ON "payments" USING btree ("transaction");--> statement-breakpoint
CREATE INDEX "payments_open" ON "payments" USING btree ("state","claimed_at") WHERE state in ('claimed', 'answered', 'submitted', 'unknown');--> statement-breakpoint
CREATE INDEX "settlements_by_block" ON "settlements" USING btree ("block_number" DESC NULLS LAST);
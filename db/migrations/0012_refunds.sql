CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"account" text NOT NULL,
	"payer" text NOT NULL,
	"tool" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"seller_words" text,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"refund_id" text,
	CONSTRAINT "disputes_payment_id_unique" UNIQUE("payment_id"),
	CONSTRAINT "disputes_state" CHECK (state in ('open', 'refunded', 'declined', 'lost', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"held_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refund_allowances" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"network" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"nonce" numeric(78, 0) NOT NULL,
	"deadline" numeric(78, 0) NOT NULL,
	"signature" text NOT NULL,
	"warn_below" bigint,
	"failure" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refund_transactions" (
	"hash" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'sent' NOT NULL,
	"network" text NOT NULL,
	"sender" text NOT NULL,
	"account_nonce" integer NOT NULL,
	"first" boolean NOT NULL,
	"refund_id" text,
	"allowance_id" text,
	"raw" "bytea",
	"max_fee_per_gas" bigint NOT NULL,
	"max_priority_fee_per_gas" bigint NOT NULL,
	"block_number" bigint,
	"block_hash" text,
	"gas_used" bigint,
	"gas_price" bigint,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"mined_at" timestamp with time zone,
	"final" boolean DEFAULT false NOT NULL,
	CONSTRAINT "refund_transactions_purpose" CHECK ((refund_id is null) <> (allowance_id is null)),
	CONSTRAINT "refund_transactions_state" CHECK (state in ('sent', 'mined', 'reverted', 'replaced', 'displaced'))
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"tool" text NOT NULL,
	"account" text NOT NULL,
	"payer" text NOT NULL,
	"amount" bigint NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	"rule" text,
	"reason" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"network" text NOT NULL,
	"asset" text NOT NULL,
	"ledger_id" text,
	"nonce" text,
	"valid_before" numeric(78, 0),
	"expires_at" timestamp with time zone,
	"signed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "refunds_ledger_id_unique" UNIQUE("ledger_id"),
	CONSTRAINT "refunds_amount" CHECK (amount > 0),
	CONSTRAINT "refunds_way" CHECK ((way = 'signature') = (ledger_id is not null and nonce is not null and valid_before is not null and expires_at is not null))
);
--> statement-breakpoint
CREATE INDEX "disputes_by_account" ON "disputes" USING btree ("account","opened_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "disputes_by_payer" ON "disputes" USING btree ("payer","opened_at");--> statement-breakpoint
CREATE INDEX "disputes_by_tool" ON "disputes" USING btree ("tool","opened_at");--> statement-breakpoint
CREATE INDEX "disputes_open" ON "disputes" USING btree ("due_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "refund_allowances_by_account" ON "refund_allowances" USING btree ("account","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "refund_transactions_nonce" ON "refund_transactions" USING btree ("network","sender","account_nonce") WHERE first;--> statement-breakpoint
CREATE UNIQUE INDEX "refund_transactions_refund" ON "refund_transactions" USING btree ("refund_id") WHERE first and refund_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "refund_transactions_allowance" ON "refund_transactions" USING btree ("allowance_id") WHERE first and allowance_id is not null;--> statement-breakpoint
CREATE INDEX "refund_transactions_of_refund" ON "refund_transactions" USING btree ("refund_id");--> statement-breakpoint
CREATE INDEX "refund_transactions_of_allowance" ON "refund_transactions" USING btree ("allowance_id");--> statement-breakpoint
CREATE INDEX "refund_transactions_open" ON "refund_transactions" USING btree ("network","account_nonce") WHERE not final;--> statement-breakpoint
CREATE INDEX "refunds_by_payment" ON "refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "refunds_by_account" ON "refunds" USING btree ("account","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "refunds_by_time" ON "refunds" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "refunds_owed" ON "refunds" USING btree ("created_at") WHERE way = 'allowance' and cancelled_at is null and signed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_by_rule" ON "refunds" USING btree ("payment_id","rule") WHERE rule is not null;--> statement-breakpoint
CREATE INDEX "usages_broken" ON "usages" USING btree ("ended_at") WHERE delivery = 'broken';
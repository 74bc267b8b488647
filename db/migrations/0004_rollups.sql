CREATE TABLE "outcome_log" (
	"sign" integer NOT NULL,
	"state" text NOT NULL,
	"tool" text NOT NULL,
	"pay_to" text NOT NULL,
	"payer" text NOT NULL,
	"amount" bigint NOT NULL,
	"gas_used" bigint,
	"gas_fee" bigint,
	"received_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "payer_arrivals" (
	"pay_to" text NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"seen" date NOT NULL,
	"payers" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payer_arrivals_pay_to_step_at_seen_pk" PRIMARY KEY("pay_to","step","at","seen")
);
--> statement-breakpoint
CREATE TABLE "payer_days" (
	"pay_to" text NOT NULL,
	"payer" text NOT NULL,
	"day" date NOT NULL,
	"hours" integer NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	"facilitated_calls" bigint DEFAULT 0 NOT NULL,
	"facilitated_amount" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payer_days_pay_to_payer_day_pk" PRIMARY KEY("pay_to","payer","day")
);
--> statement-breakpoint
CREATE TABLE "payment_figures" (
	"scope" text NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"settled" bigint DEFAULT 0 NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"answered" bigint DEFAULT 0 NOT NULL,
	"facilitated" bigint DEFAULT 0 NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	"gas" bigint DEFAULT 0 NOT NULL,
	"gas_fee" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payment_figures_scope_step_at_pk" PRIMARY KEY("scope","step","at")
);
--> statement-breakpoint
CREATE TABLE "payment_times" (
	"kind" text NOT NULL,
	"tool" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"micros" bigint NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "payment_times_kind_tool_at_micros_pk" PRIMARY KEY("kind","tool","at","micros")
);
--> statement-breakpoint
CREATE TABLE "settlement_hours" (
	"hour" timestamp with time zone PRIMARY KEY NOT NULL,
	"transactions" bigint DEFAULT 0 NOT NULL,
	"payments" bigint DEFAULT 0 NOT NULL,
	"gas" bigint DEFAULT 0 NOT NULL,
	"gas_fee" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settlement_log" (
	"sign" integer NOT NULL,
	"mined_at" timestamp with time zone NOT NULL,
	"payments" integer NOT NULL,
	"gas" bigint NOT NULL,
	"gas_fee" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tool_payer_days" (
	"tool" text NOT NULL,
	"day" date NOT NULL,
	"last" bigint DEFAULT 0 NOT NULL,
	"second" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "tool_payer_days_tool_day_pk" PRIMARY KEY("tool","day")
);
--> statement-breakpoint
CREATE TABLE "tool_payers" (
	"tool" text NOT NULL,
	"payer" text NOT NULL,
	"last" date NOT NULL,
	"second" date,
	CONSTRAINT "tool_payers_tool_payer_pk" PRIMARY KEY("tool","payer")
);
--> statement-breakpoint
CREATE INDEX "payer_arrivals_new" ON "payer_arrivals" USING btree ("pay_to") WHERE step = 'day' and seen = '1970-01-01';--> statement-breakpoint
CREATE INDEX "payer_days_by_day" ON "payer_days" USING btree ("pay_to",(day + 0));--> statement-breakpoint
CREATE INDEX "payer_days_by_payer" ON "payer_days" USING btree ("payer","day");--> statement-breakpoint
CREATE INDEX "payment_figures_by_time" ON "payment_figures" USING btree ("step","at");
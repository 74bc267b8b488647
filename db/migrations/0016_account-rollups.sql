CREATE TABLE "account_figures" (
	"account" text NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"tool" text NOT NULL,
	"settled" bigint DEFAULT 0 NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"failed" bigint DEFAULT 0 NOT NULL,
	"answered" bigint DEFAULT 0 NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_figures_account_step_at_tool_pk" PRIMARY KEY("account","step","at","tool")
);
--> statement-breakpoint
CREATE TABLE "account_reasons" (
	"account" text NOT NULL,
	"step" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_reasons_account_step_at_state_reason_pk" PRIMARY KEY("account","step","at","state","reason")
);
--> statement-breakpoint
CREATE TABLE "account_times" (
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"tool" text NOT NULL,
	"micros" bigint NOT NULL,
	"calls" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "account_times_account_kind_at_tool_micros_pk" PRIMARY KEY("account","kind","at","tool","micros")
);
--> statement-breakpoint
ALTER TABLE "outcome_log" ADD COLUMN "reason" text;
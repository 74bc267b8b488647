CREATE TABLE "host_proofs" (
	"account" text NOT NULL,
	"host" text NOT NULL,
	"token" text NOT NULL,
	"method" text,
	"proved_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"failure" text,
	"held_until" timestamp with time zone,
	CONSTRAINT "host_proofs_account_host_pk" PRIMARY KEY("account","host")
);
--> statement-breakpoint
CREATE TABLE "listing_versions" (
	"listing_id" text NOT NULL,
	"version" integer NOT NULL,
	"source" text NOT NULL,
	"document" text,
	"hash" text,
	"summary" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "listing_versions_listing_id_version_pk" PRIMARY KEY("listing_id","version")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text NOT NULL,
	"upstream" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"state_reason" text,
	"policy" jsonb NOT NULL,
	"secret" "bytea",
	"signing_key" "bytea",
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "listings_state" CHECK (state in ('draft', 'public', 'off', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"question" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"tags" text[] NOT NULL,
	"price" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"shape" jsonb NOT NULL,
	"example" jsonb NOT NULL,
	"since" integer NOT NULL,
	"changed" integer NOT NULL,
	CONSTRAINT "operations_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "seller_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seller_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"wallet" text NOT NULL,
	"field" text NOT NULL,
	"was" text,
	"becomes" text,
	"message" text,
	"signature" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sellers" (
	"wallet" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"skeleton" text NOT NULL,
	"name" text NOT NULL,
	"pay_to" text NOT NULL,
	"site" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sellers_handle_unique" UNIQUE("handle"),
	CONSTRAINT "sellers_skeleton_unique" UNIQUE("skeleton")
);
--> statement-breakpoint
CREATE INDEX "host_proofs_by_check" ON "host_proofs" USING btree ("checked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "listings_by_name" ON "listings" USING btree ("account","name");--> statement-breakpoint
CREATE INDEX "listings_public" ON "listings" USING btree ("published_at") WHERE state = 'public';--> statement-breakpoint
CREATE UNIQUE INDEX "operations_by_key" ON "operations" USING btree ("listing_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "operations_by_name" ON "operations" USING btree ("listing_id","name");--> statement-breakpoint
CREATE INDEX "seller_changes_by_wallet" ON "seller_changes" USING btree ("wallet","id");
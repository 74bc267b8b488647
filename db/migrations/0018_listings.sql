CREATE SEQUENCE "public"."tool_codes_a" INCREMENT BY 1 MINVALUE 100 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."tool_codes_b" INCREMENT BY 1 MINVALUE 100 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."tool_codes_c" INCREMENT BY 1 MINVALUE 100 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."tool_codes_d" INCREMENT BY 1 MINVALUE 100 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."tool_codes_e" INCREMENT BY 1 MINVALUE 100 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;--> statement-breakpoint
CREATE SEQUENCE "public"."tool_codes_f" INCREMENT BY 1 MINVALUE 100 MAXVALUE 9223372036854775807 START WITH 100 CACHE 1;--> statement-breakpoint
CREATE TABLE "spec_uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"source" text NOT NULL,
	"document" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "x402_terms" (
	"listing_id" text PRIMARY KEY NOT NULL,
	"method" text NOT NULL,
	"code" text,
	"terms" jsonb,
	"looked_at" timestamp with time zone NOT NULL,
	"failure" text,
	CONSTRAINT "x402_terms_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE INDEX "spec_uploads_by_account" ON "spec_uploads" USING btree ("account","at");
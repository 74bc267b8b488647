CREATE TABLE "operator_actions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "operator_actions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"operator" text NOT NULL,
	"listing_id" text NOT NULL,
	"action" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "host_proofs" ADD COLUMN "lost_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sellers" ADD COLUMN "name_skeleton" text;--> statement-breakpoint
CREATE INDEX "operator_actions_by_listing" ON "operator_actions" USING btree ("listing_id","id");--> statement-breakpoint
ALTER TABLE "sellers" ADD CONSTRAINT "sellers_name_skeleton_unique" UNIQUE("name_skeleton");
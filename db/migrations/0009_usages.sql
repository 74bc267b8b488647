CREATE TABLE "usages" (
	"payment_id" text PRIMARY KEY NOT NULL,
	"quoted" bigint NOT NULL,
	"used" bigint,
	"delivery" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"held_until" timestamp with time zone,
	CONSTRAINT "usages_delivery" CHECK (delivery in ('flowing', 'whole', 'broken', 'left')),
	CONSTRAINT "usages_used" CHECK (used is null or (used >= 0 and used <= quoted)),
	CONSTRAINT "usages_held" CHECK ((delivery = 'flowing') = (held_until is not null))
);
--> statement-breakpoint
CREATE INDEX "usages_flowing" ON "usages" USING btree ("held_until") WHERE delivery = 'flowing';--> statement-breakpoint
CREATE INDEX "offers_by_end" ON "offers" USING btree ("good_until");
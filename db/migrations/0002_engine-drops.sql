ALTER TABLE "payments" ALTER COLUMN "valid_after" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "payments" DROP COLUMN "authorization";--> statement-breakpoint
ALTER TABLE "payments" DROP COLUMN "checked_at";--> statement-breakpoint
ALTER TABLE "settlements" DROP COLUMN "mined";
CREATE TABLE "mail_opt_outs" (
	"mailbox" varchar(64) PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_jobs" ADD COLUMN "request_id" varchar(36);--> statement-breakpoint
ALTER TABLE "processing_batches" ADD COLUMN "notification_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "processing_batches" ADD COLUMN "notification_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "processing_batches" ADD COLUMN "notification_tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "processing_batches" ADD COLUMN "notification_error" varchar(40);--> statement-breakpoint
ALTER TABLE "processing_batches" ADD COLUMN "notification_lease_owner" uuid;--> statement-breakpoint
ALTER TABLE "processing_batches" ADD COLUMN "notification_lease_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "processing_batches_mail" ON "processing_batches" USING btree ("notification_due_at") WHERE notification_email is not null;
ALTER TABLE "batch_answers" ADD COLUMN "people" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "batch_jobs_file" ON "batch_jobs" USING btree ("temp_file_path") WHERE temp_file_path is not null;--> statement-breakpoint
CREATE INDEX "processing_batches_visitors" ON "processing_batches" USING btree ("created_at") WHERE client_ip is not null or user_agent is not null;--> statement-breakpoint
ALTER TABLE "batch_answers" DROP COLUMN "person_key";
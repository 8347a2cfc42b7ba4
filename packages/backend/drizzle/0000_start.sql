CREATE TABLE "ai_slots" (
	"slot" integer PRIMARY KEY NOT NULL,
	"lease_owner" uuid,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "batch_answers" (
	"batch_id" uuid PRIMARY KEY NOT NULL,
	"person_key" text,
	"sessions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"time_zone" varchar(64),
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_events" (
	"batch_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"type" varchar(20) NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "batch_events_batch_id_seq_pk" PRIMARY KEY("batch_id","seq")
);
--> statement-breakpoint
CREATE TABLE "batch_jobs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"batch_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"source_type" varchar(10) NOT NULL,
	"source_url" text,
	"filename" varchar(255) NOT NULL,
	"temp_file_path" text,
	"file_checksum" varchar(32),
	"status" varchar(20) DEFAULT 'pending' NOT NULL,
	"stage" varchar(30) DEFAULT 'queued' NOT NULL,
	"progress_message" text,
	"extraction_id" uuid,
	"result_code" varchar(12),
	"error_message" text,
	"error_code" varchar(30),
	"retry_count" integer DEFAULT 0 NOT NULL,
	"cached" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"kind" varchar(20),
	"meet_name" text,
	"event_count" integer,
	"pages_read" integer,
	"pages" integer,
	"run_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_owner" uuid,
	"lease_until" timestamp with time zone,
	"lost_leases" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "batch_jobs_sequence" UNIQUE("batch_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "batch_swimmers" (
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" varchar(255) NOT NULL,
	CONSTRAINT "batch_swimmers_batch_id_position_pk" PRIMARY KEY("batch_id","position")
);
--> statement-breakpoint
CREATE TABLE "extraction_results" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"pdf_id" uuid NOT NULL,
	"swimmer_name_normalized" varchar(255) NOT NULL,
	"engine" varchar(10) NOT NULL,
	"meet_name" text,
	"meet_start" varchar(10),
	"meet_end" varchar(10),
	"venue" text,
	"events" jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "extraction_results_once" UNIQUE("pdf_id","swimmer_name_normalized","engine")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" varchar(64) PRIMARY KEY NOT NULL,
	"fingerprint" varchar(64) NOT NULL,
	"batch_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "parsed_sheets" (
	"checksum" varchar(32) NOT NULL,
	"reader_version" integer NOT NULL,
	"sheet" json NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parsed_sheets_checksum_reader_version_pk" PRIMARY KEY("checksum","reader_version")
);
--> statement-breakpoint
CREATE TABLE "pdf_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"checksum" varchar(32) NOT NULL,
	"source_url" text,
	"filename" varchar(255),
	"file_size_bytes" integer,
	"openai_file_id" varchar(100),
	"openai_file_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pdf_files_checksum_unique" UNIQUE("checksum")
);
--> statement-breakpoint
CREATE TABLE "processing_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"swimmer_name_normalized" varchar(255) NOT NULL,
	"swimmer_name_display" varchar(255) NOT NULL,
	"total_pdfs" integer NOT NULL,
	"completed_pdfs" integer DEFAULT 0 NOT NULL,
	"failed_pdfs" integer DEFAULT 0 NOT NULL,
	"status" varchar(20) DEFAULT 'pending' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"processing_timeout_at" timestamp with time zone,
	"worker_heartbeat" timestamp with time zone,
	"client_ip" varchar(45),
	"user_agent" text,
	"last_event_id" integer DEFAULT 0 NOT NULL,
	"notification_email" varchar(255),
	"notification_sent_at" timestamp with time zone,
	"manage_token_hash" varchar(64) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_counters" (
	"bucket" varchar(100) NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"hits" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "rate_counters_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
CREATE TABLE "result_links" (
	"short_code" varchar(12) PRIMARY KEY NOT NULL,
	"extraction_id" uuid NOT NULL,
	"view_count" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" varchar(50) PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_answers" ADD CONSTRAINT "batch_answers_batch_id_processing_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."processing_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_events" ADD CONSTRAINT "batch_events_batch_id_processing_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."processing_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_jobs" ADD CONSTRAINT "batch_jobs_batch_id_processing_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."processing_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_jobs" ADD CONSTRAINT "batch_jobs_extraction_id_extraction_results_id_fk" FOREIGN KEY ("extraction_id") REFERENCES "public"."extraction_results"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_swimmers" ADD CONSTRAINT "batch_swimmers_batch_id_processing_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."processing_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extraction_results" ADD CONSTRAINT "extraction_results_pdf_id_pdf_files_id_fk" FOREIGN KEY ("pdf_id") REFERENCES "public"."pdf_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_batch_id_processing_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."processing_batches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_links" ADD CONSTRAINT "result_links_extraction_id_extraction_results_id_fk" FOREIGN KEY ("extraction_id") REFERENCES "public"."extraction_results"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_jobs_checksum" ON "batch_jobs" USING btree ("file_checksum");--> statement-breakpoint
CREATE INDEX "batch_jobs_lease" ON "batch_jobs" USING btree ("lease_until") WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX "processing_batches_open" ON "processing_batches" USING btree ("created_at") WHERE status in ('pending', 'processing');--> statement-breakpoint
CREATE INDEX "processing_batches_expires" ON "processing_batches" USING btree ("expires_at");
CREATE TABLE "ai_calls" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"purpose" varchar(20) NOT NULL,
	"model" varchar(100) NOT NULL,
	"pages" integer NOT NULL,
	"outcome" varchar(20) NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost" double precision,
	"milliseconds" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ai_pages" (
	"day" date PRIMARY KEY NOT NULL,
	"pages" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "pdf_files" ADD COLUMN "part_of" varchar(32);--> statement-breakpoint
CREATE INDEX "ai_calls_created" ON "ai_calls" USING btree ("created_at");
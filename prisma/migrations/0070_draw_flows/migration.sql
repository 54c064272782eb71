-- AlterTable
ALTER TABLE "flows" ADD COLUMN     "draft" JSONB,
ADD COLUMN     "draft_revision" INTEGER NOT NULL DEFAULT 0;

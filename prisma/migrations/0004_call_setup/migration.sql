-- AlterTable
ALTER TABLE "call_states" ADD COLUMN     "setup" JSONB NOT NULL DEFAULT '{}';

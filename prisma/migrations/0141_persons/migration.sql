-- CreateTable
CREATE TABLE "customer_merges" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survivor_id" UUID NOT NULL,
    "merged_id" UUID NOT NULL,
    "merged" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "moved" JSONB NOT NULL,
    "closed" JSONB NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_merges_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "customer_merges_tenant_id_survivor_id_created_at_idx" ON "customer_merges"("tenant_id", "survivor_id", "created_at");

-- CreateIndex
CREATE INDEX "customer_merges_tenant_id_merged_id_idx" ON "customer_merges"("tenant_id", "merged_id");

SELECT trunkline_protect('customer_merges');

-- What nobody rewrites may still have to be forgotten: the platform can blank the words, and no tenant can.
GRANT UPDATE (title, data) ON call_traces TO trunkline_platform;
GRANT UPDATE (body) ON webhook_events TO trunkline_platform;

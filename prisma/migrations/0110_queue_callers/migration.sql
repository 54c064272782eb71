-- CreateTable
CREATE TABLE "queues" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "queues_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "queue_waits" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "wish" TEXT,
    "outcome" TEXT,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "queue_waits_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "queue_offers" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "wait_id" UUID NOT NULL,
    "seat" UUID NOT NULL,
    "member_id" UUID,
    "target_id" UUID,
    "e164" TEXT,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "queue_offers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "queue_waits_tenant_id_queue_id_joined_at_idx" ON "queue_waits"("tenant_id", "queue_id", "joined_at");

-- CreateIndex
CREATE INDEX "queue_waits_tenant_id_call_id_idx" ON "queue_waits"("tenant_id", "call_id");

-- CreateIndex
CREATE INDEX "queue_offers_tenant_id_wait_id_idx" ON "queue_offers"("tenant_id", "wait_id");

-- CreateIndex
CREATE INDEX "queue_offers_tenant_id_seat_ended_at_idx" ON "queue_offers"("tenant_id", "seat", "ended_at");

-- CreateIndex
CREATE INDEX "calls_tenant_id_member_id_ended_at_idx" ON "calls"("tenant_id", "member_id", "ended_at");

SELECT trunkline_protect('queues');
SELECT trunkline_protect('queue_waits');
SELECT trunkline_protect('queue_offers');

-- A call waits in one queue at a time, and nobody is rung for two callers at once: races end here.
CREATE UNIQUE INDEX queue_waits_one_open ON queue_waits (tenant_id, call_id) WHERE left_at IS NULL;
CREATE INDEX queue_waits_line ON queue_waits (tenant_id, joined_at) WHERE left_at IS NULL;
CREATE UNIQUE INDEX queue_offers_one_open ON queue_offers (tenant_id, seat) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX queues_one_name ON queues (tenant_id, lower(name)) WHERE archived_at IS NULL;

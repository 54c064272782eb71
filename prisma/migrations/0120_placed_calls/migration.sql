-- CreateTable
CREATE TABLE "placed_calls" (
    "tenant_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "machine_message" TEXT,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "reached" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "placed_calls_pkey" PRIMARY KEY ("tenant_id","call_id")
);

SELECT trunkline_protect('placed_calls');

-- CreateTable
CREATE TABLE "presences" (
    "tenant_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "tab_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("tenant_id","member_id","tab_id")
);

-- CreateTable
CREATE TABLE "call_rings" (
    "tenant_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "turn" INTEGER NOT NULL,
    "member_id" UUID NOT NULL,
    "brief" TEXT NOT NULL DEFAULT '',
    "rung_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3),
    "passed_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "leg_sid" TEXT,

    CONSTRAINT "call_rings_pkey" PRIMARY KEY ("tenant_id","call_id","turn","member_id")
);

-- CreateIndex
CREATE INDEX "call_rings_tenant_id_member_id_rung_at_idx" ON "call_rings"("tenant_id", "member_id", "rung_at");

SELECT trunkline_protect('presences');
SELECT trunkline_protect('call_rings');

-- CreateTable
CREATE TABLE "connection_objects" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connection_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sid" TEXT,
    "state" TEXT NOT NULL DEFAULT 'making',
    "problem" JSONB,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connection_objects_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "number_purchases" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "connection_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'reserved',
    "problem" JSONB,
    "monthly_price" DECIMAL(12,4),
    "setup_price" DECIMAL(12,4),
    "currency" TEXT,
    "number_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "number_purchases_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "doctor_reports" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bad_since" TIMESTAMPTZ(3),

    CONSTRAINT "doctor_reports_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "connection_objects_tenant_id_connection_id_kind_name_key" ON "connection_objects"("tenant_id", "connection_id", "kind", "name");

-- CreateIndex
CREATE INDEX "number_purchases_tenant_id_carrier_e164_idx" ON "number_purchases"("tenant_id", "carrier", "e164");

-- CreateIndex
CREATE UNIQUE INDEX "doctor_reports_tenant_id_subject_key" ON "doctor_reports"("tenant_id", "subject");

SELECT trunkline_protect('connection_objects');
SELECT trunkline_protect('number_purchases');
SELECT trunkline_protect('doctor_reports');

ALTER TABLE connection_objects ADD FOREIGN KEY (tenant_id, connection_id) REFERENCES connections (tenant_id, id);

-- Two people who connect the same account at once share one connection.
CREATE UNIQUE INDEX connections_one_account ON connections (tenant_id, carrier, account_id, coalesce(user_id, tenant_id)) WHERE status <> 'disconnected';
-- One purchase of a number at a time; a bought one may be bought again after its release.
CREATE UNIQUE INDEX number_purchases_one_open ON number_purchases (tenant_id, carrier, e164) WHERE state IN ('reserved', 'unknown');

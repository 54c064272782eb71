CREATE TABLE "customer_imports" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "mapping" JSONB NOT NULL DEFAULT '[]',
    "has_header" BOOLEAN NOT NULL DEFAULT true,
    "country" TEXT NOT NULL DEFAULT 'US',
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "bytes_done" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "duplicate" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_imports_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer_import_rows" (
    "tenant_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "customer_id" UUID,

    CONSTRAINT "customer_import_rows_pkey" PRIMARY KEY ("tenant_id","import_id","row")
);

CREATE INDEX "customer_import_rows_tenant_id_import_id_customer_id_idx" ON "customer_import_rows"("tenant_id", "import_id", "customer_id");

SELECT trunkline_protect('customer_imports');
SELECT trunkline_protect('customer_import_rows');

ALTER TABLE customer_import_rows ADD FOREIGN KEY (tenant_id, import_id) REFERENCES customer_imports (tenant_id, id);

CREATE TABLE "platform_audit_entries" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "about_tenant_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "platform_audit_entries_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "platform_audit_entries_at_idx" ON "platform_audit_entries"("at");

SELECT trunkline_protect_platform('platform_audit_entries');
SELECT trunkline_append_only('platform_audit_entries');

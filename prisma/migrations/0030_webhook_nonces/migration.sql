-- CreateTable
CREATE TABLE "webhook_nonces" (
    "tenant_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_nonces_pkey" PRIMARY KEY ("tenant_id","carrier","nonce")
);

SELECT trunkline_protect('webhook_nonces');

-- CreateTable
CREATE TABLE "notifications" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'agent',
    "tone" TEXT NOT NULL DEFAULT 'warn',
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "href" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "notification_marks" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_through" UUID NOT NULL,

    CONSTRAINT "notification_marks_pkey" PRIMARY KEY ("tenant_id","user_id")
);

SELECT trunkline_protect('notifications');
SELECT trunkline_protect('notification_marks');

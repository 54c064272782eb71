-- CreateTable
CREATE TABLE "services" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "buffer_minutes" INTEGER NOT NULL DEFAULT 0,
    "price_minor" INTEGER,
    "is_bookable" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "services_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "staff" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "member_id" UUID,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "staff_services" (
    "tenant_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "staff_services_pkey" PRIMARY KEY ("tenant_id","staff_id","service_id")
);

-- CreateTable
CREATE TABLE "opening_hours" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID,
    "weekday" INTEGER NOT NULL,
    "opens_at" TEXT NOT NULL,
    "closes_at" TEXT NOT NULL,

    CONSTRAINT "opening_hours_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "day_overrides" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "staff_id" UUID,
    "day" DATE NOT NULL,
    "opens_at" TEXT,
    "closes_at" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "day_overrides_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'booked',
    "source" TEXT NOT NULL,
    "call_id" UUID,
    "conversation_id" UUID,
    "notes" TEXT NOT NULL DEFAULT '',
    "dedupe_key" TEXT,
    "moved_from" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "calls" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "carrier_call_id" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "number_id" UUID,
    "connection_id" UUID,
    "from_address" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "customer_id" UUID,
    "conversation_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'ringing',
    "status_rank" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "missed_reason" TEXT,
    "ended_by" TEXT,
    "answered_by" TEXT,
    "member_id" UUID,
    "talk" TEXT,
    "language" TEXT,
    "recording_consent" TEXT,
    "summary" TEXT,
    "sentiment_label" TEXT,
    "sentiment_score" DOUBLE PRECISION,
    "action_items" JSONB NOT NULL DEFAULT '[]',
    "price_micros" INTEGER,
    "currency" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "duration_seconds" INTEGER,
    "analysed_at" TIMESTAMPTZ(3),

    CONSTRAINT "calls_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "call_states" (
    "tenant_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_states_pkey" PRIMARY KEY ("tenant_id","call_id")
);

-- CreateTable
CREATE TABLE "call_turns" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "confidence" DOUBLE PRECISION,
    "is_interrupted" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "call_turns_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "call_traces" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "milliseconds" INTEGER,

    CONSTRAINT "call_traces_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "recordings" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "carrier_recording_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "seconds" INTEGER,
    "bytes" INTEGER,
    "content_type" TEXT,
    "storage_key" TEXT,
    "transcript" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recordings_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "socket_tickets" (
    "tenant_id" UUID NOT NULL,
    "ticket_hash" TEXT NOT NULL,
    "call_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "socket_tickets_pkey" PRIMARY KEY ("tenant_id","ticket_hash")
);

-- CreateTable
CREATE TABLE "flows" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "published_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "flows_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "flow_versions" (
    "tenant_id" UUID NOT NULL,
    "flow_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "graph" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "flow_versions_pkey" PRIMARY KEY ("tenant_id","flow_id","version")
);

-- CreateTable
CREATE TABLE "receptionists" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number_id" UUID,
    "name" TEXT NOT NULL,
    "persona" TEXT NOT NULL DEFAULT '',
    "greeting" TEXT NOT NULL,
    "languages" TEXT[],
    "voice" TEXT NOT NULL DEFAULT '',
    "talk" TEXT NOT NULL DEFAULT 'gather',
    "facts" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "abilities" JSONB NOT NULL DEFAULT '{}',
    "recording" TEXT NOT NULL DEFAULT 'off',
    "limits" JSONB NOT NULL DEFAULT '{}',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receptionists_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "known_answers" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "known_answers_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "transfer_targets" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "member_id" UUID,
    "e164" TEXT,
    "is_emergency" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "transfer_targets_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "day_overrides_tenant_id_day_idx" ON "day_overrides"("tenant_id", "day");

-- CreateIndex
CREATE INDEX "appointments_tenant_id_starts_at_idx" ON "appointments"("tenant_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_tenant_id_customer_id_starts_at_idx" ON "appointments"("tenant_id", "customer_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "appointments_tenant_id_dedupe_key_key" ON "appointments"("tenant_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "calls_tenant_id_started_at_id_idx" ON "calls"("tenant_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "calls_tenant_id_conversation_id_started_at_id_idx" ON "calls"("tenant_id", "conversation_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "calls_tenant_id_customer_id_started_at_idx" ON "calls"("tenant_id", "customer_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "calls_tenant_id_carrier_carrier_call_id_key" ON "calls"("tenant_id", "carrier", "carrier_call_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_turns_tenant_id_call_id_position_key" ON "call_turns"("tenant_id", "call_id", "position");

-- CreateIndex
CREATE INDEX "call_traces_tenant_id_call_id_at_id_idx" ON "call_traces"("tenant_id", "call_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "recordings_tenant_id_call_id_carrier_recording_id_key" ON "recordings"("tenant_id", "call_id", "carrier_recording_id");

-- CreateIndex
CREATE UNIQUE INDEX "receptionists_tenant_id_number_id_key" ON "receptionists"("tenant_id", "number_id");

SELECT trunkline_protect('services');
SELECT trunkline_protect('staff');
SELECT trunkline_protect('staff_services');
SELECT trunkline_protect('opening_hours');
SELECT trunkline_protect('day_overrides');
SELECT trunkline_protect('appointments');
SELECT trunkline_protect('calls');
SELECT trunkline_protect('call_states');
SELECT trunkline_protect('call_turns');
SELECT trunkline_protect('call_traces');
SELECT trunkline_protect('recordings');
SELECT trunkline_protect('socket_tickets');
SELECT trunkline_protect('flows');
SELECT trunkline_protect('flow_versions');
SELECT trunkline_protect('receptionists');
SELECT trunkline_protect('known_answers');
SELECT trunkline_protect('transfer_targets');

ALTER TABLE staff_services ADD FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id);
ALTER TABLE staff_services ADD FOREIGN KEY (tenant_id, service_id) REFERENCES services (tenant_id, id);
ALTER TABLE opening_hours ADD FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id);
ALTER TABLE day_overrides ADD FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id);
ALTER TABLE appointments ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id);
ALTER TABLE appointments ADD FOREIGN KEY (tenant_id, service_id) REFERENCES services (tenant_id, id);
ALTER TABLE appointments ADD FOREIGN KEY (tenant_id, staff_id) REFERENCES staff (tenant_id, id);
ALTER TABLE calls ADD FOREIGN KEY (tenant_id, number_id) REFERENCES numbers (tenant_id, id);
ALTER TABLE calls ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id);
ALTER TABLE calls ADD FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id);
ALTER TABLE call_states ADD FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id);
ALTER TABLE call_turns ADD FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id);
ALTER TABLE call_traces ADD FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id);
ALTER TABLE recordings ADD FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id);
ALTER TABLE socket_tickets ADD FOREIGN KEY (tenant_id, call_id) REFERENCES calls (tenant_id, id);
ALTER TABLE receptionists ADD FOREIGN KEY (tenant_id, number_id) REFERENCES numbers (tenant_id, id);
ALTER TABLE flow_versions ADD FOREIGN KEY (tenant_id, flow_id) REFERENCES flows (tenant_id, id);

-- Two people can never have the same person at the same time, whoever books and however fast.
ALTER TABLE appointments ADD CHECK (starts_at < ends_at AND ends_at <= blocked_until);
ALTER TABLE appointments ADD CONSTRAINT appointments_no_double_booking EXCLUDE USING gist
  (tenant_id WITH =, staff_id WITH =, tstzrange(starts_at, blocked_until) WITH &&) WHERE (status = 'booked');

CREATE UNIQUE INDEX receptionists_default ON receptionists (tenant_id) WHERE number_id IS NULL;
CREATE INDEX calls_live ON calls (tenant_id, started_at) WHERE ended_at IS NULL;
SELECT trunkline_append_only('call_traces');

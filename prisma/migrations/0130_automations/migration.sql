-- CreateTable
CREATE TABLE "automations" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT false,
    "on_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trigger_kind" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "preset" TEXT,
    "sealed_secret" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automations_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "automation_versions" (
    "tenant_id" UUID NOT NULL,
    "automation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automation_versions_pkey" PRIMARY KEY ("tenant_id","automation_id","version")
);

-- CreateTable
CREATE TABLE "automation_runs" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "automation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "event_key" TEXT NOT NULL,
    "happening" JSONB NOT NULL,
    "customer_id" UUID,
    "conversation_id" UUID,
    "chain" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "checks" JSONB NOT NULL DEFAULT '[]',
    "reason" TEXT NOT NULL DEFAULT '',
    "wake_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "automation_runs_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "automation_steps" (
    "tenant_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automation_steps_pkey" PRIMARY KEY ("tenant_id","run_id","position")
);

-- CreateIndex
CREATE INDEX "automations_tenant_id_trigger_kind_idx" ON "automations"("tenant_id", "trigger_kind");

-- CreateIndex
CREATE INDEX "automation_runs_tenant_id_automation_id_started_at_id_idx" ON "automation_runs"("tenant_id", "automation_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "automation_runs_tenant_id_automation_id_customer_id_started_idx" ON "automation_runs"("tenant_id", "automation_id", "customer_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "automation_runs_tenant_id_automation_id_event_key_key" ON "automation_runs"("tenant_id", "automation_id", "event_key");

ALTER TABLE automation_versions ADD FOREIGN KEY (tenant_id, automation_id) REFERENCES automations (tenant_id, id) ON DELETE CASCADE;
ALTER TABLE automation_runs ADD FOREIGN KEY (tenant_id, automation_id) REFERENCES automations (tenant_id, id) ON DELETE CASCADE;
ALTER TABLE automation_steps ADD FOREIGN KEY (tenant_id, run_id) REFERENCES automation_runs (tenant_id, id) ON DELETE CASCADE;

CREATE INDEX automation_runs_unfinished ON automation_runs (tenant_id, wake_at, started_at) WHERE status IN ('running', 'waiting');

-- Every business texts back whom nobody answered, as it did when that was fixed, until it switches the rule off. The same
-- rule as the first one of lib/automations/rule/presets.ts, which a test compares.
CREATE FUNCTION trunkline_add_first_automation(business uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  new_id uuid := gen_random_uuid();
  text_back jsonb := '{
    "trigger": {"on": "missed_call"}, "conditions": [],
    "steps": [{"do": "send_sms", "body": "Sorry we missed your call! This is {{business.name}}. Reply here and we''ll sort it out, or call again any time."}],
    "limits": {"timesPerCustomer": 1, "withinHours": 4, "runsPerHour": 500}}';
BEGIN
  INSERT INTO automations (tenant_id, id, name, is_on, trigger_kind, rule, preset)
    VALUES (business, new_id, 'Missed-call text-back', true, 'missed_call', text_back, 'missed_call_text_back');
  INSERT INTO automation_versions (tenant_id, automation_id, version, name, rule, actor_kind)
    VALUES (business, new_id, 1, 'Missed-call text-back', text_back, 'system');
END $$;

-- Businesses that are there already get theirs while the owner of the tables still sees them all.
ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY;
SELECT trunkline_add_first_automation(id) FROM tenants;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;

CREATE FUNCTION trunkline_first_automation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM trunkline_add_first_automation(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER first_automation AFTER INSERT ON tenants FOR EACH ROW EXECUTE FUNCTION trunkline_first_automation();

SELECT trunkline_protect('automations');
SELECT trunkline_protect('automation_versions');
SELECT trunkline_protect('automation_runs');
SELECT trunkline_protect('automation_steps');

-- Two group roles that own nothing. The program logs in as members of them, so row-level security always applies.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trunkline_app') THEN CREATE ROLE trunkline_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trunkline_platform') THEN CREATE ROLE trunkline_platform NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this cluster made them meanwhile
END $$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS btree_gist;

GRANT USAGE ON SCHEMA public TO trunkline_app, trunkline_platform;

-- The tenant that the running transaction works for; NULL (so: no rows at all) when nobody said.
CREATE FUNCTION trunkline_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- Every tenant-owned table passes through here in the migration that creates it.
CREATE FUNCTION trunkline_protect(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE', target);
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant_rows ON %s TO trunkline_app USING (tenant_id = (SELECT trunkline_tenant())) WITH CHECK (tenant_id = (SELECT trunkline_tenant()))', target);
  EXECUTE format('CREATE POLICY platform_rows ON %s TO trunkline_platform USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO trunkline_app, trunkline_platform', target);
END $$;

-- Tables without a tenant: only the platform role sees them.
CREATE FUNCTION trunkline_protect_platform(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY platform_rows ON %s TO trunkline_platform USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO trunkline_platform', target);
END $$;

-- History that nobody rewrites; only the removal of a whole tenant takes it along.
CREATE FUNCTION trunkline_append_only(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON %s FROM trunkline_app, trunkline_platform', target);
END $$;

CREATE TABLE "connections" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "user_id" UUID,
    "label" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "sealed" JSONB NOT NULL,
    "hints" JSONB NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'active',
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "connections_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "platform_connections" (
    "id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "sealed" JSONB NOT NULL,
    "hints" JSONB NOT NULL DEFAULT '{}',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'active',
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_connections_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "platform_settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_settings_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "numbers" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "connection_id" UUID,
    "carrier_sid" TEXT,
    "label" TEXT NOT NULL,
    "capabilities" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'active',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "numbers_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "number_directory" (
    "carrier" TEXT NOT NULL,
    "e164" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "number_id" UUID NOT NULL,

    CONSTRAINT "number_directory_pkey" PRIMARY KEY ("carrier","e164")
);

CREATE TABLE "teams" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "channels" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "team_id" UUID NOT NULL,
    "ticket_mode" TEXT NOT NULL DEFAULT 'new_thread',
    "default_priority" TEXT NOT NULL DEFAULT 'normal',
    "auto_assign" JSONB NOT NULL DEFAULT '{"to":"nobody"}',
    "settings" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "channels_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "webhook_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "idempotency_token" TEXT,
    "call_sid" TEXT,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "security_events" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "security_events_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "conversations" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "customer_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "assignee_kind" TEXT NOT NULL DEFAULT 'nobody',
    "assignee_id" UUID,
    "subject" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "snoozed_until" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "last_entry_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_entry_preview" TEXT NOT NULL DEFAULT '',
    "last_entry_channel" TEXT NOT NULL DEFAULT 'sms',
    "last_entry_direction" TEXT NOT NULL DEFAULT 'inbound',
    "last_inbound_at" TIMESTAMPTZ(3),
    "last_channel" TEXT NOT NULL DEFAULT 'sms',
    "last_number_id" UUID,
    "whatsapp_inbound_at" TIMESTAMPTZ(3),
    "inbound_count" INTEGER NOT NULL DEFAULT 0,
    "has_failed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "conversation_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_events_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "conversation_reads" (
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "inbound_count" INTEGER NOT NULL DEFAULT 0,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conversation_reads_pkey" PRIMARY KEY ("tenant_id","conversation_id","user_id")
);

CREATE TABLE "drafts" (
    "tenant_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("tenant_id","conversation_id","user_id")
);

CREATE TABLE "customers" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_source" TEXT NOT NULL DEFAULT 'unknown',
    "email" TEXT,
    "email_source" TEXT,
    "city" TEXT,
    "region" TEXT,
    "country" TEXT,
    "timezone" TEXT,
    "language" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fields" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "customer_addresses" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_addresses_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "suppressions" (
    "tenant_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "message_id" UUID,

    CONSTRAINT "suppressions_pkey" PRIMARY KEY ("tenant_id","address")
);

CREATE TABLE "consent_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "change" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "text" TEXT,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_events_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "events" (
    "tenant_id" UUID NOT NULL,
    "xid" BIGINT NOT NULL DEFAULT ((pg_current_xact_id())::text)::bigint,
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "data" JSONB NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("tenant_id","xid","seq")
);

CREATE TABLE "worker_heartbeats" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeats_pkey" PRIMARY KEY ("worker_id")
);

CREATE TABLE "messages" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_rank" INTEGER NOT NULL DEFAULT 0,
    "error_code" TEXT,
    "error_source" TEXT,
    "carrier" TEXT,
    "carrier_sid" TEXT,
    "connection_id" UUID,
    "number_id" UUID,
    "from_address" TEXT,
    "to_address" TEXT,
    "encoding" TEXT,
    "segments" INTEGER NOT NULL DEFAULT 0,
    "media_count" INTEGER NOT NULL DEFAULT 0,
    "price_micros" INTEGER,
    "currency" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "verdict" JSONB,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "send_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "message_status_events" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "error_code" TEXT,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_status_events_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "parked_statuses" (
    "tenant_id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "carrier_sid" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "error_code" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "parked_statuses_pkey" PRIMARY KEY ("tenant_id","carrier","carrier_sid","status")
);

CREATE TABLE "message_media" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "content_type" TEXT NOT NULL,
    "file_name" TEXT,
    "bytes" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "source_url" TEXT,
    "storage_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_media_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "uploads" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "file_name" TEXT,
    "bytes" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "idempotency_keys" (
    "tenant_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("tenant_id","key")
);

CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_super_admin" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "tenant_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "address" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "user_tenants" (
    "user_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,

    CONSTRAINT "user_tenants_pkey" PRIMARY KEY ("user_id","tenant_id")
);

CREATE TABLE "sign_in_throttles" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "blocked_until" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_throttles_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "members" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "invitations" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "api_keys" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "last_four" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE TABLE "api_key_directory" (
    "key_hash" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,

    CONSTRAINT "api_key_directory_pkey" PRIMARY KEY ("key_hash")
);

CREATE TABLE "audit_entries" (
    "tenant_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("tenant_id","seq")
);

CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',
    "timezone" TEXT NOT NULL DEFAULT 'UTC',
    "country" TEXT NOT NULL DEFAULT 'US',
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "tenant_counters" (
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tenant_counters_pkey" PRIMARY KEY ("tenant_id","name")
);

CREATE TABLE "daily_usage" (
    "tenant_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "daily_usage_pkey" PRIMARY KEY ("tenant_id","day","kind")
);

CREATE INDEX "connections_tenant_id_carrier_idx" ON "connections"("tenant_id", "carrier");

CREATE UNIQUE INDEX "platform_connections_carrier_key" ON "platform_connections"("carrier");

CREATE UNIQUE INDEX "numbers_tenant_id_e164_key" ON "numbers"("tenant_id", "e164");

CREATE UNIQUE INDEX "channels_tenant_id_number_id_kind_key" ON "channels"("tenant_id", "number_id", "kind");

CREATE INDEX "webhook_events_tenant_id_call_sid_idx" ON "webhook_events"("tenant_id", "call_sid");

CREATE UNIQUE INDEX "webhook_events_tenant_id_carrier_dedupe_key_key" ON "webhook_events"("tenant_id", "carrier", "dedupe_key");

CREATE INDEX "conversations_tenant_id_customer_id_opened_at_idx" ON "conversations"("tenant_id", "customer_id", "opened_at");

CREATE UNIQUE INDEX "conversations_tenant_id_number_key" ON "conversations"("tenant_id", "number");

CREATE INDEX "conversation_events_tenant_id_conversation_id_at_id_idx" ON "conversation_events"("tenant_id", "conversation_id", "at", "id");

CREATE INDEX "customers_tenant_id_created_at_idx" ON "customers"("tenant_id", "created_at");

CREATE INDEX "customer_addresses_tenant_id_customer_id_idx" ON "customer_addresses"("tenant_id", "customer_id");

CREATE UNIQUE INDEX "customer_addresses_tenant_id_address_key" ON "customer_addresses"("tenant_id", "address");

CREATE INDEX "consent_events_tenant_id_address_at_idx" ON "consent_events"("tenant_id", "address", "at");

CREATE INDEX "messages_tenant_id_conversation_id_created_at_id_idx" ON "messages"("tenant_id", "conversation_id", "created_at", "id");

CREATE INDEX "messages_tenant_id_customer_id_created_at_idx" ON "messages"("tenant_id", "customer_id", "created_at");

CREATE UNIQUE INDEX "messages_tenant_id_carrier_carrier_sid_key" ON "messages"("tenant_id", "carrier", "carrier_sid");

CREATE UNIQUE INDEX "message_status_events_tenant_id_message_id_status_source_key" ON "message_status_events"("tenant_id", "message_id", "status", "source");

CREATE UNIQUE INDEX "message_media_tenant_id_message_id_position_key" ON "message_media"("tenant_id", "message_id", "position");

CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

CREATE UNIQUE INDEX "members_tenant_id_user_id_key" ON "members"("tenant_id", "user_id");

CREATE UNIQUE INDEX "invitations_tenant_id_token_hash_key" ON "invitations"("tenant_id", "token_hash");

CREATE INDEX "audit_entries_tenant_id_subject_kind_subject_id_idx" ON "audit_entries"("tenant_id", "subject_kind", "subject_id");

CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

ALTER TABLE "channels" ADD CONSTRAINT "channels_tenant_id_number_id_fkey" FOREIGN KEY ("tenant_id", "number_id") REFERENCES "numbers"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "conversations" ADD CONSTRAINT "conversations_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customers"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "messages" ADD CONSTRAINT "messages_tenant_id_conversation_id_fkey" FOREIGN KEY ("tenant_id", "conversation_id") REFERENCES "conversations"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

ALTER TABLE "message_media" ADD CONSTRAINT "message_media_tenant_id_message_id_fkey" FOREIGN KEY ("tenant_id", "message_id") REFERENCES "messages"("tenant_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What Prisma cannot say
ALTER TABLE "conversations" ADD FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id);
ALTER TABLE "channels" ADD FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id);
ALTER TABLE "conversation_events" ADD FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id);
ALTER TABLE "conversation_reads" ADD FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id);
ALTER TABLE "drafts" ADD FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations (tenant_id, id);
ALTER TABLE "message_status_events" ADD FOREIGN KEY (tenant_id, message_id) REFERENCES messages (tenant_id, id);
ALTER TABLE "sessions" ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE "sessions" ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE SET NULL;
ALTER TABLE "user_tenants" ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE;
ALTER TABLE "user_tenants" ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE;
ALTER TABLE "api_key_directory" ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE;
ALTER TABLE "number_directory" ADD FOREIGN KEY (tenant_id) REFERENCES tenants (id) ON DELETE CASCADE;

-- Two texts from one number stand in one conversation: at most one that is not closed per customer and team.
CREATE UNIQUE INDEX conversations_one_live ON conversations (tenant_id, customer_id, team_id) WHERE status <> 'closed';
CREATE INDEX conversations_open_list ON conversations (tenant_id, last_entry_at DESC, id DESC) WHERE status IN ('open', 'pending');
CREATE INDEX conversations_status_list ON conversations (tenant_id, status, last_entry_at DESC, id DESC);
CREATE INDEX conversations_assignee_list ON conversations (tenant_id, assignee_id, last_entry_at DESC, id DESC) WHERE status IN ('open', 'pending');
CREATE INDEX conversations_due_snooze ON conversations (tenant_id, snoozed_until) WHERE status = 'snoozed';
CREATE INDEX messages_doubtful ON messages (tenant_id, created_at) WHERE status IN ('queued', 'sending', 'unknown', 'scheduled');
CREATE INDEX messages_body_search ON messages USING gin (tenant_id, body gin_trgm_ops);
CREATE INDEX customers_name_search ON customers USING gin (tenant_id, name gin_trgm_ops);
CREATE INDEX customer_addresses_search ON customer_addresses USING gin (tenant_id, address gin_trgm_ops);

SELECT trunkline_protect('connections');
SELECT trunkline_protect('numbers');
SELECT trunkline_protect('teams');
SELECT trunkline_protect('channels');
SELECT trunkline_protect('webhook_events');
SELECT trunkline_protect('conversations');
SELECT trunkline_protect('conversation_events');
SELECT trunkline_protect('conversation_reads');
SELECT trunkline_protect('drafts');
SELECT trunkline_protect('customers');
SELECT trunkline_protect('customer_addresses');
SELECT trunkline_protect('suppressions');
SELECT trunkline_protect('consent_events');
SELECT trunkline_protect('events');
SELECT trunkline_protect('messages');
SELECT trunkline_protect('message_status_events');
SELECT trunkline_protect('parked_statuses');
SELECT trunkline_protect('message_media');
SELECT trunkline_protect('uploads');
SELECT trunkline_protect('idempotency_keys');
SELECT trunkline_protect('members');
SELECT trunkline_protect('invitations');
SELECT trunkline_protect('api_keys');
SELECT trunkline_protect('audit_entries');
SELECT trunkline_protect('tenant_counters');
SELECT trunkline_protect('daily_usage');

SELECT trunkline_protect_platform('api_key_directory');
SELECT trunkline_protect_platform('number_directory');
SELECT trunkline_protect_platform('platform_connections');
SELECT trunkline_protect_platform('platform_settings');
SELECT trunkline_protect_platform('security_events');
SELECT trunkline_protect_platform('sessions');
SELECT trunkline_protect_platform('sign_in_throttles');
SELECT trunkline_protect_platform('user_tenants');
SELECT trunkline_protect_platform('users');
SELECT trunkline_protect_platform('worker_heartbeats');

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY own_row ON tenants TO trunkline_app USING (id = (SELECT trunkline_tenant())) WITH CHECK (id = (SELECT trunkline_tenant()));
CREATE POLICY platform_rows ON tenants TO trunkline_platform USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON tenants TO trunkline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenants TO trunkline_platform;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO trunkline_app, trunkline_platform;

SELECT trunkline_append_only('audit_entries');
SELECT trunkline_append_only('webhook_events');
SELECT trunkline_append_only('message_status_events');
SELECT trunkline_append_only('consent_events');

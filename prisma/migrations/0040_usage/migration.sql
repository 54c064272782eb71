-- What things cost at a carrier: everybody may look, only the platform changes it.
CREATE TABLE "prices" (
    "id" UUID NOT NULL,
    "carrier" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "micros" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "prices_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "usage_entries" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "number_id" UUID,
    "connection_id" UUID,
    "day" DATE NOT NULL,
    "units" INTEGER NOT NULL,
    "unit_micros" BIGINT NOT NULL,
    "micros" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_entries_pkey" PRIMARY KEY ("tenant_id","id")
);

CREATE UNIQUE INDEX "prices_carrier_kind_direction_prefix_key" ON "prices"("carrier", "kind", "direction", "prefix");

CREATE UNIQUE INDEX "usage_entries_tenant_id_subject_key" ON "usage_entries"("tenant_id", "subject");

CREATE INDEX "usage_entries_tenant_id_day_idx" ON "usage_entries"("tenant_id", "day");

-- Millionths of a currency do not fit into four bytes.
ALTER TABLE "daily_usage" ALTER COLUMN "used" SET DATA TYPE BIGINT;

SELECT trunkline_protect('usage_entries');
SELECT trunkline_protect_platform('prices');
CREATE POLICY everybody_reads ON prices FOR SELECT TO trunkline_app USING (true);
GRANT SELECT ON prices TO trunkline_app;

-- Examples of the right size, to be corrected on the platform's price page: carriers change theirs often.
INSERT INTO prices (id, carrier, kind, direction, prefix, micros, currency, is_example)
SELECT gen_random_uuid(), carrier, kind, direction, prefix, micros, currency, true FROM (VALUES
  ('twilio', 'sms', 'outbound', '', 80000, 'USD'),
  ('twilio', 'sms', 'outbound', '+1', 7900, 'USD'),
  ('twilio', 'sms', 'outbound', '+44', 52000, 'USD'),
  ('twilio', 'sms', 'outbound', '+33', 79800, 'USD'),
  ('twilio', 'sms', 'outbound', '+34', 78500, 'USD'),
  ('twilio', 'sms', 'outbound', '+49', 112000, 'USD'),
  ('twilio', 'sms', 'outbound', '+61', 51500, 'USD'),
  ('twilio', 'sms', 'outbound', '+91', 83200, 'USD'),
  ('twilio', 'sms', 'inbound', '', 7500, 'USD'),
  ('twilio', 'sms', 'inbound', '+1', 7500, 'USD'),
  ('twilio', 'sms', 'inbound', '+44', 7500, 'USD'),
  ('twilio', 'sms', 'inbound', '+61', 7500, 'USD'),
  ('twilio', 'whatsapp', 'outbound', '', 15000, 'USD'),
  ('twilio', 'whatsapp', 'outbound', '+1', 30000, 'USD'),
  ('twilio', 'whatsapp', 'outbound', '+91', 15700, 'USD'),
  ('twilio', 'whatsapp', 'inbound', '', 5000, 'USD'),
  ('twilio', 'call_minute', 'outbound', '', 150000, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+1', 14000, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+44', 15800, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+33', 18500, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+34', 20300, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+49', 17200, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+61', 24000, 'USD'),
  ('twilio', 'call_minute', 'outbound', '+91', 40500, 'USD'),
  ('twilio', 'call_minute', 'inbound', '', 10000, 'USD'),
  ('twilio', 'call_minute', 'inbound', '+1', 8500, 'USD'),
  ('twilio', 'call_minute', 'inbound', '+44', 10000, 'USD'),
  ('twilio', 'call_minute', 'inbound', '+61', 10000, 'USD'),
  ('twilio', 'number_month', 'both', '', 5000000, 'USD'),
  ('twilio', 'number_month', 'both', '+1', 1150000, 'USD'),
  ('twilio', 'number_month', 'both', '+44', 1150000, 'USD'),
  ('twilio', 'number_month', 'both', '+61', 3000000, 'USD'),
  ('vobiz', 'call_minute', 'outbound', '', 12000000, 'INR'),
  ('vobiz', 'call_minute', 'outbound', '+91', 650000, 'INR'),
  ('vobiz', 'call_minute', 'inbound', '', 650000, 'INR'),
  ('vobiz', 'call_minute', 'inbound', '+91', 350000, 'INR'),
  ('vobiz', 'sms', 'outbound', '', 5000000, 'INR'),
  ('vobiz', 'sms', 'outbound', '+91', 250000, 'INR'),
  ('vobiz', 'sms', 'inbound', '', 250000, 'INR'),
  ('vobiz', 'number_month', 'both', '', 1000000000, 'INR'),
  ('vobiz', 'number_month', 'both', '+91', 500000000, 'INR')
) AS examples (carrier, kind, direction, prefix, micros, currency);

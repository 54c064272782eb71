-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "sort_name" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "customer_words" (
    "tenant_id" UUID NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "customer_id" UUID NOT NULL,

    CONSTRAINT "customer_words_pkey" PRIMARY KEY ("tenant_id","word","customer_id")
);

-- CreateTable
CREATE TABLE "customer_notes" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_notes_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "customer_fields" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'text',
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_fields_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "customer_notes_tenant_id_customer_id_created_at_idx" ON "customer_notes"("tenant_id", "customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_fields_tenant_id_key_key" ON "customer_fields"("tenant_id", "key");

-- CreateIndex
CREATE INDEX "customers_tenant_id_sort_name_id_idx" ON "customers"("tenant_id", "sort_name", "id");

SELECT trunkline_protect('customer_words');
SELECT trunkline_protect('customer_notes');
SELECT trunkline_protect('customer_fields');

ALTER TABLE customer_notes ADD FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id);

-- One spelling to compare by: small letters without accents. `foldText` in lib/customers/rules.ts does the same.
CREATE FUNCTION trunkline_fold(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_replace(lower(normalize(raw, NFKD) COLLATE "pg_c_utf8"), '[\u0300-\u036f]', '', 'g') $$;

-- What a customer is found by, apart from the addresses.
CREATE FUNCTION trunkline_customer_words(name text, email text, tags text[], country text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(word, 60) FROM regexp_split_to_table(trunkline_fold(concat_ws(' ', name, email)), '[\s!-/:-@\[-`{-~]+') AS word WHERE word <> ''
  UNION SELECT 't:' || tag FROM unnest(tags) AS tag
  UNION SELECT 'c:' || country WHERE country IS NOT NULL
$$;

-- Every ending of a number of four digits and more, so that any part of it is the beginning of one.
CREATE FUNCTION trunkline_address_words(kind text, address text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT 'a:' || kind
  UNION SELECT substr(digits, place) FROM regexp_replace(address, '\D', '', 'g') AS digits, generate_series(1, length(digits) - 3) AS place
   WHERE address ~ '^(whatsapp:)?[+][0-9]+$'
  UNION SELECT left(trunkline_fold(substr(address, 10)), 60) WHERE address ~ '^whatsapp:[^+]'
$$;

CREATE FUNCTION trunkline_sort_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sort_name := left(trunkline_fold(NEW.name), 120);
  RETURN NEW;
END $$;
CREATE TRIGGER sort_customer BEFORE INSERT OR UPDATE OF name ON customers FOR EACH ROW EXECUTE FUNCTION trunkline_sort_customer();

CREATE FUNCTION trunkline_add_customer_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO customer_words (tenant_id, word, customer_id)
  SELECT f.tenant_id, word, f.id FROM fresh f, trunkline_customer_words(f.name, f.email, f.tags, f.country) AS word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER add_words AFTER INSERT ON customers REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION trunkline_add_customer_words();

CREATE FUNCTION trunkline_change_customer_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM customer_words w USING stale o JOIN fresh f ON f.tenant_id = o.tenant_id AND f.id = o.id,
      trunkline_customer_words(o.name, o.email, o.tags, o.country) AS gone
   WHERE (o.name, o.email, o.tags, o.country) IS DISTINCT FROM (f.name, f.email, f.tags, f.country)
     AND w.tenant_id = o.tenant_id AND w.word = gone AND w.customer_id = o.id;
  -- A word of the name may also be one of an address, so those are put back.
  INSERT INTO customer_words (tenant_id, word, customer_id)
  SELECT f.tenant_id, word, f.id FROM stale o JOIN fresh f ON f.tenant_id = o.tenant_id AND f.id = o.id,
      LATERAL (SELECT trunkline_customer_words(f.name, f.email, f.tags, f.country) AS word
        UNION SELECT trunkline_address_words(a.kind, a.address) FROM customer_addresses a WHERE a.tenant_id = f.tenant_id AND a.customer_id = f.id) AS words
   WHERE (o.name, o.email, o.tags, o.country) IS DISTINCT FROM (f.name, f.email, f.tags, f.country)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER change_words AFTER UPDATE ON customers REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION trunkline_change_customer_words();

CREATE FUNCTION trunkline_drop_customer_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM customer_words w USING stale o, trunkline_customer_words(o.name, o.email, o.tags, o.country) AS gone
   WHERE w.tenant_id = o.tenant_id AND w.word = gone AND w.customer_id = o.id;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_words AFTER DELETE ON customers REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION trunkline_drop_customer_words();

CREATE FUNCTION trunkline_add_address_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO customer_words (tenant_id, word, customer_id)
  SELECT f.tenant_id, word, f.customer_id FROM fresh f, trunkline_address_words(f.kind, f.address) AS word
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER add_words AFTER INSERT ON customer_addresses REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION trunkline_add_address_words();

-- Addresses move between customers when these are merged, and what is left of the old owner's words is put back.
CREATE FUNCTION trunkline_refresh_address_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM customer_words w USING stale o, trunkline_address_words(o.kind, o.address) AS gone
   WHERE w.tenant_id = o.tenant_id AND w.word = gone AND w.customer_id = o.customer_id;
  INSERT INTO customer_words (tenant_id, word, customer_id)
  SELECT c.tenant_id, word, c.id FROM customers c,
      LATERAL (SELECT trunkline_customer_words(c.name, c.email, c.tags, c.country) AS word
        UNION SELECT trunkline_address_words(a.kind, a.address) FROM customer_addresses a WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.id) AS words
   WHERE (c.tenant_id, c.id) IN (SELECT tenant_id, customer_id FROM stale)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_words AFTER DELETE ON customer_addresses REFERENCING OLD TABLE AS stale
  FOR EACH STATEMENT EXECUTE FUNCTION trunkline_refresh_address_words();
CREATE FUNCTION trunkline_move_address_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM customer_words w USING stale o, trunkline_address_words(o.kind, o.address) AS gone
   WHERE w.tenant_id = o.tenant_id AND w.word = gone AND w.customer_id = o.customer_id;
  INSERT INTO customer_words (tenant_id, word, customer_id)
  SELECT c.tenant_id, word, c.id FROM customers c,
      LATERAL (SELECT trunkline_customer_words(c.name, c.email, c.tags, c.country) AS word
        UNION SELECT trunkline_address_words(a.kind, a.address) FROM customer_addresses a WHERE a.tenant_id = c.tenant_id AND a.customer_id = c.id) AS words
   WHERE (c.tenant_id, c.id) IN (SELECT tenant_id, customer_id FROM stale UNION SELECT tenant_id, customer_id FROM fresh)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER move_words AFTER UPDATE ON customer_addresses REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION trunkline_move_address_words();

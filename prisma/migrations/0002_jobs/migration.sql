CREATE TABLE "chore_slots" (
    "kind" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chore_slots_pkey" PRIMARY KEY ("kind")
);

SELECT trunkline_protect_platform('chore_slots');

-- The queue's tables are graphile-worker's own (schema graphile_worker, made at start by its migrations). They have
-- row-level security without any policy, so only their owner sees them. The worker logs in as the platform role and
-- gets in through this; the app role only ever goes through the functions below. Called after every start.
CREATE FUNCTION trunkline_open_queue() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  target regclass;
BEGIN
  GRANT USAGE ON SCHEMA graphile_worker TO trunkline_platform;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO trunkline_platform;
  FOR target IN
    SELECT c.oid FROM pg_class c
     WHERE c.relnamespace = 'graphile_worker'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'platform_rows')
  LOOP
    EXECUTE format('CREATE POLICY platform_rows ON %s TO trunkline_platform USING (true) WITH CHECK (true)', target);
  END LOOP;
END $$;

-- Whether the caller may touch jobs of this tenant: its own, or any for the platform role.
CREATE FUNCTION trunkline_may_queue(job_tenant uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(job_tenant = public.trunkline_tenant(), false) OR pg_has_role(session_user, 'trunkline_platform', 'MEMBER')
$$;

-- Adds a job to the queue inside the caller's transaction. The same as graphile_worker.add_job, with two differences:
-- no NOTIFY inside the transaction (it halves the commit ceiling; the caller pokes the workers after the commit), and a
-- tenant can only add jobs of its own. A key that waits already is replaced; one that runs lets a new job follow it.
CREATE FUNCTION trunkline_enqueue(
  job_tenant uuid, job_kind text, job_payload text, job_key text,
  job_run_at timestamptz, job_max_attempts integer
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  task integer;
BEGIN
  IF NOT public.trunkline_may_queue(job_tenant) THEN
    RAISE EXCEPTION 'A job can only be enqueued for the tenant of the transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT id INTO task FROM graphile_worker._private_tasks WHERE identifier = job_kind;
  IF task IS NULL THEN
    INSERT INTO graphile_worker._private_tasks (identifier) VALUES (job_kind) ON CONFLICT DO NOTHING;
    SELECT id INTO STRICT task FROM graphile_worker._private_tasks WHERE identifier = job_kind;
  END IF;
  IF job_key IS NULL THEN
    INSERT INTO graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
    VALUES (task, job_payload::json, job_run_at, job_max_attempts);
    RETURN;
  END IF;
  -- Twice: another transaction's job of this key may begin to run between the two statements.
  FOR round IN 1..3 LOOP
    UPDATE graphile_worker._private_jobs SET key = NULL, attempts = max_attempts, updated_at = now()
     WHERE key = job_key AND NOT is_available;
    INSERT INTO graphile_worker._private_jobs AS jobs (task_id, payload, run_at, max_attempts, key)
    VALUES (task, job_payload::json, job_run_at, job_max_attempts, job_key)
    ON CONFLICT (key) DO UPDATE
      SET payload = excluded.payload, run_at = excluded.run_at, max_attempts = excluded.max_attempts,
          revision = jobs.revision + 1, attempts = 0, last_error = NULL, updated_at = now()
      WHERE jobs.locked_at IS NULL;
    EXIT WHEN FOUND;
  END LOOP;
END $$;

-- Takes a job out of the queue by its key; one that runs already is not stopped. Says whether there was one.
CREATE FUNCTION trunkline_cancel_job(job_tenant uuid, job_key text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT public.trunkline_may_queue(job_tenant) THEN
    RAISE EXCEPTION 'A job can only be cancelled by its tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM graphile_worker._private_jobs
   WHERE key = job_key AND locked_at IS NULL AND payload ->> 'tenant' = job_tenant::text;
  RETURN FOUND;
END $$;

-- Jobs that used up their attempts, newest first: of the transaction's tenant, or of all for the platform role.
CREATE FUNCTION trunkline_failed_jobs(most integer)
RETURNS TABLE (id text, tenant_id uuid, kind text, error text, attempts integer, created_at timestamptz, failed_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT j.id::text, (j.payload ->> 'tenant')::uuid, t.identifier, j.last_error, j.attempts::integer, j.created_at, j.updated_at
    FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
   WHERE j.attempts >= j.max_attempts AND j.locked_at IS NULL
     AND ((j.payload ->> 'tenant') = public.trunkline_tenant()::text
          OR (public.trunkline_tenant() IS NULL AND pg_has_role(session_user, 'trunkline_platform', 'MEMBER')))
   ORDER BY j.updated_at DESC LIMIT most;
END $$;

-- Gives a failed job all its attempts again.
CREATE FUNCTION trunkline_retry_job(job_id text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE graphile_worker._private_jobs SET attempts = 0, run_at = now(), updated_at = now()
   WHERE id = job_id::bigint AND attempts >= max_attempts AND locked_at IS NULL
     AND public.trunkline_may_queue((payload ->> 'tenant')::uuid);
  RETURN FOUND;
END $$;

-- The jobs of a tenant go with it.
CREATE FUNCTION trunkline_drop_jobs() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM graphile_worker._private_jobs WHERE payload ->> 'tenant' = OLD.id::text AND locked_at IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER drop_jobs AFTER DELETE ON tenants FOR EACH ROW EXECUTE FUNCTION trunkline_drop_jobs();

REVOKE EXECUTE ON FUNCTION trunkline_open_queue, trunkline_enqueue, trunkline_cancel_job, trunkline_failed_jobs,
  trunkline_retry_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trunkline_enqueue, trunkline_cancel_job, trunkline_failed_jobs, trunkline_retry_job
  TO trunkline_app, trunkline_platform;

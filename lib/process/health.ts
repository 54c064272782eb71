import packageJson from "../../package.json" with { type: "json" };

/** Resolves when a part of this process works, rejects with the reason when it does not. */
export type HealthCheck = () => Promise<void>;

/** What `GET /api/health` says. A check is "ok" or the reason, in words without secrets. */
export type Health = { status: "ok" | "failing"; checks: Record<string, string>; version: string };

const CHECK_DEADLINE_MS = 2_000;

// Node and Next's bundle each load this file once; both must see the same checks.
const home: typeof globalThis & { trunklineHealthChecks?: Map<string, HealthCheck> } = globalThis;
home.trunklineHealthChecks ??= new Map();
const checks = home.trunklineHealthChecks;

/** Adds a part of this process to `GET /api/health`; the last one of a name counts. Returns how to take it out again. */
export function addHealthCheck(name: string, check: HealthCheck): () => void {
  checks.set(name, check);
  return () => void checks.delete(name);
}

/** Asks every part, at most two seconds each. */
export async function readHealth(): Promise<Health> {
  const results = await Promise.all(
    [...checks].map(async ([name, check]) => [name, await ask(check)] as const),
  );
  const status = results.every(([, result]) => result === "ok") ? "ok" : "failing";
  return { status, checks: Object.fromEntries(results), version: packageJson.version };
}

/** The answer to `GET /api/health`: 200, or 503 naming the failing check. */
export async function answerHealth(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}

async function ask(check: HealthCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${CHECK_DEADLINE_MS / 1000} s`), CHECK_DEADLINE_MS);
  });
  const answer = check().then(
    () => "ok",
    (reason: unknown) => (reason instanceof Error && reason.message) || "failed",
  );
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}

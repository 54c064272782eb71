import type { Pool } from "pg";
import type { Ctx } from "@/lib/kernel/context";
import { database } from "./database";
import type { Prisma, PrismaClient } from "./generated/client";
import { preparedSql, prismaSql, type Sql } from "./sql";
import { currentStage } from "./stage";

/** A Prisma transaction of one tenant, with plain SQL on the same transaction. */
export type Tx = Prisma.TransactionClient & { sql: Sql };

type TenantScope = Pick<Ctx, "tenantId">;

/**
 * Runs `work` in one transaction that sees and writes only the rows of `ctx.tenantId`; row-level security holds
 * even where a query forgets its filter. Never call a carrier or a model inside.
 */
export function withTenant<T>(ctx: TenantScope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prismaTransaction(database().app.prisma, ctx.tenantId, work);
}

/** The same guarantees on a raw connection with prepared statements, for the hot paths. */
export function withTenantSql<T>(ctx: TenantScope, work: (sql: Sql) => Promise<T>): Promise<T> {
  return rawTransaction(database().app.pool, ctx.tenantId, work);
}

/**
 * Crosses tenants as the platform role. For code that cannot know a tenant yet (a webhook, a sign-in) or that
 * serves the platform; its caller is named `unsafe…` and says why.
 * @param _why one sentence, kept at the call for the reader
 */
export function unsafePlatform<T>(_why: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return prismaTransaction(database().platform.prisma, null, work);
}

/** {@link unsafePlatform} on a raw connection. */
export function unsafePlatformSql<T>(_why: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  return rawTransaction(database().platform.pool, null, work);
}

async function prismaTransaction<T>(
  prisma: PrismaClient,
  tenantId: string | null,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const effects: (() => void)[] = [];
  const isPlayed = currentStage() !== undefined;
  const played: T[] = [];
  const whole = prisma.$transaction(
    async (client) => {
      if (tenantId) await client.$executeRaw`SELECT set_config('app.tenant_id', ${tenantId}, true)`;
      const result = await work(withSql(client, prismaSql(client, effects)));
      if (!isPlayed) return result;
      played.push(result);
      throw new Curtain();
    },
    { maxWait: 5_000, timeout: 20_000 },
  );
  const result = await whole.catch((cause: unknown) => {
    const [last] = played;
    if (cause instanceof Curtain && last !== undefined) return last;
    throw cause;
  });
  if (!isPlayed) for (const effect of effects) effect();
  return result;
}

/** Ends a rehearsed transaction of Prisma's, which rolls back for nothing but an exception. */
class Curtain extends Error {}

/**
 * The transaction's client with `sql` beside its models. Defined, not assigned: Prisma's proxy hands an assignment on to
 * the client that all transactions share, and then the last one to begin would get everybody's statements.
 */
function withSql(client: Prisma.TransactionClient, sql: Sql): Tx {
  return Object.create(client, { sql: { value: sql } });
}

async function rawTransaction<T>(
  pool: Pool,
  tenantId: string | null,
  work: (sql: Sql) => Promise<T>,
): Promise<T> {
  const stage = currentStage();
  if (stage && stage.tenantId === tenantId) return work(stage.sql);
  const effects: (() => void)[] = [];
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(tenantId ? `BEGIN; SET LOCAL app.tenant_id = '${onlyUuid(tenantId)}'` : "BEGIN");
    const result = await work(preparedSql(client, effects));
    await client.query(stage ? "ROLLBACK" : "COMMIT");
    if (!stage) for (const effect of effects) effect();
    return result;
  } catch (cause) {
    await client.query("ROLLBACK").catch((reason: Error) => {
      broken = reason;
    });
    throw cause;
  } finally {
    client.release(broken);
  }
}

function onlyUuid(value: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw new TypeError("Not a tenant id");
  return value;
}

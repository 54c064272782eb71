import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { AppError } from "@/lib/kernel/errors";
import { PrismaClient } from "./generated/client";

/** One process's way to the database: two login roles, each with a pool and a Prisma client on it. */
export type Database = {
  app: { pool: pg.Pool; prisma: PrismaClient };
  platform: { pool: pg.Pool; prisma: PrismaClient };
  platformUrl: string;
};

type DatabaseUrls = { appUrl: string; platformUrl: string; poolSize?: number };

// In the web process this module is loaded twice, by Node and inside Next's bundle; the pools must exist once.
const home = globalThis as typeof globalThis & { trunklineDatabase?: Database };

/** Two web and two worker processes together stay below PostgreSQL's usual 100 connections: bar 14 ran into it with 20. */
const defaultPoolSize = 12;

/**
 * Opens the pools and makes them the process's database.
 * @param urls of the app and the platform login role; `poolSize` connections for the app role (default 12)
 */
export function installDatabase(urls: DatabaseUrls): Database {
  home.trunklineDatabase = {
    app: open(urls.appUrl, urls.poolSize ?? defaultPoolSize),
    platform: open(urls.platformUrl, Math.max(4, Math.ceil((urls.poolSize ?? defaultPoolSize) / 4))),
    platformUrl: urls.platformUrl,
  };
  return home.trunklineDatabase;
}

/** The process's database. Throws `unavailable` when none was installed. */
export function database(): Database {
  if (!home.trunklineDatabase) throw new AppError("unavailable", "The database has not been opened yet.");
  return home.trunklineDatabase;
}

/** Closes every connection; used at shutdown and between test files. */
export async function closeDatabase(): Promise<void> {
  const current = home.trunklineDatabase;
  home.trunklineDatabase = undefined;
  if (!current) return;
  for (const side of [current.app, current.platform]) {
    await side.prisma.$disconnect();
    await side.pool.end();
  }
}

function open(connectionString: string, max: number) {
  const pool = new pg.Pool({
    connectionString,
    max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
  });
  // A connection that dies while a query runs fails that query, and says so once more as an event that would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", () => {}); // an idle connection died; the next query opens another and reports what is wrong
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

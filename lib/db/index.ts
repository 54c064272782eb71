export { closeDatabase, type Database, database, installDatabase } from "./database";
export { Prisma } from "./generated/client";
export type { Sql } from "./sql";
export { type Tx, unsafePlatform, unsafePlatformSql, withTenant, withTenantSql } from "./transaction";

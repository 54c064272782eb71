export { closeDatabase, type Database, database, installDatabase } from "./database";
export { notifySoon, type PackNotes } from "./notify-soon";
export { roleUrls } from "./roles";
export type { Sql } from "./sql";
export { playOnStage } from "./stage";
export { type Tx, unsafePlatform, unsafePlatformSql, withTenant, withTenantSql } from "./transaction";

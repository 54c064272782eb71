import type { Table } from "./read-catalog";

/** Tables that belong to no tenant, each with the reason. Everything else is a tenant's. */
const platformTables: Readonly<Record<string, string>> = {
  _prisma_migrations: "Prisma's own record; nobody but the owner sees it",
  tenants: "the tenants themselves; a tenant sees its own row",
  users: "a person may work in several tenants",
  user_tenants: "which tenants a person may enter",
  sessions: "a sign-in stands before any tenant",
  sign_in_throttles: "attempts on accounts that may not even exist",
  platform_connections: "the platform's own carrier accounts",
  platform_settings: "the installation's settings",
  security_events: "forged requests belong to nobody",
  number_directory: "finds the tenant of a number",
  api_key_directory: "finds the tenant of a key",
  worker_heartbeats: "worker processes",
  chore_slots: "the installation's own chores",
  platform_audit_entries: "what super admins did to the installation",
  prices: "what carriers take; every tenant may read it",
};

/** Platform tables that tenants read and never write. */
const readByAll = ["prices"];

/** Tables that hold history: rows are added, never changed. */
const appendOnly = [
  "audit_entries",
  "webhook_events",
  "message_status_events",
  "consent_events",
  "call_traces",
  "platform_audit_entries",
];

const app = "trunkline_app";
const platform = "trunkline_platform";
const ownRows = "(tenant_id = ( SELECT trunkline_tenant() AS trunkline_tenant))";

/** Says in a sentence each what keeps the tenants of these tables not apart. Empty: all is well. */
export function checkCatalog(tables: readonly Table[]): string[] {
  const names = new Set(tables.map(({ name }) => name));
  const stale = Object.keys(platformTables).filter((name) => !names.has(name));
  return [
    ...stale.map((name) => `${name} is listed as a platform table but is not there`),
    ...tables.flatMap((table) =>
      (Object.hasOwn(platformTables, table.name) ? checkPlatformTable : checkTenantTable)(table).map(
        (what) => `${table.name}: ${what}`,
      ),
    ),
  ];
}

function checkTenantTable(table: Table): string[] {
  const { tenantColumn, primaryKey, indexes } = table;
  return [
    ...unless(tenantColumn?.type === "uuid" && tenantColumn.isNotNull, "has no tenant_id uuid not null"),
    ...unless(primaryKey[0] === "tenant_id", "its primary key does not begin with tenant_id"),
    ...indexes
      .filter(({ columns }) => columns[0] !== "tenant_id")
      .map(({ name }) => `its index ${name} does not begin with tenant_id`),
    ...checkForeignKeys(table),
    ...checkProtection(table),
    ...checkPolicy(table, "tenant_rows", app, ownRows),
    ...checkPolicy(table, "platform_rows", platform, "true"),
    ...unless(table.policies.length === 2, `it has ${table.policies.length} policies instead of 2`),
    ...checkGrants(table, { [app]: rowPrivileges(table.name), [platform]: rowPrivileges(table.name) }),
  ];
}

function checkPlatformTable(table: Table): string[] {
  if (table.name === "_prisma_migrations") return checkGrants(table, {});
  const isTenants = table.name === "tenants";
  const isRead = readByAll.includes(table.name);
  return [
    ...checkProtection(table),
    ...checkPolicy(table, "platform_rows", platform, "true"),
    ...(isTenants ? checkPolicy(table, "own_row", app, ownRows.replace("tenant_id", "id")) : []),
    ...(isRead ? checkReading(table) : []),
    ...unless(
      table.policies.length === (isTenants || isRead ? 2 : 1),
      `it has ${table.policies.length} policies`,
    ),
    ...checkGrants(table, {
      [platform]: rowPrivileges(table.name),
      ...(isTenants ? { [app]: ["SELECT", "UPDATE"] } : {}),
      ...(isRead ? { [app]: ["SELECT"] } : {}),
    }),
  ];
}

function checkReading({ policies }: Table): string[] {
  const isRight = policies.some(
    ({ name, roles, command }) => name === "everybody_reads" && roles.join() === app && command === "SELECT",
  );
  return unless(isRight, "it has no policy that lets tenants read, and only read");
}

function checkForeignKeys({ foreignKeys }: Table): string[] {
  const toTenants = foreignKeys.some(
    ({ table, columns }) => table === "tenants" && columns.join() === "tenant_id",
  );
  const crossing = foreignKeys.filter(
    ({ table, columns, referred }) =>
      table !== "tenants" &&
      (columns[0] !== "tenant_id" || referred[0] !== "tenant_id" || columns.length < 2),
  );
  return [
    ...unless(toTenants, "no foreign key ties it to tenants"),
    ...crossing.map(({ name }) => `its foreign key ${name} does not carry the tenant`),
  ];
}

function checkProtection({ isProtected, isForced }: Table): string[] {
  return [
    ...unless(isProtected, "row-level security is off"),
    ...unless(isForced, "row-level security does not bind its owner"),
  ];
}

function checkPolicy({ policies }: Table, name: string, role: string, rows: string): string[] {
  const policy = policies.find((one) => one.name === name);
  if (!policy) return [`it has no policy ${name}`];
  const isRight =
    policy.roles.join() === role &&
    policy.command === "ALL" &&
    policy.using === rows &&
    policy.check === rows;
  return unless(isRight, `its policy ${name} says ${JSON.stringify(policy)}`);
}

function checkGrants({ grants }: Table, expected: Record<string, string[]>): string[] {
  const roles = new Set([...Object.keys(grants), ...Object.keys(expected)]);
  return [...roles].flatMap((role) => {
    const [given, due] = [grants[role] ?? [], expected[role] ?? []].map((list) => [...list].sort().join(" "));
    return unless(given === due, `${role} may ${given || "nothing"} instead of ${due || "nothing"}`);
  });
}

function rowPrivileges(name: string): string[] {
  return appendOnly.includes(name) ? ["INSERT", "SELECT"] : ["DELETE", "INSERT", "SELECT", "UPDATE"];
}

function unless(isWell: boolean, what: string): string[] {
  return isWell ? [] : [what];
}

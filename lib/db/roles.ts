import { createHmac } from "node:crypto";
import type pg from "pg";

/** The three ways into one database: its owner (migrations only), the app (one tenant at a time), the platform (across tenants). */
export type DatabaseUrls = { ownerUrl: string; appUrl: string; platformUrl: string };

/** Group roles, one pair per PostgreSQL server: the policies of every migration speak of these. */
const GROUPS = { app: "trunkline_app", platform: "trunkline_platform" } as const;

type Group = keyof typeof GROUPS;
const KINDS: Group[] = ["app", "platform"];

/**
 * The login roles of one database, computed from its owner's URL so that every process finds the same without asking.
 * Neither is superuser, owner or BYPASSRLS. The host is left out: one process may know it as localhost, another as an address.
 */
export function roleUrls(ownerUrl: string): DatabaseUrls {
  return { ownerUrl, appUrl: loginUrl(ownerUrl, "app"), platformUrl: loginUrl(ownerUrl, "platform") };
}

/** Makes the group roles. What they may do stands in the migrations, table by table. */
export async function ensureGroups(owner: pg.Client): Promise<void> {
  for (const kind of KINDS) await createRole(owner, GROUPS[kind], "NOLOGIN");
}

/** Makes this database's two login roles, members of the groups, and lets nobody else connect to it. */
export async function ensureLogins(owner: pg.Client, ownerUrl: string): Promise<DatabaseUrls> {
  const database = owner.escapeIdentifier(new URL(ownerUrl).pathname.slice(1));
  await owner.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
  for (const kind of KINDS) {
    const { name, password } = login(ownerUrl, kind);
    const options = `LOGIN INHERIT PASSWORD ${owner.escapeLiteral(password)}`;
    const created = await createRole(owner, name, options);
    if (!created) await owner.query(`ALTER ROLE ${name} ${options}`);
    await owner.query(`GRANT ${GROUPS[kind]} TO ${name}; GRANT CONNECT ON DATABASE ${database} TO ${name}`);
  }
  return roleUrls(ownerUrl);
}

/** Removes the login roles of a database that is gone. */
export async function dropLogins(admin: pg.Client, ownerUrl: string): Promise<void> {
  for (const kind of KINDS) await admin.query(`DROP ROLE IF EXISTS ${login(ownerUrl, kind).name}`);
}

function loginUrl(ownerUrl: string, kind: Group): string {
  const { name, password } = login(ownerUrl, kind);
  const url = new URL(ownerUrl);
  url.username = name;
  url.password = password;
  return url.href;
}

function login(ownerUrl: string, kind: Group): { name: string; password: string } {
  const { username, password, pathname } = new URL(ownerUrl);
  const derive = (purpose: string) =>
    createHmac("sha256", decodeURIComponent(password))
      .update(`${purpose}\n${username}\n${pathname}`)
      .digest();
  return {
    name: `${GROUPS[kind]}_${derive("trunkline role name").toString("hex").slice(0, 12)}`,
    password: derive(`trunkline role password ${kind}`).toString("base64url"),
  };
}

/** False when the role is there already: roles belong to the whole server, so two databases may set up at once. */
async function createRole(owner: pg.Client, name: string, options: string): Promise<boolean> {
  const known = await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
  if (known.rowCount) return false;
  try {
    await owner.query(`CREATE ROLE ${name} ${options}`);
    return true;
  } catch (error) {
    if (await owner.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]).then((r) => r.rowCount))
      return false;
    throw new Error(
      "The user of DATABASE_URL may not create roles, which Trunkline needs to keep tenants apart. Grant it with `ALTER ROLE … CREATEROLE`.",
      { cause: error },
    );
  }
}

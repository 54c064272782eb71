import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";

/** The system user that PostgreSQL runs as; undefined means the user we are. */
export type Account = { uid: number; gid: number } | undefined;

const execute = promisify(execFile);

/**
 * PostgreSQL refuses to run as root, so root hands it to another user: the one that owns an existing data directory,
 * else `postgres`, created when it is missing, else `nobody` where users cannot be created.
 */
export async function chooseAccount(existingData: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  return (
    ownerOf(existingData) ??
    (await accountNamed("postgres")) ??
    (await createAccount("postgres")) ??
    (await accountNamed("nobody"))
  );
}

/** Whether `account` may pass through every folder above `path`. Root's own rights never count: PostgreSQL loses them. */
export function canEnter(path: string, account: Account): boolean {
  if (!account) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    if (!permits(folder, account, 1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Whether `account` may read the file at `path` and enter the folders above it. */
export function canRead(path: string, account: Account): boolean {
  if (!account) return true;
  return permits(path, account, 4) && canEnter(dirname(path), account);
}

function permits(path: string, account: { uid: number; gid: number }, bit: 1 | 4): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return false;
  const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0;
  return ((found.mode >> shift) & bit) === bit;
}

function ownerOf(folder: string): Account {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
}

async function accountNamed(name: string): Promise<Account> {
  try {
    const [uid, gid] = await Promise.all([execute("id", ["-u", name]), execute("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createAccount(name: string): Promise<Account> {
  await execute("useradd", ["--system", "--user-group", "--no-create-home", name]).catch(() => undefined);
  return accountNamed(name);
}

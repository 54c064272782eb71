import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { AppError } from "@/lib/kernel/errors";
import type { TenantId } from "@/lib/kernel/ids";
import type { ByteRange, Storage, StorageKey, StoredFile } from "./storage";

/** Keeps files under `folder/<tenant>/<name>`, readable by this user only. */
export function localStorage(folder: string): Storage {
  return {
    put: (key, bytes) => write(pathOf(folder, key), bytes),
    get: (key, range) => read(pathOf(folder, key), range),
    stat: (key) => look(pathOf(folder, key)),
    delete: (key) => rm(pathOf(folder, key), { force: true }),
    deleteTenant: (tenantId) => rm(tenantFolder(folder, tenantId), { recursive: true, force: true }),
  };
}

const segment = /^[a-z0-9_-][a-z0-9._-]{0,127}$/;
const mostSegments = 8;

function pathOf(folder: string, key: StorageKey): string {
  const segments = key.name.split("/");
  if (segments.length > mostSegments || !segments.every((part) => segment.test(part))) {
    throw new AppError("invalid_input", "This is not the name of a file.");
  }
  return join(tenantFolder(folder, key.tenantId), ...segments);
}

function tenantFolder(folder: string, tenantId: TenantId): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenantId)) {
    throw new AppError("invalid_input", "This is not the id of a tenant.");
  }
  return join(folder, tenantId);
}

/** Written beside its place, made durable, then renamed into it. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // The capital letter keeps it apart from every valid name.
  const draft = `${path}.PART-${randomBytes(6).toString("hex")}`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function read(path: string, range: ByteRange | undefined): Promise<StoredFile | null> {
  const found = await look(path);
  if (!found) return null;
  const stream = createReadStream(path, range ? { start: range.start, end: range.end } : {});
  return { size: found.size, body: Readable.toWeb(stream) as ReadableStream<Uint8Array> };
}

async function look(path: string): Promise<{ size: number; changedAt: Date } | null> {
  try {
    const found = await stat(path);
    return found.isFile() ? { size: found.size, changedAt: found.mtime } : null;
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
      return null;
    throw error;
  }
}

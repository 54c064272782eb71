import type { TenantId } from "@/lib/kernel/ids";

/** Where a file lives. `name` is one to eight segments of `a-z 0-9 . _ -`, as in "media/0198…/0.jpg". */
export type StorageKey = { tenantId: TenantId; name: string };

/** Bytes from `start` to `end`, both inclusive and inside the file. */
export type ByteRange = { start: number; end: number };

/** A file being read. `size` is the whole file's, also when a range was asked for. */
export type StoredFile = { size: number; body: ReadableStream<Uint8Array> };

/** Files of tenants: recordings and media. Types and names are kept by whoever owns the row. */
export interface Storage {
  /** Writes or replaces, all or nothing: a reader never sees half a file. */
  put(key: StorageKey, bytes: Uint8Array): Promise<void>;
  /** Opens a file, or part of it; null when there is none. The body must be read or cancelled. */
  get(key: StorageKey, range?: ByteRange): Promise<StoredFile | null>;
  /** Size and time of last change; null when there is none. */
  stat(key: StorageKey): Promise<{ size: number; changedAt: Date } | null>;
  /** One already gone counts as done. */
  delete(key: StorageKey): Promise<void>;
  /** All files of a tenant, for erasure; returns when they are gone. */
  deleteTenant(tenantId: TenantId): Promise<void>;
}

import { join } from "node:path";
import { env } from "@/lib/env";
import { localStorage } from "./local-storage";
import type { Storage } from "./storage";

export { readRange } from "./read-range";
export type { ByteRange, Storage, StorageKey, StoredFile } from "./storage";

/** This installation's files, in the data folder. */
export const storage: Storage = localStorage(join(env.dataDir, "storage"));

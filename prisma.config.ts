import { defineConfig } from "prisma/config";

// Prisma's schema engine is a downloaded binary that many networks cannot reach; `generate` does not need it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});

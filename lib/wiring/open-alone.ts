import { installDatabase, roleUrls } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/kernel/errors";
import { addHealthCheck, isHosted } from "@/lib/process";
import { unsafeAskDatabase } from "./ask-database";
import { installWiring } from "./install-wiring";

/**
 * What a process needs in which Next runs alone, without our server: the database and the wiring. Webhooks, pages and API
 * work there; the live stream, calls over WebSockets and jobs need `npm run web` and `npm run worker` on the same database.
 * Does nothing where our server runs Next, which has opened all that.
 */
export function openWhereAlone(): void {
  if (isHosted()) return;
  if (!env.databaseUrl)
    throw new AppError(
      "unavailable",
      "Next alone does not start a database. Set DATABASE_URL to one that `npm start` or `npm run web` has set up, or start with those.",
    );
  installDatabase(roleUrls(env.databaseUrl));
  installWiring();
  addHealthCheck("database", unsafeAskDatabase);
}

import { unsafePlatformSql } from "@/lib/db";
import { env } from "@/lib/env";
import { addHealthCheck, type Lifetime } from "@/lib/process";
import { createWeb } from "@/server";

/** Serves pages, API, webhooks and the live stream on PORT; returns when it listens. */
export async function startWeb(lifetime: Lifetime, { reload = false } = {}): Promise<void> {
  addHealthCheck("database", () =>
    unsafePlatformSql(
      "asks only whether the database answers",
      async (sql) => void (await sql.one("SELECT 1")),
    ),
  );
  const web = await createWeb({ native: [], streams: [], sockets: [] }, { reload });
  lifetime.onStop("The web server", web.stop);
  await web.listen(env.port);
}

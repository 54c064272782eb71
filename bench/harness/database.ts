import pg from "pg";
import { closeDatabase, installDatabase } from "@/lib/db";
import { migrate } from "@/lib/db/migrate";
import type { World } from "./bar";

/** One more database on the server of the bench; `owner` may do everything in it. */
export type OwnDatabase = { urls: World; owner: pg.Pool };

/** A migrated database beside the world's own, installed in this process so that verbs can seed it; install the world again afterwards. */
export async function makeDatabase(world: World, name: string): Promise<OwnDatabase> {
  const creator = new pg.Client({ connectionString: world.ownerUrl });
  await creator.connect();
  await creator.query(`CREATE DATABASE ${name}`);
  await creator.end();
  const ownUrl = new URL(world.ownerUrl);
  ownUrl.pathname = `/${name}`;
  const urls = await migrate(ownUrl.href);
  await closeDatabase();
  installDatabase(urls);
  return { urls, owner: new pg.Pool({ connectionString: ownUrl.href, max: 2 }) };
}

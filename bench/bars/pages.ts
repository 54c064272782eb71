import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/env";
import { buildOnce } from "@/scripts/build/build-once";
import type { Bar, Contest, World } from "../harness/bar";
import { type BigDesk, bigDesk } from "../harness/big-desk";
import { openBrowser, walkInbox, weighScripts } from "../harness/browser";
import { buildBarePage, startBarePage, startProduct } from "../harness/site";

const fewConversations = 100;
const manyConversations = 100_000;

/** Bar 12: what the inbox weighs in the browser, and whether it follows the fingers. */
export const pageBars: readonly Bar[] = [
  {
    name: "12 script",
    title: "inbox, first-load JavaScript, gzip",
    floorTitle: "bare Next page",
    rounds: 2,
    promises: [{ figure: "script", as: "ratio", be: "at most", reach: 1.8, stretch: 1.4, unit: "kB" }],
    open: openScripts,
  },
  {
    name: "12 keys",
    title: "inbox, slowest of 16 j/k and 4 clicks (INP) at 100,000 conversations",
    floorTitle: "itself at 100",
    rounds: 4,
    promises: [{ figure: "inp", as: "value", be: "at most", reach: 100, stretch: 50, unit: "ms" }],
    open: openWalks,
  },
];

async function openScripts(world: World): Promise<Contest> {
  await buildBarePage();
  const bare = await startBarePage();
  const desk = await bigDesk(world, fewConversations);
  const own = await startDesk(desk);
  const browser = await openBrowser();
  return {
    floor: async () => ({ script: await weighScripts(browser, `${bare.url}/`) }),
    subject: async () => ({ script: await weighScripts(browser, `${own.url}/inbox`, desk.cookie) }),
    close: async () => void (await Promise.all([browser.close(), bare.stop(), own.stop()])),
  };
}

async function openWalks(world: World): Promise<Contest> {
  const desks = {
    few: await bigDesk(world, fewConversations),
    many: await bigDesk(world, manyConversations),
  };
  const few = await startDesk(desks.few);
  const many = await startDesk(desks.many);
  const browser = await openBrowser();
  return {
    floor: async () => ({ inp: await walkInbox(browser, few.url, desks.few.cookie) }),
    subject: async () => ({ inp: await walkInbox(browser, many.url, desks.many.cookie) }),
    close: async () => void (await Promise.all([browser.close(), few.stop(), many.stop()])),
  };
}

async function startDesk({ urls }: BigDesk) {
  await buildOnce();
  const dataDir = mkdtempSync(join(tmpdir(), "trunkline-bench-data-"));
  const site = await startProduct("web", {
    ...{ DATABASE_URL: urls.ownerUrl, DATA_DIR: dataDir, NEXTAUTH_SECRET: env.nextAuthSecret },
    ...{ DEMO: "off", WORKER: "off", LOG_LEVEL: "warn" },
  });
  return {
    url: site.url,
    stop: async () => {
      await site.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

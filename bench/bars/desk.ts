import type { Bar, Figures, Promised, World } from "../harness/bar";
import { type BigDesk, bigDesk } from "../harness/big-desk";
import { ask, type Program, startProgram } from "../harness/program";

const smallDesk = 1_000;
const largeDesk = 100_000;
const reads = ["list", "list, 30 days deep", "thread", "thread, 30 days deep"];
const searches = ["rare word", "common word", "two words", "part of a word", "phone number"];

/** Bar 6: what a desk that has grown a hundredfold costs its screens. */
export const deskBars: readonly Bar[] = [
  {
    name: "6",
    title: "inbox list and thread at 1,000,000 messages / 100,000 conversations",
    floorTitle: "itself at 10,000 / 1,000",
    promises: reads.map((read) => grows(`${read} p50`, 1.5, 1.1)),
    open: (world) => openReaders(world, "inbox"),
  },
];

/** Bar 11: searching it. */
export const searchBars: readonly Bar[] = [
  {
    name: "11",
    title: "search at 1,000,000 messages",
    floorTitle: "itself at 10,000",
    seconds: 4,
    promises: searches.flatMap((search) => [
      grows(`${search} p95`, 25, 10),
      { figure: `${search} p95`, as: "value", be: "at most", reach: 40, unit: "ms" } as const,
    ]),
    open: (world) => openReaders(world, "search"),
  },
];

function grows(figure: string, reach: number, stretch: number): Promised {
  return { figure, as: "ratio", be: "at most", reach, stretch, unit: "ms" };
}

async function openReaders(world: World, read: "inbox" | "search") {
  const small = await startReader(await bigDesk(world, smallDesk));
  const large = await startReader(await bigDesk(world, largeDesk));
  return {
    floor: (seconds: number) => ask<Figures>(small, { read, seconds }),
    subject: (seconds: number) => ask<Figures>(large, { read, seconds }),
    close: async () => void (await Promise.all([small.stop(), large.stop()])),
  };
}

function startReader({ urls, tenant, busyConversationId }: BigDesk): Promise<Program> {
  const who = [tenant.ctx.tenantId, tenant.owner.userId, busyConversationId];
  return startProgram("desk-reader", urls.appUrl, urls.platformUrl, ...who, "+1 212 000 7919");
}

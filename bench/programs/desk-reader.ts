import { createServer } from "node:http";
import { installDatabase } from "@/lib/db";
import { listEntries, listInbox, searchInbox } from "@/lib/inbox";
import { InboxFilter } from "@/lib/inbox/schema";
import { systemClock } from "@/lib/kernel/clock";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { timeInTurn } from "../harness/measure";
import { announceReady } from "./announce-ready";

/** Reads one desk as its screens do, one read after the other; answers `{ read: "inbox" | "search", seconds }` with figures. */
const [appUrl = "", platformUrl = "", tenant = "", userId = "", conversationId = "", phone = ""] =
  process.argv.slice(2);
installDatabase({ appUrl, platformUrl });
const ctx = {
  ...{ tenantId: unsafeTenantId(tenant), clock: systemClock, requestId: "bench" },
  actor: { kind: "user", userId, role: "owner" } as const,
};

const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString();
const deep = Buffer.from(`${monthAgo}|ffffffff-ffff-7fff-bfff-ffffffffffff`).toString("base64url");
const list = (cursor?: string) => listInbox(ctx, InboxFilter.parse({ cursor }));
const thread = (cursor?: string) => listEntries(ctx, { conversationId, limit: 50, cursor });

const reads = {
  inbox: {
    list: () => list(),
    "list, 30 days deep": () => list(deep),
    thread: () => thread(),
    "thread, 30 days deep": () => thread(deep),
  },
  search: {
    "rare word": () => searchInbox(ctx, "xylophone"),
    "common word": () => searchInbox(ctx, "appointment"),
    "two words": () => searchInbox(ctx, "invoice kamomo"),
    "part of a word": () => searchInbox(ctx, "hamwoli"),
    "phone number": () => searchInbox(ctx, phone),
  },
};

process.on("message", async (asked: { read?: keyof typeof reads; seconds: number }) => {
  if (asked.read) process.send?.(await timeInTurn(reads[asked.read], asked.seconds));
});
announceReady(createServer());

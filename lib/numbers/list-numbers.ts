import { z } from "zod";
import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AutoAssign, type NumberView, ReplyMode } from "./schema";

/** The tenant's active numbers with their channels, oldest first. */
export async function listNumbers(ctx: Ctx): Promise<NumberView[]> {
  const numbers = await withTenant(ctx, (tx) =>
    tx.phoneNumber.findMany({
      where: { tenantId: ctx.tenantId, status: "active" },
      include: { channels: { orderBy: { kind: "asc" } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  return numbers.map(
    ({ id, e164, carrier, label, capabilities, status, isDemo, connectionId, createdAt, channels }) => ({
      id,
      e164,
      carrier,
      label,
      capabilities,
      status,
      isDemo,
      connectionId,
      createdAt,
      channels: channels.map(
        ({ kind, isEnabled, teamId, ticketMode, defaultPriority, autoAssign, settings }) => ({
          kind,
          isEnabled,
          teamId,
          ticketMode,
          defaultPriority,
          autoAssign: AutoAssign.catch({ to: "nobody" }).parse(autoAssign),
          replies: repliesOf(settings),
        }),
      ),
    }),
  );
}

const ChannelSettings = z.object({ replies: ReplyMode });

function repliesOf(settings: unknown): ReplyMode {
  const read = ChannelSettings.safeParse(settings);
  return read.success ? read.data.replies : "send";
}

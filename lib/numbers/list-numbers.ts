import { z } from "zod";
import { carrier, isCarrierName } from "@/lib/carriers";
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
    ({ id, e164, label, capabilities, status, isDemo, connectionId, createdAt, channels, ...row }) => ({
      id,
      e164,
      carrier: row.carrier,
      label,
      capabilities,
      status,
      isDemo,
      connectionId,
      looksUpNames: looksUpNames(row.carrier, row.settings),
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

const NumberSettings = z.object({ looksUpNames: z.boolean() });

function looksUpNames(name: string, settings: unknown): boolean | null {
  const can = isCarrierName(name) && carrier(name).description.capabilities.caller_names;
  if (!can) return null;
  return NumberSettings.safeParse(settings).data?.looksUpNames ?? false;
}

const ChannelSettings = z.object({ replies: ReplyMode });

function repliesOf(settings: unknown): ReplyMode {
  const read = ChannelSettings.safeParse(settings);
  return read.success ? read.data.replies : "send";
}

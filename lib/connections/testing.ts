import { processKeyring, seal } from "@/lib/crypto";
import { withTenant } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";

type SeedOptions = { carrier?: string; settings?: object; userId?: string; createdAt?: Date };

/** Connects an account to a seeded tenant, with its secrets sealed as they are in real life. */
export async function seedConnection(
  ctx: Ctx,
  credentials: Record<string, string>,
  { carrier = "twilio", settings = {}, userId, createdAt }: SeedOptions = {},
): Promise<{ id: string }> {
  const id = newId();
  const place = { tenantId: ctx.tenantId, purpose: `connection:${id}` };
  const sealed = Object.fromEntries(
    Object.entries(credentials).map(([field, text]) => [
      field,
      seal(processKeyring(), { ...place, field }, text),
    ]),
  );
  const accountId = credentials.accountSid ?? credentials.authId ?? "";
  await withTenant(ctx, (tx) =>
    tx.connection.create({
      data: {
        ...{ tenantId: ctx.tenantId, id, carrier, label: "Test account", accountId, sealed, settings },
        ...(userId ? { userId } : {}),
        ...(createdAt ? { createdAt } : {}),
      },
    }),
  );
  return { id };
}

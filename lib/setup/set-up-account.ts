import { carrier } from "@/lib/carriers";
import {
  type Made,
  makeApplication,
  makeKey,
  openConnection,
  saveConnection,
  setPool,
  testConnection,
} from "@/lib/connections";
import type { Ctx } from "@/lib/kernel/context";
import { isAppError } from "@/lib/kernel/errors";
import { importNumber } from "@/lib/numbers";
import { readSetup } from "./read-setup";
import { requireConnection } from "./require-connection";
import type { FullSetup, SetupChoice, SetupState } from "./schema";

/** Connects an account, makes what it needs at the carrier and points its number here. Safe to repeat at any point. */
export async function connectAccount(ctx: Ctx, input: FullSetup): Promise<SetupState> {
  const { id } = await saveConnection(ctx, input);
  return setUpAccount(ctx, id, input);
}

/**
 * Does every step that is not done yet: application, key, number. A step that fails does not undo the ones before it; what
 * was made is remembered, and the same call goes on from there. The state that it answers says what failed and how to cure it.
 */
export async function setUpAccount(ctx: Ctx, connectionId: string, choice: SetupChoice): Promise<SetupState> {
  const { carrier: name } = await requireConnection(ctx, connectionId);
  const checked = await testConnection(ctx, connectionId);
  if (!checked.ok) return readSetup(ctx, connectionId, { credentials: checked.sentence });
  const opened = await openConnection(ctx, { carrier: name, connectionId });
  if (!opened) return readSetup(ctx, connectionId);
  const failures: Record<string, string> = {};
  const step = async (key: string, act: () => Promise<Made>) => {
    const made = await act().catch(tellThrown);
    if (!made.ok) failures[key] = made.sentence;
  };
  const { capabilities } = carrier(name).description;
  await step("application", () => makeApplication(ctx, opened));
  if (capabilities.softphone) await step("key", () => makeKey(ctx, { ...opened, id: connectionId }));
  const { pool } = opened;
  if (pool) await step("pool", () => setPool(ctx, { ...opened, id: connectionId, pool }));
  const { e164 } = choice;
  if (e164)
    await step("number", async () => {
      const imported = await importNumber(ctx, { carrier: name, connectionId, e164 });
      return imported.webhooks;
    });
  return readSetup(ctx, connectionId, failures);
}

function tellThrown(error: unknown): Made {
  if (isAppError(error) && error.code !== "internal")
    return { ok: false, code: error.code, sentence: error.message };
  throw error;
}

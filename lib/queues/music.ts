import { withTenantSql } from "@/lib/db";
import type { OutgoingFile } from "@/lib/http";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { isId, newId, unsafeTenantId } from "@/lib/kernel/ids";
import { type StorageKey, storage } from "@/lib/storage";
import { note } from "./change-queues";
import { holdMusic } from "./hold-music";
import { getQueue, requireQueue } from "./read-queues";
import type { QueueMusic } from "./schema";

type Upload = { bytes: Uint8Array; contentType: string; fileName: string | null };

/** Makes callers of a queue hear a file of the business's own, WAV or MP3. Throws `invalid_input` for anything else. */
export async function saveMusic(ctx: Ctx, queueId: string, readFile: () => Promise<Upload>): Promise<void> {
  await getQueue(ctx, queueId);
  const { bytes, fileName } = await readFile();
  const contentType = soundTypeOf(bytes);
  if (!contentType)
    throw new AppError(
      "invalid_input",
      "Carriers play WAV and MP3 files only. Save it as one of these and try again.",
    );
  const music = { kind: "file" as const, id: newId(), name: fileName ?? "Music", contentType };
  await storage.put(keyOf(ctx.tenantId, music.id), bytes);
  const before = await replaceMusic(ctx, queueId, music);
  if (before.kind === "file") await storage.delete(keyOf(ctx.tenantId, before.id));
}

/** Goes back to our own music. */
export async function removeMusic(ctx: Ctx, queueId: string): Promise<void> {
  const before = await replaceMusic(ctx, queueId, { kind: "built_in" });
  if (before.kind === "file") await storage.delete(keyOf(ctx.tenantId, before.id));
}

/** @returns what callers heard before */
function replaceMusic(ctx: Ctx, queueId: string, music: QueueMusic): Promise<QueueMusic> {
  return withTenantSql(ctx, async (sql) => {
    const { settings } = await requireQueue(sql, ctx, queueId);
    await sql.run(
      "UPDATE queues SET settings = $3::jsonb, updated_at = $4::timestamptz WHERE tenant_id = $1::uuid AND id = $2::uuid",
      [ctx.tenantId, queueId, JSON.stringify({ ...settings, music }), ctx.clock.now()],
    );
    await note(sql, ctx, "queue.music_changed", queueId);
    return settings.music;
  });
}

/**
 * What a carrier plays to waiting callers: `built-in` and seconds, or a tenant and a file. Carriers fetch it without proof of
 * who they are; nobody guesses a file's id, and everybody who calls hears it.
 */
export async function openMusic({ owner, file }: { owner: string; file: string }): Promise<OutgoingFile> {
  if (owner === "built-in" && /^\d{1,3}$/.test(file)) {
    const bytes = holdMusic(Number(file));
    const body = new Blob([bytes]).stream();
    return { size: bytes.byteLength, body, contentType: "audio/wav", fileName: "hold-music.wav" };
  }
  const found = isId(owner) && isId(file) ? await storage.get(keyOf(unsafeTenantId(owner), file)) : null;
  if (!found) throw new AppError("not_found", "There is no such music.");
  const [head, body] = found.body.tee();
  const contentType = soundTypeOf(await readHead(head)) ?? "application/octet-stream";
  return { size: found.size, body, contentType, fileName: "hold-music" };
}

function keyOf(tenantId: StorageKey["tenantId"], id: string): StorageKey {
  return { tenantId, name: `hold-music/${id}` };
}

async function readHead(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = body.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return value ?? new Uint8Array(0);
}

/** By what the file is, not by what its sender calls it. */
function soundTypeOf(bytes: Uint8Array): "audio/wav" | "audio/mpeg" | null {
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));
  if (text(0, 4) === "RIFF" && text(8, 4) === "WAVE") return "audio/wav";
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
  return text(0, 3) === "ID3" || isFrame ? "audio/mpeg" : null;
}

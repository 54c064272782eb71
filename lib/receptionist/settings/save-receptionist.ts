import { recordAudit } from "@/lib/audit";
import { type Sql, withTenantSql } from "@/lib/db";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { TalkMode } from "../contract/settings";
import { loadReceptionist } from "./load-receptionist";
import { requireNumber } from "./read-desk";
import type { SaveReceptionist } from "./schema";
import { readTalkChoices } from "./talk-choices";

/** Saves how the receptionist of one number, or of all that have none of their own, speaks and what it may do. */
export function saveReceptionist(ctx: Ctx, input: SaveReceptionist): Promise<{ id: string }> {
  const { numberId, abilities, limits, ...words } = input;
  return withTenantSql(ctx, async (sql) => {
    await requireNumber(sql, ctx, numberId);
    await requireTalk(sql, ctx, numberId, words.talk);
    const target = numberId === null ? "(tenant_id) WHERE number_id IS NULL" : "(tenant_id, number_id)";
    const row = await sql.one<{ id: string }>(
      `INSERT INTO receptionists (tenant_id, id, number_id, name, persona, greeting, languages, voice, talk, facts, address, recording,
         abilities, limits, updated_at)
       VALUES ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6, $7::text[], $8, $9, $10, $11, $12, $13::jsonb, $14::jsonb, $15::timestamptz)
       ON CONFLICT ${target} DO UPDATE SET name = excluded.name, persona = excluded.persona, greeting = excluded.greeting,
         languages = excluded.languages, voice = excluded.voice, talk = excluded.talk, facts = excluded.facts, address = excluded.address,
         recording = excluded.recording, abilities = excluded.abilities, limits = excluded.limits, updated_at = excluded.updated_at
       RETURNING id`,
      [
        ...[
          ctx.tenantId,
          newId(),
          numberId,
          words.name,
          words.persona,
          words.greeting,
          words.languages,
          words.voice,
        ],
        ...[
          words.talk,
          words.facts,
          words.address,
          words.recording,
          JSON.stringify(abilities),
          JSON.stringify(limits),
        ],
        ctx.clock.now(),
      ],
    );
    const id = row?.id ?? "";
    await recordAudit(sql, ctx, {
      action: "receptionist.saved",
      subject: { kind: "receptionist", id },
      detail: { numberId },
    });
    return { id };
  });
}

/** A way to talk that was chosen when it was possible stays, so that everything else can still be saved. */
async function requireTalk(sql: Sql, ctx: Ctx, numberId: string | null, talk: TalkMode): Promise<void> {
  const { receptionist } = await loadReceptionist(sql, ctx, numberId);
  if (receptionist.talk === talk) return;
  const { isPossible, note } = (await readTalkChoices(sql, ctx, numberId))[talk];
  if (isPossible) return;
  const message = note ?? "This way of talking is not possible here.";
  throw new AppError("invalid_input", message, {
    details: { errors: [{ in: "body", field: "talk", message }] },
  });
}

/** Takes a number's own receptionist away; it then uses the one of the business. Doing it twice is doing it once. */
export function removeReceptionist(ctx: Ctx, { numberId }: { numberId: string }): Promise<void> {
  return withTenantSql(ctx, async (sql) => {
    await requireNumber(sql, ctx, numberId);
    const removed = await sql.run(
      "DELETE FROM receptionists WHERE tenant_id = $1::uuid AND number_id = $2::uuid",
      [ctx.tenantId, numberId],
    );
    if (removed === 0) return;
    await recordAudit(sql, ctx, {
      action: "receptionist.removed",
      subject: { kind: "number", id: numberId },
    });
  });
}

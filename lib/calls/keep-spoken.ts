import type { Instruction } from "@/lib/carriers";
import type { Sql } from "@/lib/db";
import { emit } from "@/lib/events";
import type { Ctx } from "@/lib/kernel/context";
import { newId } from "@/lib/kernel/ids";
import { spokenText } from "./describe";
import { keepTurn } from "./keep-state";

type SpokenCall = { id: string; conversationId: string | null };

/** Keeps what the flow itself says, so that transcript and model know it. */
export async function keepSpoken(
  sql: Sql,
  ctx: Ctx,
  call: SpokenCall,
  instructions: readonly Instruction[],
): Promise<void> {
  const text = spokenText(instructions);
  if (text === "") return;
  await keepTurn(sql, ctx, call.id, { id: newId(), speaker: "assistant", text });
  await announceTurn(sql, ctx, call, "assistant", text);
}

/** Shows a new line of the transcript on open screens. */
export async function announceTurn(
  sql: Sql,
  ctx: Ctx,
  call: SpokenCall,
  speaker: string,
  text: string,
): Promise<void> {
  await emit(sql, ctx, {
    kind: "call.turn",
    subject: { callId: call.id, ...(call.conversationId ? { conversationId: call.conversationId } : {}) },
    data: { speaker, text },
  });
}

import { Agent } from "node:http";
import { unsafePlatformSql } from "@/lib/db";
import { seedNumber } from "@/lib/messages/testing";
import { seedDesk } from "@/lib/receptionist/testing";
import type { SeededTenant } from "@/lib/tenants/testing";
import type { World } from "./bar";
import { callFields, origin, sendSigned, signSocket } from "./carrier";
import { type Program, startProgram } from "./program";
import { openRelayLine, type RelayLine } from "./relay-line";

/** What the model told about one question. */
export type ModelTold = { id: number; asked: number; first: number; last?: number; aborted?: number };
export type Pace = { delayMs: number; gapMs: number; words: number };

/** A business with a receptionist who thinks with the bench's model, and the same without a product. */
export type VoiceStage = {
  agent: Agent;
  model: Program;
  floor: Program;
  subject: Program;
  desk: VoiceDesk;
  /** The next question, and what the model tells about it once its answer is over. */
  nextQuestion(): { text: string; told: Promise<ModelTold> };
  pace(pace: Pace): void;
  close(): Promise<void>;
};

export type VoiceDesk = { ctx: SeededTenant["ctx"]; slug: string; number: string };

/** Sets the stage; with a worker if what follows a call is meant. */
export async function openVoiceStage(
  world: World,
  talk: "gather" | "relay",
  worker = false,
): Promise<VoiceStage> {
  const desk = await makeDesk(talk);
  const model = await startProgram("model");
  const modelUrl = `http://127.0.0.1:${model.port}`;
  const floor = await startProgram("voice-floor", `${modelUrl}/chat/completions`);
  const subject = await startProgram(
    ...([
      "voice-subject",
      world.appUrl,
      world.platformUrl,
      origin,
      modelUrl,
      worker ? "worker" : "web",
    ] as const),
  );
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const waiting = new Map<number, (told: ModelTold) => void>();
  model.child.on("message", (told: ModelTold) => waiting.get(told.id)?.(told));
  let asked = 0;
  return {
    ...{ agent, model, floor, subject, desk },
    nextQuestion: () => {
      asked += 1;
      const told = new Promise<ModelTold>((resolve) => waiting.set(asked, resolve));
      return { text: `When do you close on Friday, question ${asked}?`, told };
    },
    pace: (pace) => model.send({ pace }),
    close: async () => {
      agent.destroy();
      await Promise.all([model, floor, subject].map((program) => program.stop()));
    },
  };
}

async function makeDesk(talk: "gather" | "relay"): Promise<VoiceDesk> {
  const { ctx } = await seedDesk();
  const row = await unsafePlatformSql("the bench opens a desk", async (sql) => {
    await sql.run("UPDATE receptionists SET talk = $2 WHERE tenant_id = $1::uuid", [ctx.tenantId, talk]);
    return sql.one<{ slug: string; teamId: string }>(
      `SELECT t.slug, m.id AS "teamId" FROM tenants t JOIN teams m ON m.tenant_id = t.id WHERE t.id = $1::uuid`,
      [ctx.tenantId],
    );
  });
  const { slug = "", teamId = "" } = row ?? {};
  const owner = { userId: "", memberId: "", email: "", name: "", ctx };
  const { e164 } = await seedNumber({ ctx, slug, teamId, owner });
  return { ctx, slug, number: e164 };
}

/** A call that was just answered, with the XML that it got. */
export async function placeCall({
  agent,
  subject,
  desk,
}: VoiceStage): Promise<{ callSid: string; xml: string }> {
  const fields = callFields(desk.number);
  const xml = await sendSigned(agent, subject.port, `/api/twilio/${desk.slug}/answer`, fields);
  return { callSid: fields.CallSid ?? "", xml };
}

/** Open relay sockets of so many calls. */
export async function openLines(
  stage: VoiceStage,
  side: "floor" | "subject",
  count: number,
): Promise<RelayLine[]> {
  const lines: RelayLine[] = [];
  for (let index = 0; index < count; index += 1) {
    if (side === "floor") {
      lines.push(await openRelayLine(stage.floor.port, "/", {}, "none"));
      continue;
    }
    const { callSid, xml } = await placeCall(stage);
    const path = new URL(/url="([^"]+)"/.exec(xml)?.[1] ?? "").pathname;
    lines.push(
      await openRelayLine(stage.subject.port, path, { "x-twilio-signature": signSocket(path) }, callSid),
    );
  }
  return lines;
}

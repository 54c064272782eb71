import { z } from "zod";
import type { Exchange, Reply } from "../../http/exchange";
import { readJson } from "../../http/read-exchange";
import { json, problem } from "../../http/reply";
import type { IncomingNumber } from "../../world/records";
import { findNumber } from "../../world/store";
import type { World } from "../../world/world";
import { type CallOptions, tellDesk } from "../call";
import { describeCall } from "../describe-call";
import { actSchema, behaviourSchema, keyOf, type Line, readBehaviour, realLine, scriptedLine } from "../line";
import { defaultOptions } from "../options";
import { createInbound, runInbound } from "../place-inbound";
import { sleepIn } from "../sleep";
import { voiceOf } from "../voice-of";

const bodySchema = z.strictObject({
  carrier: z.enum(["twilio", "vobiz"]).optional(),
  from: z.string().min(1),
  to: z.string().min(1),
  script: z.array(actSchema).default([]),
  interactive: z.boolean().default(false),
  /** How the people behave whom the product dials during this call, by address. */
  dialTargets: z.record(z.string(), behaviourSchema).default({}),
  language: z.string().nullable().default(null),
  signature: z.enum(["genuine", "forged", "none"]).default("genuine"),
  /** `seed`: Vobiz's fields under the names that the seeds use. */
  spelling: z.enum(["documented", "seed"]).default("documented"),
  /** Seconds of the call that pass per real second while it waits for other programs. */
  speed: z.number().min(1).max(1000).default(defaultOptions.speed),
  /** Seconds that the caller stays on the line when the script is over. */
  patience: z.number().min(0).max(86_400).default(defaultOptions.patience),
  /** `tolerant`: a Vobiz that understands Twilio's spellings, as the seeds use them. */
  dialect: z.enum(["documented", "tolerant"]).default("documented"),
  /** What Vobiz does after an empty Gather: run the next verb, ask the action, or both. */
  emptyGather: z.enum(["next", "action", "notify"]).default(defaultOptions.vobizEmptyGather),
  forwardedFrom: z.string().nullable().default(null),
  callerName: z.string().nullable().default(null),
});

type Body = z.infer<typeof bodySchema>;

/**
 * POST /handset/calls: dials one of the product's numbers. With a script it answers when the call is over, with
 * everything heard and every request; with `interactive` it answers at once with the call's id.
 */
export async function placeCallFromHandset(exchange: Exchange): Promise<Reply> {
  const { world } = exchange;
  const read = bodySchema.safeParse(readJson(exchange));
  if (!read.success) return problem(422, z.prettifyError(read.error));
  const number = numberOf(world, read.data);
  if (!number) return problem(404, `No simulated carrier has the number ${read.data.to}.`);
  const { from, forwardedFrom, callerName, interactive } = read.data;
  const line = lineOf(world, read.data);
  const inbound = { number, from, forwardedFrom, callerName, line, options: optionsOf(read.data) };
  const call = createInbound(voiceOf(world), inbound);
  tellDesk(call, from);
  const over = runInbound(call);
  if (interactive) return json(201, { callId: call.record.sid, carrier: number.carrier });
  await over;
  return json(200, describeCall(call));
}

function numberOf(world: World, { carrier, to }: Body): IncomingNumber | undefined {
  const wanted = to.startsWith("+") ? to : `+${to}`;
  if (carrier) return findNumber(world.store, carrier, wanted);
  return findNumber(world.store, "twilio", wanted) ?? findNumber(world.store, "vobiz", wanted);
}

function lineOf(world: World, { interactive, script, speed, patience }: Body): Line {
  if (!interactive) return scriptedLine(script, { speed, patience, sleep: sleepIn(world) });
  return realLine(world);
}

function optionsOf(body: Body): CallOptions {
  const { speed, patience, interactive, dialect, emptyGather, language, signature, spelling } = body;
  const entries = Object.entries(body.dialTargets);
  return {
    speed,
    patience,
    language,
    signature,
    isInteractive: interactive,
    isTolerant: dialect === "tolerant",
    isSeedSpelling: spelling === "seed",
    vobizEmptyGather: emptyGather,
    behaviours: new Map(entries.map(([address, given]) => [keyOf(address), readBehaviour(given)])),
  };
}

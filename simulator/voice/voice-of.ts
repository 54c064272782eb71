import type { CarrierName } from "../world/records";
import type { World } from "../world/world";
import type { Voice, VoiceCarrier } from "./call";
import { changeCall } from "./change-call";
import { placeOutbound } from "./place-outbound";
import { runToEnd } from "./run-to-end";
import { performSteps } from "./verbs";

const voices = new WeakMap<World, Voice>();

/** Gives a world its calls: from here on calls made over REST ring, and handsets can dial. */
export function plugVoice(world: World, carriers: Record<CarrierName, VoiceCarrier>): Voice {
  const voice: Voice = {
    world,
    carriers,
    calls: new Map(),
    queues: new Map(),
    rooms: new Map(),
    behaviours: new Map(),
    clients: new Set(),
    perform: performSteps,
    carryOn: (call) => void runToEnd(call, null),
  };
  world.calls = {
    placed: (record) => placeOutbound(voice, record),
    changed: (record, change) => changeCall(voice, record, change),
  };
  voices.set(world, voice);
  return voice;
}

/** The calls of a world. */
export function voiceOf(world: World): Voice {
  const voice = voices.get(world);
  if (!voice) throw new Error("This simulator was started without calls");
  return voice;
}

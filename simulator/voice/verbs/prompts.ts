import type { PlayStep, PromptStep, SayStep } from "../../instructions";
import { attemptRequest } from "../../webhooks/attempt";
import {
  addQuiet,
  complain,
  hear,
  type Interruption,
  type LiveCall,
  pass,
  resolveUrl,
  speakingSeconds,
} from "../call";
import type { Mode } from "../line";

/** What a sound lasts when its length is not known. */
const USUAL_PLAY_SECONDS = 5;

/** Lets the caller hear a prompt. Resolves with what cut it short. */
export async function hearPrompt(call: LiveCall, step: PromptStep, mode: Mode): Promise<Interruption | null> {
  if (step.verb === "pause") return pauseFor(call, step.seconds, mode);
  const sound = step.verb === "say" ? spoken(step) : await played(call, step);
  if (!sound) return null;
  for (let round = 0; round < step.loop; round += 1) {
    const interruption = await hear(call, sound, mode);
    if (interruption) return interruption;
  }
  return null;
}

async function pauseFor(call: LiveCall, seconds: number, mode: Mode): Promise<Interruption | null> {
  const interruption = await pass(call, seconds, mode === "announcement" ? "passive" : mode);
  if (!interruption) addQuiet(call, seconds);
  return interruption;
}

function spoken({ text, language, voice }: SayStep) {
  return { text, language, voice, seconds: speakingSeconds(text) };
}

async function played(call: LiveCall, { url, digits }: PlayStep) {
  if (digits) return { digits, seconds: digits.length * 0.5 };
  const whole = url ? resolveUrl(call, url) : null;
  if (!whole) {
    complain(call, "11100", `"${url}" is not a URL that can be played`);
    return null;
  }
  const seconds = await playingSeconds(call, whole);
  return seconds === null ? null : { play: whole, seconds };
}

/** Fetches a file of the product's own, as the carrier would; nothing else is requested from a demo. */
async function playingSeconds(call: LiveCall, url: string): Promise<number | null> {
  if (!url.startsWith(`${call.voice.world.publicUrl}/`)) return USUAL_PLAY_SECONDS;
  const patience = { connectMs: 5000, readMs: 5000, totalMs: 5000, retries: 0, retryOn: [] };
  const answer = await attemptRequest(
    { method: "GET", url, headers: { accept: "audio/*" }, body: undefined },
    patience,
  );
  if (answer.failure === null) return USUAL_PLAY_SECONDS;
  complain(call, "11200", `${url} could not be played: ${answer.status || answer.error}`);
  return null;
}

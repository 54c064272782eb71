import { readName } from "@/lib/language";
import { nameOf } from "../contract/caller";
import { callTool } from "../tools/call-tool";
import { keepName } from "../tools/keep-name";
import { type Desk, joined, type Reply } from "./desk";

/** Takes a message: what was said already holds one, or it is asked for. */
export async function beginMessage(desk: Desk): Promise<Reply> {
  if (!desk.conversing.receptionist.abilities.takeMessages) return toVoicemail(desk);
  return holdsMessage(desk) ? writeDown(desk) : { text: desk.say.askMessage, task: { kind: "message" } };
}

/** "Tell Dr. Rao that I am late" is the message itself; "can I leave a message" is not. */
function holdsMessage(desk: Desk): boolean {
  const isTelling = /\b(?:tell|let|ask|say|digale|dile|avise|bata)\b|बता|कह/iu.test(desk.words);
  return isTelling && desk.words.split(" ").length >= 6;
}

/** Writes down what was said. */
export async function writeDown(desk: Desk): Promise<Reply> {
  const { say } = desk;
  const result = await callTool(desk.session, "take_message", {
    message: desk.input.said.trim().slice(0, 2000),
  });
  if (!result.ok) return toVoicemail(desk);
  if (nameOf(desk.conversing) === null)
    return { text: joined(say.messageTaken, say.askName), task: { kind: "name" } };
  return { text: joined(say.messageTaken, say.anythingElse), task: { kind: "anything_else" } };
}

/** The caller's name, when it was asked for; anything that does not look like one is left to the other rules. */
export async function hearName(desk: Desk): Promise<Reply | null> {
  const { say, session, intents } = desk;
  const isAboutElse = [...intents].some((intent) => !["greeting", "thanks"].includes(intent));
  const name = isAboutElse ? null : readName(desk.input.said);
  if (!name) return null;
  await keepName(session, name);
  return { text: joined(say.thanksName(name), say.anythingElse), task: { kind: "anything_else" } };
}

function toVoicemail(desk: Desk): Reply {
  const { say, conversing } = desk;
  if (conversing.channel === "call") return { text: say.afterTheTone, next: { do: "voicemail" }, task: null };
  return { text: joined(say.failed, say.anythingElse), task: { kind: "anything_else" } };
}

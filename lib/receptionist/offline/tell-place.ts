import { callTool } from "../tools/call-tool";
import { type Desk, joined, type Reply } from "./desk";

/** Where the business is. */
export function tellPlace(desk: Desk): Reply {
  return { text: placeOf(desk) };
}

/** Texts the caller where the business is; says it when a text cannot be sent. */
export async function textPlace(desk: Desk): Promise<Reply> {
  const { say, conversing } = desk;
  const { address } = conversing.receptionist;
  if (address === "") return { text: say.addressUnknown };
  const text = `${conversing.facts.business.name}, ${address}`;
  const result = await callTool(desk.session, "text_caller", { text: text.slice(0, 400) });
  if (result.ok) return { text: joined(say.texted, say.anythingElse), task: { kind: "anything_else" } };
  return { text: joined(say.notTexted, placeOf(desk)) };
}

function placeOf(desk: Desk): string {
  const { address } = desk.conversing.receptionist;
  return address === "" ? desk.say.addressUnknown : desk.say.addressIs(address);
}

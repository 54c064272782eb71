import { signRequest } from "../../webhooks/sign-request";
import type { LiveCall } from "../call";
import { openSocket, type Socket } from "./open-socket";

/** Opens a WebSocket to the product as the carrier does. Resolves with a sentence when there is none to be had. */
export async function connectToProduct(call: LiveCall, url: string): Promise<Socket | string> {
  const { voice, record } = call;
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const faults = voice.world.faults.strike({ target: "webhooks", path, method: "GET", to: record.to });
  if (faults.some(({ kind }) => kind === "drop")) return "a fault dropped it";
  const isForged = call.options.signature === "forged" || faults.some(({ kind }) => kind === "forge");
  const opened = await openSocket(url, headersOf(call, url, isForged));
  const error = typeof opened === "string" ? opened : null;
  voice.world.ledger.write(error ? "socket.failed" : "socket.opened", { callSid: record.sid, url, error });
  return opened;
}

/** Twilio signs the upgrade over the URL exactly as it stands in the document; Vobiz signs none. */
function headersOf(
  { carrier, account, options }: LiveCall,
  url: string,
  isForged: boolean,
): Record<string, string> {
  if (carrier.name !== "twilio" || options.signature === "none") return {};
  const token = isForged ? `${account.token}-forged` : account.token;
  return { "x-twilio-signature": signRequest(token, url, []), "user-agent": "TwilioProxy/1.1" };
}

import { createHmac } from "node:crypto";
import { type Agent, request } from "node:http";
import { env } from "@/lib/env";
import { newId } from "@/lib/kernel/ids";

/** The public origin that signatures are made over. */
export const origin = "https://desk.example.com";
const { accountSid = "", authToken = "" } = env.carriers.twilio?.simulatorAccount ?? {};

/** The carrier's token, for a floor that checks signatures too. */
export const carrierToken = authToken;

/** The account that webhooks name. */
export const accountOfCarrier = accountSid;

/** A signed webhook of the carrier over loopback; returns the answer's text, anything but 2xx rejects. */
export function sendSigned(
  agent: Agent,
  port: number,
  path: string,
  fields: Record<string, string>,
): Promise<string> {
  const body = new URLSearchParams(fields).toString();
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + fields[name])
    .join("");
  const headers = {
    ...{ "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) },
    "x-twilio-signature": sign(origin + path + signed),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ agent, headers, path, port, host: "127.0.0.1", method: "POST" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () =>
        (response.statusCode ?? 500) < 300
          ? resolve(text)
          : reject(new Error(`${path}: ${response.statusCode} ${text}`)),
      );
    });
    sent.on("error", reject).end(body);
  });
}

/** The signature of a WebSocket upgrade. */
export function signSocket(path: string): string {
  return sign(origin.replace(/^http/, "ws") + path);
}

function sign(text: string): string {
  return createHmac("sha1", authToken).update(text).digest("base64");
}

/** How many customers there are. */
export const senders = 400;
let sender = 0;

/** The next of four hundred customers' phones. */
export function nextSender(): string {
  sender = (sender + 1) % senders;
  return `+1415556${String(sender).padStart(4, "0")}`;
}

/** The fields of an inbound text. */
export function textFields(to: string): Record<string, string> {
  const sid = `SM${newId().replaceAll("-", "")}`;
  return {
    ...{ MessageSid: sid, SmsSid: sid, AccountSid: accountSid, From: nextSender(), To: to },
    ...{ Body: "Do you have time on Friday?", NumMedia: "0", NumSegments: "1", ApiVersion: "2010-04-01" },
    ...{ FromCity: "SEATTLE", FromState: "WA", FromZip: "98101", FromCountry: "US" },
  };
}

/** The fields of a call that comes in. */
export function callFields(to: string): Record<string, string> {
  return {
    ...{ CallSid: `CA${newId().replaceAll("-", "")}`, AccountSid: accountSid, From: nextSender(), To: to },
    ...{ CallStatus: "ringing", Direction: "inbound", ApiVersion: "2010-04-01", FromCountry: "US" },
  };
}

import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import type { Message } from "../../world/records";
import { TwilioError } from "../api/errors";
import type { TwilioCall } from "../api/twilio-route";
import { findMessage } from "./find-message";
import { renderMessage } from "./render-message";
import { reportStatus } from "./report-status";

/** POST Messages/{sid}.json: `Status=canceled` calls a scheduled message off, `Body=` takes its text away. */
export function changeMessage(call: TwilioCall): Reply {
  const message = findMessage(call);
  if (call.form.get("Status") === "canceled") cancel(call, message);
  if (call.form.get("Body") === "") redact(call, message);
  message.updatedAt = call.world.clock.now();
  return json(200, renderMessage(message));
}

/** DELETE Messages/{sid}.json, once its delivery is over. */
export function deleteMessage(call: TwilioCall): Reply {
  const message = findMessage(call);
  const { sid, accountSid, carrier, to, from, mediaSids } = message;
  if (isUnderWay(message)) throw new TwilioError(20009);
  call.world.store.messages.delete(sid);
  for (const mediaSid of mediaSids) call.world.store.media.delete(mediaSid);
  call.world.ledger.write("message.deleted", { carrier, sid, accountSid, to, from });
  return nothing();
}

/** POST Messages/{sid}/Feedback.json: whether the recipient acted on the message. */
export function giveFeedback(call: TwilioCall): Reply {
  const { sid, accountSid } = findMessage(call);
  const outcome = call.form.get("Outcome") ?? "confirmed";
  const date = call.world.clock.now().toUTCString().replace("GMT", "+0000");
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Feedback.json`;
  const fields = {
    account_sid: accountSid,
    message_sid: sid,
    outcome,
    date_created: date,
    date_updated: date,
    uri,
  };
  return json(201, fields);
}

function cancel({ world, account }: TwilioCall, message: Message): void {
  if (message.status !== "scheduled") throw new TwilioError(30409);
  message.status = "canceled";
  const { carrier, sid, accountSid, to, from } = message;
  world.ledger.write("message.canceled", { carrier, sid, accountSid, to, from });
  reportStatus(world, account, message);
}

function redact({ world }: TwilioCall, message: Message): void {
  message.body = "";
  const { carrier, sid, accountSid, to, from } = message;
  world.ledger.write("message.redacted", { carrier, sid, accountSid, to, from });
}

function isUnderWay({ status }: Message): boolean {
  return ["accepted", "scheduled", "queued", "sending"].includes(status);
}

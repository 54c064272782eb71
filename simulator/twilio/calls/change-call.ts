import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { isOver } from "../../world/new-call";
import type { Call } from "../../world/records";
import { passesDateFilters } from "../api/dates";
import { notFound, TwilioError } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";
import { renderCall } from "./render-call";

/** GET Calls.json: newest first, by `To`, `From`, `Status`, `ParentCallSid` and `StartTime`. */
export function listCalls({ world, account, query, exchange }: TwilioCall): Reply {
  const found = [...world.store.calls.values()].filter(
    (call) => call.accountSid === account.sid && passes(call, query),
  );
  return pageReply(exchange, "calls", found.reverse(), renderCall);
}

/** GET Calls/{sid}.json */
export function fetchCall(call: TwilioCall): Reply {
  return json(200, renderCall(findCall(call)));
}

/** POST Calls/{sid}.json: `Status` ends it, `Url` or `Twiml` gives a live call other instructions. */
export function updateCall(request: TwilioCall): Reply {
  const { world, form } = request;
  const call = findCall(request);
  const status = form.get("Status");
  if (isOver(call) && (form.has("Url") || form.has("Twiml"))) throw new TwilioError(21220);
  const { carrier, sid, accountSid, from, to } = call;
  world.ledger.write("call.updated", {
    carrier,
    sid,
    accountSid,
    from,
    to,
    changes: Object.fromEntries(form),
  });
  world.calls.changed(call, form);
  if (status === "canceled" || status === "completed") endIfStillOpen(request, call, status);
  return json(200, renderCall(call));
}

/** DELETE Calls/{sid}.json: the record goes, the call must be over. */
export function deleteCall(request: TwilioCall): Reply {
  const { sid, accountSid, carrier } = findCall(request);
  request.world.store.calls.delete(sid);
  request.world.ledger.write("call.deleted", { carrier, sid, accountSid });
  return nothing();
}

function passes(call: Call, query: URLSearchParams): boolean {
  const isLike = (name: string, value: string | null) => !query.get(name) || query.get(name) === value;
  if (!isLike("To", call.to) || !isLike("From", call.from)) return false;
  if (!isLike("Status", call.status) || !isLike("ParentCallSid", call.parentSid)) return false;
  return passesDateFilters(query, "StartTime", call.startedAt);
}

function findCall({ world, account, params, exchange }: TwilioCall): Call {
  const call = world.store.calls.get(params.sid ?? "");
  if (call?.accountSid !== account.sid) throw notFound(exchange.path);
  return call;
}

/** Only calls that nobody runs (no call runner plugged in) are still open here. */
function endIfStillOpen({ world }: TwilioCall, call: Call, status: "canceled" | "completed"): void {
  if (isOver(call)) return;
  call.status = status;
  call.endedAt = world.clock.now();
  call.updatedAt = world.clock.now();
}

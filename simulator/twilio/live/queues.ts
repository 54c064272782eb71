import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import type { Waiting, WaitingLine } from "../../voice/call";
import { reach } from "../../voice/change-call";
import { voiceOf } from "../../voice/voice-of";
import { rfc2822 } from "../api/dates";
import { notFound, TwilioError } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";

/** GET Queues.json */
export function listQueues({ world, account, exchange }: TwilioCall): Reply {
  const queues = [...voiceOf(world).queues.values()].filter(({ accountSid }) => accountSid === account.sid);
  return pageReply(exchange, "queues", queues, render);
}

/** GET Queues/{sid}.json */
export function fetchQueue(request: TwilioCall): Reply {
  return json(200, render(findQueue(request)));
}

/** GET Queues/{sid}/Members.json, first in line first. */
export function listMembers(request: TwilioCall): Reply {
  const queue = findQueue(request);
  return pageReply(request.exchange, "queue_members", queue.members, (member) => renderMember(queue, member));
}

/** POST Queues/{sid}/Members/{callSid|Front}.json `Url`: takes a caller out of the queue by other instructions. */
export function dequeueMember(request: TwilioCall): Reply {
  const queue = findQueue(request);
  const { params, form, world, exchange } = request;
  const isWanted = ({ call }: Waiting) => params.member === "Front" || call.record.sid === params.member;
  const member = queue.members.find(isWanted);
  const url = form.get("Url");
  if (!member) throw notFound(exchange.path);
  if (!url) throw new TwilioError(21205);
  const rendered = renderMember(queue, member);
  const method = form.get("Method")?.toUpperCase() === "GET" ? "GET" : "POST";
  reach(voiceOf(world), member.call.record, { target: { url, method } });
  world.ledger.write("queue.dequeued", {
    carrier: "twilio",
    sid: queue.sid,
    callSid: member.call.record.sid,
    url,
  });
  return json(200, rendered);
}

function findQueue({ world, account, params, exchange }: TwilioCall): WaitingLine {
  const found = [...voiceOf(world).queues.values()].find(({ sid }) => sid === params.sid);
  if (found?.accountSid !== account.sid) throw notFound(exchange.path);
  return found;
}

function render({ sid, name, accountSid, maxSize, members }: WaitingLine) {
  const waits = members.map(({ call, since }) => call.seconds - since);
  const average = waits.length > 0 ? waits.reduce((sum, wait) => sum + wait, 0) / waits.length : 0;
  return {
    sid,
    account_sid: accountSid,
    friendly_name: name,
    current_size: members.length,
    max_size: maxSize,
    average_wait_time: Math.round(average),
    uri: `/2010-04-01/Accounts/${accountSid}/Queues/${sid}.json`,
  };
}

function renderMember(queue: WaitingLine, { call, since }: Waiting) {
  const position = queue.members.findIndex((member) => member.call === call) + 1;
  return {
    call_sid: call.record.sid,
    queue_sid: queue.sid,
    position,
    wait_time: Math.round(call.seconds - since),
    date_enqueued: rfc2822(new Date(call.begunAt.getTime() + since * 1000)),
    uri: `/2010-04-01/Accounts/${queue.accountSid}/Queues/${queue.sid}/Members/${call.record.sid}.json`,
  };
}

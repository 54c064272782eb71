import type { Reply } from "../../http/exchange";
import { json } from "../../http/reply";
import { durationOf, isOver } from "../../world/new-call";
import type { Call } from "../../world/records";
import { localTime } from "../voice";
import { VobizError } from "./errors";
import { readCount, type VobizCall } from "./vobiz-route";

/** GET balance/{currency} */
export function fetchBalance({ account, params }: VobizCall): Reply {
  const currency = (params.currency ?? "").toUpperCase();
  if (currency !== account.currency) throw new VobizError(404, `There is no balance in ${currency}`);
  return json(200, { account_id: account.sid, currency, balance: Number(account.balance), status: "active" });
}

const MOST_CONCURRENT = 10;

/** GET concurrency */
export function fetchConcurrency({ world, account, apiId }: VobizCall): Reply {
  const calls = [...world.store.calls.values()];
  const live = calls.filter((record) => record.accountSid === account.sid && !isOver(record)).length;
  return json(200, {
    account_id: account.sid,
    concurrent_calls: live,
    max_concurrent: MOST_CONCURRENT,
    utilization_pct: (live / MOST_CONCURRENT) * 100,
    request_id: apiId,
  });
}

/** GET cdr, cdr/recent, cdr/search: calls that are over, newest first; `start_date` and `end_date` go together. */
export function listCdrs({ world, account, query }: VobizCall): Reply {
  const [start, end] = [query.get("start_date"), query.get("end_date")];
  if ((start === null) !== (end === null)) throw new VobizError(400, "start_date and end_date go together");
  const perPage = Math.max(1, readCount(query, "per_page", 25, 100));
  const page = Math.max(1, readCount(query, "page", 1, 1_000_000));
  const all = [...world.store.calls.values()]
    .filter((record) => record.accountSid === account.sid && isOver(record) && record.parentSid === null)
    .filter((record) => start === null || end === null || isBetween(record, start, end))
    .reverse();
  const items = all.slice((page - 1) * perPage, page * perPage).map(render);
  return json(200, { items, page, per_page: perPage, total: all.length });
}

function isBetween({ createdAt }: Call, start: string, end: string): boolean {
  const day = createdAt.toISOString().slice(0, 10);
  return day >= start.slice(0, 10) && day <= end.slice(0, 10);
}

/** GET cdr/{uuid} */
export function fetchCdr({ world, account, params }: VobizCall): Reply {
  const record = world.store.calls.get(params.uuid ?? "");
  if (record?.accountSid !== account.sid || !isOver(record))
    throw new VobizError(404, "There is no such record");
  return json(200, render(record));
}

function render(record: Call) {
  const seconds = durationOf(record) ?? 0;
  const isNormal = record.status === "completed";
  return {
    uuid: record.sid,
    caller_id_number: record.from,
    destination_number: record.to,
    call_direction: record.direction === "inbound" ? "inbound" : "outbound",
    duration: seconds,
    billsec: Math.ceil(seconds / 60) * 60,
    total_cost: Math.ceil(seconds / 60) * 0.45,
    currency: "INR",
    hangup_cause: isNormal ? "NORMAL_CLEARING" : record.status.toUpperCase().replace("-", "_"),
    hangup_cause_code: isNormal ? 4000 : 6010,
    hangup_source: "Caller",
    start_time: localTime(record.createdAt),
    answer_time: record.startedAt ? localTime(record.startedAt) : null,
    end_time: record.endedAt ? localTime(record.endedAt) : null,
    mos: 4.4,
  };
}

import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import { newSid } from "../../world/random";
import type { MessagingService } from "../../world/records";
import { isoSeconds } from "../api/dates";
import { TwilioError } from "../api/errors";
import { flagOf, textOf, textOrNull } from "../api/form";
import { metaPageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";
import { findService } from "./find-service";

/** POST /v1/Services: a pool of senders. */
export function createService({ world, account, form }: TwilioCall): Reply {
  if (!form.get("FriendlyName")) throw new TwilioError(20001, "FriendlyName is required");
  const now = world.clock.now();
  const identity = { sid: newSid(world.random, "MG"), accountSid: account.sid, numberSids: [] };
  const service = { ...identity, ...readSettings(form, empty), createdAt: now, updatedAt: now };
  world.store.services.set(service.sid, service);
  record(world, "service.created", service);
  return json(201, render(service));
}

/** GET /v1/Services */
export function listServices({ world, account, exchange }: TwilioCall): Reply {
  const services = [...world.store.services.values()].filter(({ accountSid }) => accountSid === account.sid);
  return metaPageReply(exchange, "services", services, render);
}

/** GET /v1/Services/{serviceSid} */
export function fetchService(call: TwilioCall): Reply {
  return json(200, render(findService(call)));
}

/** POST /v1/Services/{serviceSid} */
export function updateService(call: TwilioCall): Reply {
  const service = findService(call);
  Object.assign(service, readSettings(call.form, service), { updatedAt: call.world.clock.now() });
  record(call.world, "service.updated", service);
  return json(200, render(service));
}

/** DELETE /v1/Services/{serviceSid}: its numbers stay with the account. */
export function deleteService(call: TwilioCall): Reply {
  const service = findService(call);
  call.world.store.services.delete(service.sid);
  record(call.world, "service.deleted", service);
  return nothing();
}

type Settings = Omit<MessagingService, "sid" | "accountSid" | "numberSids" | "createdAt" | "updatedAt">;

const empty: Settings = {
  name: "",
  inboundUrl: null,
  inboundMethod: "POST",
  fallbackUrl: null,
  fallbackMethod: "POST",
  statusCallback: null,
  useInboundWebhookOnNumber: false,
};

function readSettings(form: URLSearchParams, now: Settings): Settings {
  return {
    name: textOf(form, "FriendlyName", now.name),
    inboundUrl: textOrNull(form, "InboundRequestUrl", now.inboundUrl),
    inboundMethod: textOf(form, "InboundMethod", now.inboundMethod),
    fallbackUrl: textOrNull(form, "FallbackUrl", now.fallbackUrl),
    fallbackMethod: textOf(form, "FallbackMethod", now.fallbackMethod),
    statusCallback: textOrNull(form, "StatusCallback", now.statusCallback),
    useInboundWebhookOnNumber: flagOf(form, "UseInboundWebhookOnNumber", now.useInboundWebhookOnNumber),
  };
}

function record(
  world: TwilioCall["world"],
  kind: string,
  { sid, accountSid, name, inboundUrl }: MessagingService,
): void {
  world.ledger.write(kind, { carrier: "twilio", sid, accountSid, name, inboundUrl });
}

function render(service: MessagingService): Record<string, unknown> {
  const url = `https://messaging.twilio.com/v1/Services/${service.sid}`;
  return {
    account_sid: service.accountSid,
    area_code_geomatch: true,
    date_created: isoSeconds(service.createdAt),
    date_updated: isoSeconds(service.updatedAt),
    fallback_method: service.fallbackMethod,
    fallback_to_long_code: true,
    fallback_url: service.fallbackUrl,
    friendly_name: service.name,
    inbound_method: service.inboundMethod,
    inbound_request_url: service.inboundUrl,
    links: { phone_numbers: `${url}/PhoneNumbers`, short_codes: `${url}/ShortCodes` },
    mms_converter: true,
    scan_message_content: "inherit",
    sid: service.sid,
    smart_encoding: true,
    status_callback: service.statusCallback,
    sticky_sender: true,
    synchronous_validation: false,
    us_app_to_person_registered: false,
    url,
    use_inbound_webhook_on_number: service.useInboundWebhookOnNumber,
    usecase: "undeclared",
    validity_period: 14400,
  };
}

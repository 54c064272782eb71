import type { Twilio } from "twilio";
import type { ServiceInstance } from "twilio/lib/rest/messaging/v1/service";
import type { Connection } from "../../ports/connection";
import type { AsSet } from "../../ports/numbers";
import type { CarrierOutcome } from "../../ports/outcomes";
import type { PoolChange, SenderPool, SenderPools } from "../../ports/pools";
import { callbackUrl, plainUrl } from "../facts/callback-url";
import { pick } from "./as-set";
import { twilioClient } from "./client";
import { readFailure, readNothing } from "./outcome";

const mostPools = 50;
const mostNumbers = 400;

const settable = ["inboundRequestUrl", "inboundMethod", "fallbackUrl", "fallbackMethod"] as const;

/** Messaging Services, through messaging.twilio.com. */
export const pools: SenderPools = { fetch: fetchPool, list: listPools, configure: configurePool };

async function fetchPool(connection: Connection, id: string): Promise<SenderPool | null> {
  try {
    const client = await twilioClient(connection);
    return await toPool(client, await client.messaging.v1.services(id).fetch());
  } catch (error) {
    return readNothing(error);
  }
}

async function listPools(connection: Connection): Promise<SenderPool[]> {
  try {
    const client = await twilioClient(connection);
    const services = await client.messaging.v1.services.list({ limit: mostPools, pageSize: mostPools });
    return await Promise.all(services.map((service) => toPool(client, service)));
  } catch (error) {
    return readNothing(error) ?? [];
  }
}

// Asked through the client: an instance that came in a list does not know its own id (twilio 6.2).
async function toPool(client: Twilio, service: ServiceInstance): Promise<SenderPool> {
  const { phoneNumbers } = client.messaging.v1.services(service.sid);
  const senders = await phoneNumbers.list({ limit: mostNumbers, pageSize: mostNumbers });
  return {
    id: service.sid,
    name: service.friendlyName,
    inboundUrl: plainUrl(service.inboundRequestUrl),
    inboundMethod: service.inboundMethod ?? "",
    fallbackUrl: plainUrl(service.fallbackUrl),
    defersToNumber: service.useInboundWebhookOnNumber,
    numbers: senders.map(({ phoneNumber }) => phoneNumber),
    asSet: {
      ...Object.fromEntries(settable.map((name) => [name, service[name] ?? ""])),
      useInboundWebhookOnNumber: String(service.useInboundWebhookOnNumber),
    },
  };
}

async function configurePool(
  connection: Connection,
  id: string,
  change: PoolChange,
): Promise<CarrierOutcome> {
  const { inboundUrl, fallbackUrl, defersToNumber } = change;
  try {
    const client = await twilioClient(connection);
    await client.messaging.v1.services(id).update(
      change.asSet
        ? asKept(change.asSet)
        : {
            ...(inboundUrl === undefined
              ? {}
              : { inboundRequestUrl: callbackUrl(inboundUrl), inboundMethod: "POST" }),
            ...(fallbackUrl === undefined
              ? {}
              : { fallbackUrl: callbackUrl(fallbackUrl), fallbackMethod: "POST" }),
            ...(defersToNumber === undefined ? {} : { useInboundWebhookOnNumber: defersToNumber }),
          },
    );
    return { outcome: "accepted", sid: id };
  } catch (error) {
    return readFailure(error);
  }
}

function asKept(kept: AsSet) {
  const { useInboundWebhookOnNumber: defers } = kept;
  return { ...pick(kept, settable), useInboundWebhookOnNumber: defers === "true" };
}

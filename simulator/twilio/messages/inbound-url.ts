import type { Channel, IncomingNumber } from "../../world/records";
import { type Store, serviceOfNumber } from "../../world/store";

/** Where an inbound message is delivered, and where it goes when that fails. */
export type InboundTarget = {
  url: string;
  method: string;
  fallbackUrl: string;
  fallbackMethod: string;
  /** Set when the number's messaging service decides. */
  serviceSid: string | null;
};

/** A service's inbound URL wins over the number's unless it defers; an application wins over the number's own URLs. */
export function inboundTarget(store: Store, number: IncomingNumber, channel: Channel): InboundTarget {
  const service = serviceOfNumber(store, number);
  const serviceSid = service?.sid ?? null;
  if (channel === "whatsapp") {
    return {
      url: number.whatsappUrl ?? "",
      method: "POST",
      fallbackUrl: "",
      fallbackMethod: "POST",
      serviceSid,
    };
  }
  if (service && !service.useInboundWebhookOnNumber) {
    const { inboundUrl, inboundMethod, fallbackUrl, fallbackMethod } = service;
    return {
      url: inboundUrl ?? "",
      method: inboundMethod,
      fallbackUrl: fallbackUrl ?? "",
      fallbackMethod,
      serviceSid,
    };
  }
  const { smsUrl, smsMethod, smsFallbackUrl, smsFallbackMethod } =
    store.applications.get(number.smsApplicationSid) ?? number;
  return {
    url: smsUrl,
    method: smsMethod,
    fallbackUrl: smsFallbackUrl,
    fallbackMethod: smsFallbackMethod,
    serviceSid,
  };
}

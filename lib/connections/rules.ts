import type { ApplicationInput, CarrierDescription, PoolChange, RoutingChange } from "@/lib/carriers";

/** Where a carrier shall bring what concerns one tenant. Empty text: it has no such thing. */
export type WebhookUrls = {
  answer: string;
  fallback: string;
  status: string;
  text: string;
  textFallback: string;
};

/** The webhook URLs of a tenant with a carrier, all under the public URL of this installation. */
export function webhookUrls(publicUrl: string, slug: string, description: CarrierDescription): WebhookUrls {
  const base = `${publicUrl.replace(/\/+$/, "")}/api/${description.name}/${slug}`;
  const hasTexts = description.capabilities.sms;
  return {
    answer: `${base}/answer`,
    // The same handler once more: what failed on the way may work the second time.
    fallback: `${base}/answer?fallback=1`,
    status: `${base}/${description.statusPath}`,
    text: hasTexts ? `${base}/sms` : "",
    textFallback: hasTexts ? `${base}/sms?fallback=1` : "",
  };
}

/** What an application (TwiML App, Vobiz Application) of a tenant is set to. */
export function applicationOf(name: string, urls: WebhookUrls): ApplicationInput {
  return {
    name,
    answerUrl: urls.answer,
    fallbackUrl: urls.fallback,
    statusUrl: urls.status,
    ...(urls.text ? { textUrl: urls.text } : {}),
  };
}

/**
 * What a number is set to: its own webhooks where the carrier has them on the number, with anything that would outrank
 * them cleared; else the application.
 */
export function routingOf(
  description: CarrierDescription,
  urls: WebhookUrls,
  applicationId: string,
): RoutingChange {
  if (description.webhooksBelongTo === "application") return { applicationId };
  return {
    applicationId: "",
    answerUrl: urls.answer,
    fallbackUrl: urls.fallback,
    statusUrl: urls.status,
    textUrl: urls.text,
    textFallbackUrl: urls.textFallback,
  };
}

/** What a pool of senders is set to: texts to all its numbers come here. */
export function poolOf({ text, textFallback }: WebhookUrls): Required<Omit<PoolChange, "asSet">> {
  return { inboundUrl: text, fallbackUrl: textFallback, defersToNumber: false };
}

/** The exact name of what is made at a carrier for a connection; unique, so that it is found again by it. */
export function objectName(slug: string, connectionId: string | null): string {
  return `Trunkline ${slug.slice(0, 40)} ${connectionId?.slice(-8) ?? "platform"}`;
}

import { carrier } from "@/lib/carriers";
import type { OpenConnection } from "@/lib/connections";
import { webhookUrls } from "@/lib/connections/rules";
import { env } from "@/lib/env";
import type { TenantView } from "@/lib/tenants";
import type { Finding } from "./schema";

const subject = { key: "signature", title: "Signed request through the public address" };

// Blanks, plus, ampersand and letters beyond ASCII: whatever rewrites a body on the way changes one of them.
const probe = { Probe: "a b+c&d=é ✓" };

/** A request of ours to ourselves, signed as the carrier signs, through the public address and every proxy before it. */
export async function examineRoundTrip(opened: OpenConnection, { slug }: TenantView): Promise<Finding> {
  const { description, webhooks } = carrier(opened.carrier);
  const url = webhookUrls(env.publicUrl, slug, description).status;
  try {
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      ...webhooks.sign(url, opened.connection.credentials, probe),
    };
    const body = new URLSearchParams(probe).toString();
    const signal = AbortSignal.timeout(5_000);
    return judge(await fetch(url, { method: "POST", headers, body, redirect: "manual", signal }));
  } catch (error) {
    return {
      ...subject,
      tone: "bad",
      sentence: `It did not arrive (${error instanceof Error ? error.message : "no answer"}).`,
      cure: "Check PUBLIC_URL, DNS, the certificate, the tunnel and the firewall.",
    };
  }
}

function judge({ status, ok }: { status: number; ok: boolean }): Finding {
  // Believed, but it says nothing: that is what a request without a call deserves.
  if (status === 400 || ok)
    return { ...subject, tone: "good", sentence: "It arrived and its signature was believed." };
  if (status === 403)
    return {
      ...subject,
      tone: "bad",
      sentence: "It arrived, but its signature was not believed.",
      cure: "Something in front of this desk changes the path or the body, or the token was just replaced. The address must match exactly, https:// included. Check the proxy; look again in a few seconds.",
    };
  return {
    ...subject,
    tone: "bad",
    sentence: `It was answered with ${status}.`,
    cure: "Check the proxy in front of this desk: it must pass POST requests to /api on unchanged.",
  };
}

// By default Twilio retries only when it cannot connect. We answer 503 when the database is away and rely on being
// asked again. https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
const callbackPolicy = "#rc=3&rp=5xx,ct,rt";
const answerPolicy = "#ct=2000&rt=5000&rc=1&rp=ct,rt,5xx";

/** A status or text webhook's URL with its retry policy; the fragment is never sent nor signed. */
export function callbackUrl(url: string): string {
  return url === "" || url.includes("#") ? url : url + callbackPolicy;
}

/** A call-instruction URL with a short time limit: the caller is waiting. */
export function answerUrl(url: string): string {
  return url === "" || url.includes("#") ? url : url + answerPolicy;
}

/** The URL as Trunkline set it. */
export function plainUrl(url: string | null | undefined): string {
  return (url ?? "").split("#", 1)[0] ?? "";
}

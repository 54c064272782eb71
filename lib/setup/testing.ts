import { env } from "@/lib/env";
import { type Simulator, startSimulator } from "@/simulator";

/** Two accounts that only tests have, at a simulator of their own. */
export const testAccounts = {
  one: { accountSid: `AC${"a".repeat(32)}`, authToken: "canary-token-one-0123456789abcdef-XYZ1" },
  two: { accountSid: `AC${"b".repeat(32)}`, authToken: "canary-token-two-0123456789abcdef-XYZ2" },
};

/** Starts a simulator, lets all carriers' requests go there, and opens the test accounts with one number each. */
export async function startTestCarrier(): Promise<Simulator> {
  const simulator = await startSimulator({ port: 0, publicUrl: "http://127.0.0.1:9" });
  for (const settings of Object.values(env.carriers)) settings.apiBaseUrl = simulator.url;
  await openAccount(simulator, testAccounts.one, "+12065550111");
  await openAccount(simulator, testAccounts.two, "+12065550122");
  return simulator;
}

/** Opens or changes an account in the carrier's console. */
export async function openAccount(
  simulator: Simulator,
  { accountSid, authToken }: { accountSid: string; authToken: string },
  phoneNumber?: string,
  more: object = {},
): Promise<void> {
  await post(simulator, "/console/accounts", {
    sid: accountSid,
    token: authToken,
    name: "Riverside",
    ...more,
  });
  if (phoneNumber)
    await post(simulator, "/console/numbers", {
      accountSid,
      phoneNumber,
      voiceUrl: "https://old.example/voice",
    });
}

/** Lets a request to the carrier go wrong. */
export async function breakRest(
  simulator: Simulator,
  kind: "429" | "500-before" | "500-after" | "drop",
  match: { path?: string; method?: string },
  times = 1,
): Promise<void> {
  await post(simulator, "/faults", { target: "rest", kind, match, times });
}

async function post(simulator: Simulator, path: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(simulator.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

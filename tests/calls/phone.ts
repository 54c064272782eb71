import { vi } from "vitest";
import type { Simulator } from "@/simulator";
import type { Line } from "./open-line";
import type { Report } from "./stage";

const patience = { timeout: 30_000, interval: 50 };

/** A phone in somebody's hand: time is real, and prompts are heard out at once. */
export type Phone = {
  callId: string;
  hears(words: RegExp): Promise<void>;
  press(key: string): Promise<void>;
  hangUp(): Promise<void>;
  /** Resolves when the call is over. */
  over(): Promise<Report>;
};

/** Rings a line and follows what it says. */
export async function pickUp({ url }: Simulator, { carrier, caller, number }: Line): Promise<Phone> {
  const { callId } = await post<{ callId: string }>(`${url}/handset/calls`, {
    ...{ carrier, from: caller, to: number, interactive: true },
  });
  const at = `${url}/handset/calls/${callId}`;
  const look = async () => (await (await fetch(at)).json()) as Report & { isOver: boolean };
  const input = (given: object) => post(`${at}/input`, given);
  return {
    callId,
    hears: (words) =>
      vi.waitFor(async () => {
        const report = await look();
        const heard = report.heard.flatMap(({ text }) => text ?? []).join("\n");
        if (words.test(heard)) return;
        if (!report.isOver) await input({ heard: true });
        throw new Error(`Nobody said ${words} in:\n${heard}`);
      }, patience),
    press: async (key) => void (await input({ press: key })),
    hangUp: async () => void (await input({ hangUp: true })),
    over: () =>
      vi.waitFor(async () => {
        const report = await look();
        if (report.isOver) return report;
        await input({ heard: true });
        throw new Error("The call goes on.");
      }, patience),
  };
}

/** Lets somebody's phone lie on a desk, so that it rings until it is answered. */
export async function layDown({ url }: Simulator, number: string): Promise<void> {
  await post(`${url}/handset/parties`, { [number]: "handset" });
}

/** The phone of somebody who is rung for a call: resolves once it rings. */
export async function ringing({ url }: Simulator, number: string, parentId: string) {
  const leg = await vi.waitFor(async () => {
    const { calls } = (await (await fetch(`${url}/handset/calls`)).json()) as { calls: Leg[] };
    const found = calls.find(
      ({ to, status, parentId: of }) => to === number && of === parentId && status === "ringing",
    );
    if (!found) throw new Error(`${number} does not ring.`);
    return found;
  }, patience);
  const input = (given: object) => post(`${url}/handset/calls/${leg.callId}/input`, given);
  return {
    answer: () => input({ answer: true }),
    decline: () => input({ answer: false }),
    hangUp: () => input({ hangUp: true }),
  };
}

type Leg = { callId: string; to: string; status: string; parentId: string | null };

async function post<Answer>(address: string, body: object): Promise<Answer> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return (text ? JSON.parse(text) : {}) as Answer;
}

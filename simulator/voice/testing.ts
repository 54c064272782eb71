import { demoNumber, post, type Stage, startStage } from "../testing";
import type { Report } from "./call";

/** The answer of `POST /handset/calls` as far as tests read it. */
export type Played = Report & {
  callId: string;
  status: string;
  endedBy: string | null;
  endReason: string | null;
  seconds: number;
  durationSeconds: number;
  recordings: { sid: string; durationSeconds: number; channels: number }[];
  legs: (Pick<Report, "heard" | "did"> & { callId: string; to: string; status: string })[];
};

export const vobizNumber = "+917971543252";

/** A simulator and a product whose answers a test writes as the inside of `<Response>`, by path. */
export async function startCallStage(): Promise<CallStage> {
  const stage = await startStage();
  const answer = (path: string, ...inner: string[]) => {
    const bodies = inner.map((xml) => `<?xml version="1.0"?><Response>${xml}</Response>`);
    stage.product.answers.set(path, { status: 200, body: bodies[0] ?? "<Response/>" });
  };
  const call = async (script: object[], more: object = {}) => {
    const body = { from: "+14155552671", to: demoNumber, script, ...more };
    const { status, json } = await post(`${stage.simulator.url}/handset/calls`, body);
    if (status !== 200) throw new Error(JSON.stringify(json));
    return json as Played;
  };
  return { ...stage, answer, call };
}

export type CallStage = Stage & {
  /** What the product answers at a path from now on. */
  answer: (path: string, ...inner: string[]) => void;
  /** Calls Riverside Dental (or `more.to`) and follows the script. */
  call: (script: object[], more?: object) => Promise<Played>;
};

/** The words that the caller heard, in order. */
export function textsOf({ heard }: Pick<Report, "heard">): string[] {
  return heard.flatMap(({ text }) => text ?? []);
}

/** The paths that the product was asked at, in order. */
export function pathsOf({ requests }: Report): string[] {
  return requests.map(({ url }) => new URL(url).pathname);
}

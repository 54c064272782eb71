import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { installModel, openModel } from "@/lib/ai";
import { getCall, listCalls } from "@/lib/calls";
import { CallFilter } from "@/lib/calls/schema";
import { type Carrier, openLine } from "./open-line";
import { type CallStage, setClock, startCallStage } from "./stage";
import { newTestCall, tellOf } from "./tell";

let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
  installModel(openModel({ apiKey: "test", baseUrl: stage.model.url, model: "stub" }));
});
afterAll(() => stage.stop());

/** What this process is thinking about; another process knows nothing of it. */
const home = globalThis as typeof globalThis & { trunklineThoughts?: Map<string, unknown> };

it.each<Carrier>(["twilio", "vobiz"])(
  "a question asked again at another process on %s gets the answer that the first one finds",
  async (carrier) => {
    setClock();
    const line = await openLine(stage.simulator, carrier);
    const call = newTestCall(stage.simulator, line);
    const tell = tellOf(stage.simulator);
    await tell(call, "answer");
    const before = stage.model.requests.length;
    stage.model.script({ say: ["We are at ", "214 River Street."], stallMs: 700 });
    const first = tell(call, "first");
    await vi.waitFor(() => expect(stage.model.requests.length).toBe(before + 1));
    home.trunklineThoughts?.clear();
    const [here, elsewhere] = await Promise.all([first, tell(call, "first")]);
    const words = await here.text();
    expect(words).toContain("214 River Street");
    expect(await elsewhere.text()).toBe(words);
    expect(stage.model.requests.length).toBe(before + 1);
    const [row] = (await listCalls(line.desk.ctx, CallFilter.parse({ carrierCallId: call.callId }))).data;
    const { turns } = await getCall(line.desk.ctx, row?.id ?? "");
    expect(turns.map(({ speaker }) => speaker)).toEqual(["assistant", "caller", "assistant"]);
  },
);

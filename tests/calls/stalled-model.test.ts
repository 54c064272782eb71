import { afterAll, beforeAll, expect, it } from "vitest";
import { installModel, openModel } from "@/lib/ai";
import { openLine } from "./open-line";
import { type CallStage, setClock, startCallStage } from "./stage";

let stage: CallStage;

beforeAll(async () => {
  stage = await startCallStage();
});
afterAll(() => stage.stop());

/** Milliseconds, on a machine that has other things to do; the bench measures how far below three seconds it stays. */
const slowestAnswer = 5_000;

it("a model that stalls for ten seconds never makes anybody wait in silence, on either carrier", {
  timeout: 60_000,
}, async () => {
  setClock();
  installModel(openModel({ apiKey: "test", baseUrl: stage.model.url, model: "stub" }));
  stage.model.script({ say: ["Too late."], stallMs: 10_000 });
  const lines = [await openLine(stage.simulator, "twilio"), await openLine(stage.simulator, "vobiz")];
  const acts = [{ say: "where are you?" }, { hangUp: true as const }];
  const reports = await Promise.all(lines.map((line) => stage.ring(line, acts)));
  for (const { heard, requests, deadAir, problems, status } of reports) {
    const words = heard.flatMap(({ text }) => text ?? []).join("\n");
    expect(words).toMatch(/One moment, please[\s\S]*Thank you for waiting[\s\S]*214 River Street/);
    expect(words).not.toContain("Too late");
    expect({ deadAir, problems, status }).toEqual({ deadAir: [], problems: [], status: "completed" });
    for (const { url, ms } of requests) expect(ms, url).toBeLessThan(slowestAnswer);
  }
});

import { beforeAll, describe, expect, it } from "vitest";
import { unsafePlatformSql, withTenantSql } from "@/lib/db";
import { testDatabase } from "@/lib/db/testing";
import { installSubscribers } from "@/lib/events";
import { newId } from "@/lib/kernel/ids";
import { type SeededTenant, seedTenant } from "@/lib/tenants/testing";
import type { FlowGraph, Step } from "./graph/step";
import {
  createFlow,
  getFlow,
  getVersion,
  listFlows,
  loadFlow,
  publishFlow,
  removeFlow,
  renameFlow,
  rollBackFlow,
  saveDraft,
  walkThrough,
} from "./index";

let tenant: SeededTenant;
let stranger: SeededTenant;
beforeAll(async () => {
  await testDatabase();
  installSubscribers([]);
  tenant = await seedTenant();
  stranger = await seedTenant();
});

const end: Step = { kind: "hang_up", text: "Bye." };
const saying = (text: string): FlowGraph => ({
  start: "a",
  steps: { a: { kind: "say", text, next: "end" }, end },
});

/** A published flow that says something. */
async function published(graph: FlowGraph = saying("One.")): Promise<string> {
  const { id } = await createFlow(tenant.ctx, { name: `Flow ${newId()}`, begin: "menu" });
  await redraw(id, graph);
  return id;
}

async function redraw(id: string, graph: FlowGraph): Promise<number> {
  const { revision } = await getFlow(tenant.ctx, id);
  const saved = await saveDraft(tenant.ctx, id, { graph, revision });
  return (await publishFlow(tenant.ctx, id, { revision: saved.revision, note: "" })).version;
}

async function numberBy(flowId: string): Promise<string> {
  const id = newId();
  await unsafePlatformSql("a number of the test", (sql) =>
    sql.run(
      `INSERT INTO numbers (tenant_id, id, e164, carrier, label, settings) VALUES ($1::uuid, $2::uuid, $3, 'twilio', '', $4::jsonb)`,
      [
        tenant.ctx.tenantId,
        id,
        `+1206${id.replace(/\D/g, "").slice(-7).padStart(7, "5")}`,
        JSON.stringify({ flowId }),
      ],
    ),
  );
  return id;
}

const serving = (numberId: string) => withTenantSql(tenant.ctx, (sql) => loadFlow(sql, tenant.ctx, numberId));

describe("a flow", () => {
  it.each(["menu", "hours", "receptionist"] as const)("begun with %s can serve at once", async (begin) => {
    const { id } = await createFlow(tenant.ctx, { name: "New", begin });
    const { problems, revision, publishedVersion, isChanged } = await getFlow(tenant.ctx, id);
    expect({ problems, publishedVersion, isChanged }).toEqual({
      problems: [],
      publishedVersion: null,
      isChanged: true,
    });
    expect(await publishFlow(tenant.ctx, id, { revision, note: "" })).toEqual({ version: 1 });
    expect(await getFlow(tenant.ctx, id)).toMatchObject({ publishedVersion: 1, isChanged: false });
  });

  it("serves what is published, not what is drawn, and an earlier version after rolling back", async () => {
    const id = await published();
    const number = await numberBy(id);
    expect((await serving(number)).steps.a).toMatchObject({ text: "One." });
    const { revision } = await getFlow(tenant.ctx, id);
    const saved = await saveDraft(tenant.ctx, id, { graph: saying("Two."), revision });
    expect((await serving(number)).steps.a).toMatchObject({ text: "One." });
    await publishFlow(tenant.ctx, id, { revision: saved.revision, note: "Better" });
    expect((await serving(number)).steps.a).toMatchObject({ text: "Two." });
    await rollBackFlow(tenant.ctx, id, { version: 1 });
    expect((await serving(number)).steps.a).toMatchObject({ text: "One." });
    const view = await getFlow(tenant.ctx, id);
    expect(view.versions.map(({ version, note }) => [version, note])).toEqual([
      [2, "Better"],
      [1, ""],
    ]);
    expect(view).toMatchObject({ publishedVersion: 1, numbers: [{ id: number }], isChanged: true });
    expect(view.graph.steps.a).toMatchObject({ text: "Two." });
    await rollBackFlow(tenant.ctx, id, { version: 2 });
    expect(await getFlow(tenant.ctx, id)).toMatchObject({ publishedVersion: 2, isChanged: false });
    expect((await getVersion(tenant.ctx, id, 2)).graph.steps.a).toMatchObject({ text: "Two." });
  });

  it("is not overwritten by somebody who looked at an older drawing", async () => {
    const id = await published();
    const { revision } = await getFlow(tenant.ctx, id);
    const both = await Promise.allSettled(
      ["Mine.", "Yours."].map((text) => saveDraft(tenant.ctx, id, { graph: saying(text), revision })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(publishFlow(tenant.ctx, id, { revision, note: "" })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("with an error is kept as a draft and refused for publishing, naming the step", async () => {
    const id = await published();
    const { revision } = await getFlow(tenant.ctx, id);
    const graph: FlowGraph = {
      start: "a",
      steps: { a: { kind: "say", name: "Greeting", text: "Hi.", next: null } },
    };
    const saved = await saveDraft(tenant.ctx, id, { graph, revision });
    expect(saved.problems).toMatchObject([{ stepId: "a", field: "next", severity: "error" }]);
    await expect(publishFlow(tenant.ctx, id, { revision: saved.revision, note: "" })).rejects.toMatchObject({
      code: "refused",
      message: "“Greeting” is a dead end: nothing follows “Then”.",
      details: { errors: [{ field: "steps.a.next" }] },
    });
  });

  it("goes to another flow, but not in a circle, and the other cannot be removed meanwhile", async () => {
    const second = await published(saying("Second."));
    const first = await published({ start: "go", steps: { go: { kind: "flow", flowId: second } } });
    const linked = await serving(await numberBy(first));
    expect(linked.steps[`${second}:a`]).toMatchObject({ text: "Second.", next: `${second}:end` });
    await expect(
      redraw(second, { start: "go", steps: { go: { kind: "flow", flowId: first } } }),
    ).rejects.toMatchObject({
      code: "refused",
    });
    await expect(removeFlow(tenant.ctx, second)).rejects.toMatchObject({ code: "conflict" });
    await expect(removeFlow(tenant.ctx, first)).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be renamed, and put away when nothing leads to it", async () => {
    const id = await published();
    await renameFlow(tenant.ctx, id, { name: "Night line" });
    expect((await listFlows(tenant.ctx)).find((flow) => flow.id === id)?.name).toBe("Night line");
    await removeFlow(tenant.ctx, id);
    expect((await listFlows(tenant.ctx)).some((flow) => flow.id === id)).toBe(false);
  });

  it("of another tenant is not found, whatever is asked", async () => {
    const id = await published();
    const { ctx } = stranger;
    const draft = { graph: saying("Theirs."), revision: 3 };
    for (const attempt of [
      () => getFlow(ctx, id),
      () => getVersion(ctx, id, 1),
      () => saveDraft(ctx, id, draft),
      () => publishFlow(ctx, id, { revision: 3, note: "" }),
      () => rollBackFlow(ctx, id, { version: 1 }),
      () => renameFlow(ctx, id, { name: "x" }),
      () => removeFlow(ctx, id),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await listFlows(ctx)).toEqual([]);
  });
});

describe("a walk-through", () => {
  const graph: FlowGraph = {
    start: "hours",
    steps: {
      hours: { kind: "hours", open: "menu", closed: "closed" },
      closed: { kind: "hang_up", text: "We are closed." },
      menu: {
        ...{ kind: "menu", prompt: "Press 1 or 2.", hears: true, tries: 2, noInput: "closed" },
        choices: [
          { key: "1", label: "Message", words: [], next: "message" },
          { key: "2", label: "Talk", words: [], next: "receptionist" },
        ],
      },
      message: { kind: "voicemail", greeting: "Speak after the tone.", maxSeconds: 60, next: "text" },
      text: { kind: "text", body: "Thanks!", next: "bye" },
      bye: end,
      receptionist: { kind: "receptionist" },
    },
  };
  const walk = { graph, isHoliday: false, isKnown: false };

  it("tells what the caller hears, step by step, and sends nothing", async () => {
    const view = await walkThrough(tenant.ctx, {
      ...walk,
      inputs: [{ do: "press", keys: "1" }, { do: "leave_message" }],
    });
    expect(view.lines.map(({ who, text }) => `${who}: ${text}`)).toEqual([
      "business: Press 1 or 2.",
      "caller: Presses 1",
      "business: Speak after the tone.",
      "note: Beep. A message is recorded.",
      "caller: Leaves a message",
      "note: Text to the caller: Thanks!",
      "business: Thank you, I've got your message. Goodbye.",
      "business: Bye.",
      "note: The call ends.",
    ]);
    expect(view).toMatchObject({ waitsFor: "over", path: ["hours", "menu", "message", "text", "bye"] });
  });

  it("goes by the time of choice and by holidays", async () => {
    const view = await walkThrough(tenant.ctx, { ...walk, isHoliday: true, inputs: [] });
    expect(view).toMatchObject({ waitsFor: "over", stepId: "closed" });
  });

  it("talks with the receptionist offline", async () => {
    const inputs = [
      { do: "press", keys: "2" } as const,
      { do: "say", text: "What are your hours?" } as const,
    ];
    const { lines, waitsFor } = await walkThrough(tenant.ctx, { ...walk, inputs });
    expect(lines.at(-1)).toMatchObject({ who: "business" });
    expect(waitsFor).toBe("input");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, startStage } from "../../testing";

const id = "MA_DEMO0001";
const token = "fedcba9876543210fedcba9876543210";
let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

async function ask(method: string, path: string, body?: unknown, given: Record<string, string> = {}) {
  const headers = { "x-auth-id": id, "x-auth-token": token, "content-type": "application/json", ...given };
  const response = await fetch(`${stage.simulator.url}/api/v1${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: text ? JSON.parse(text) : null };
}

const owned = encodeURIComponent("+917971543252");
const base = `/Account/${id}`;

describe("who may ask", () => {
  it.each([
    ["another token", { "x-auth-token": "x" }],
    ["another account", { "x-auth-id": "MA_OTHER" }],
    [
      "Twilio's credentials",
      {
        "x-auth-id": "AC00000000000000000000000000000001",
        "x-auth-token": "0123456789abcdef0123456789abcdef",
      },
    ],
  ])("not %s", async (_name, headers) => {
    expect((await ask("GET", `${base}/numbers`, undefined, headers)).status).toBe(401);
  });

  it("not for a path that names another account", async () => {
    expect((await ask("GET", "/Account/MA_OTHER/numbers")).status).toBe(401);
  });
});

describe("the spelling of paths", () => {
  it.each([
    ["GET", `/account/${id}/numbers`],
    ["GET", `${base}/numbers/`],
    ["GET", `${base}/Application`],
    ["GET", `${base}/Recording`],
    ["POST", `${base}/Call`],
    ["POST", `${base}/numbers/${owned}/cancel-release`],
  ])("matters: %s %s", async (method, path) => {
    expect((await ask(method, path, method === "POST" ? {} : undefined)).status).toBe(404);
  });
});

describe("the three shapes of errors", () => {
  it("differ by the part of the API", async () => {
    expect((await ask("GET", `${base}/Call/none?status=live`)).json).toEqual({
      api_id: expect.any(String),
      error: expect.any(String),
    });
    expect((await ask("GET", `${base}/Application/none/`)).json).toMatchObject({
      error: "not_found",
      message: expect.any(String),
    });
    expect((await ask("DELETE", `${base}/numbers/%2B911`)).json).toEqual({
      status: "error",
      message: expect.any(String),
    });
  });
});

describe("numbers", () => {
  it("are searched by a part and without some prefixes", async () => {
    const all = await ask("GET", `${base}/inventory/numbers?country=IN&per_page=100`);
    expect(all.json.items).toHaveLength(all.json.total);
    const some = await ask("GET", `${base}/inventory/numbers?search=9180&per_page=3&page=2`);
    expect(some.json).toMatchObject({ page: 2, per_page: 3 });
    expect(some.json.items[0].e164).toMatch(/^\+9180/);
    const without = await ask("GET", `${base}/inventory/numbers?exclude=9180,9179&per_page=100`);
    expect(without.json.items.every(({ e164 }: { e164: string }) => !/^\+91(80|79)/.test(e164))).toBe(true);
  });

  it("are bought once, attached, detached, released and kept", async () => {
    const e164 = (await ask("GET", `${base}/inventory/numbers?search=9122`)).json.items[0].e164;
    expect((await ask("POST", `${base}/numbers/purchase-from-inventory`, { e164 })).status).toBe(200);
    expect((await ask("POST", `${base}/numbers/purchase-from-inventory`, { e164 })).status).toBe(404);
    expect((await ask("GET", `${base}/balance/INR`)).json.balance).toBe(4210.5 - 450);
    const made = await ask("POST", `${base}/Application/`, {
      app_name: "New",
      answer_url: "https://x.test/a",
      answer_method: "POST",
    });
    const path = `${base}/numbers/${encodeURIComponent(e164)}`;
    expect((await ask("POST", `${path}/application`, { application_id: made.json.app_id })).status).toBe(200);
    expect((await ask("DELETE", `${base}/Application/${made.json.app_id}/`)).status).toBe(409);
    expect((await ask("DELETE", `${path}/application`)).status).toBe(200);
    expect((await ask("DELETE", `${base}/Application/${made.json.app_id}/`)).status).toBe(204);
    expect((await ask("DELETE", path)).json.status).toBe("pending_release");
    const keep = `/account/${id}/numbers/${encodeURIComponent(e164)}/cancel-release`;
    expect((await ask("POST", keep)).json.status).toBe("active");
    expect((await ask("POST", keep)).status).toBe(409);
    expect((await ask("DELETE", `${path}?immediate=true`)).json.status).toBe("released");
    expect((await ask("GET", `${base}/numbers?search=${e164.slice(1)}`)).json.total).toBe(0);
  });

  it("need their plus in a path", async () => {
    expect((await ask("DELETE", `${base}/numbers/917971543252`)).status).toBe(404);
  });
});

describe("applications", () => {
  it("take the answer URL for hang-ups when no other is given", async () => {
    const made = await ask("POST", `${base}/Application/`, { app_name: "A", answer_url: "https://x.test/a" });
    expect(made).toMatchObject({ status: 201, json: { message: "created" } });
    const path = `${base}/Application/${made.json.app_id}/`;
    expect((await ask("GET", path)).json).toMatchObject({
      hangup_url: "https://x.test/a",
      answer_method: "POST",
    });
    expect((await ask("POST", path, { hangup_url: "https://x.test/h" })).status).toBe(200);
    expect((await ask("GET", path)).json).toMatchObject({
      answer_url: "https://x.test/a",
      hangup_url: "https://x.test/h",
    });
    expect((await ask("GET", `${base}/Application/`)).json.objects.length).toBeGreaterThan(1);
  });

  it("need a name and a URL", async () => {
    expect((await ask("POST", `${base}/Application/`, { app_name: "A" })).status).toBe(400);
  });
});

describe("calls", () => {
  const made = {
    from: "917971543252",
    to: "919900000001",
    answer_url: "https://x.test/a",
    answer_method: "POST",
  };

  it.each([
    ["without answer method", { answer_method: undefined }, 400],
    ["from a number that is not ours", { from: "918000000000" }, 400],
    ["to no number", { to: "nobody" }, 400],
  ])("are refused %s", async (_name, changes, status) => {
    expect((await ask("POST", `${base}/Call/`, { ...made, ...changes })).status).toBe(status);
  });

  it("are looked up with a status only", async () => {
    expect((await ask("GET", `${base}/Call`)).status).toBe(400);
    expect((await ask("GET", `${base}/Call?status=live`)).json).toMatchObject({ calls: [] });
  });
});

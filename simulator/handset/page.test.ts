import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stage, startStage } from "../testing";

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.close());

const read = async (path: string) => {
  const response = await fetch(stage.simulator.url + path);
  expect(response.status, path).toBe(200);
  return { response, text: await response.text() };
};

describe("the handset page", () => {
  it("is whole: everything it names is served, and nothing from elsewhere", async () => {
    const { response, text } = await read("/");
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    const seen = new Set<string>();
    const waiting = [...text.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, path = ""]) => path);
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const file = await read(path);
      for (const [, name] of file.text.matchAll(/from "\.\/([^"]+)"/g)) waiting.push(`/page/${name}`);
      for (const [, url = ""] of file.text.matchAll(/url\("(\/page\/[^"]+)"\)/g)) waiting.push(url);
    }
    expect(seen).toContain("/page/messages-app.js");
    expect(seen).toContain("/page/inter.woff2");
  });

  it("keeps the files of strangers from running as the page", async () => {
    const svg = Buffer.from(
      "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    ).toString("base64");
    const media = [{ contentType: "image/svg+xml", data: svg }];
    const body = JSON.stringify({ from: "+12065550148", to: "+15005550006", media });
    const headers = { "content-type": "application/json" };
    await fetch(`${stage.simulator.url}/handset/messages`, { method: "POST", headers, body });
    const list = await (await fetch(`${stage.simulator.url}/handset/messages?phone=%2B12065550148`)).json();
    const { response } = await read(list.data.at(-1).media[0].url);
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("takes messages as JSON only, so that other sites cannot send them", async () => {
    const body = JSON.stringify({ from: "+12065550148", to: "+15005550006", body: "x" });
    const response = await fetch(`${stage.simulator.url}/handset/messages`, { method: "POST", body });
    expect(response.status).toBe(422);
  });
});

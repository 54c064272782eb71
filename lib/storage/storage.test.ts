import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { unsafeTenantId } from "@/lib/kernel/ids";
import { localStorage } from "./local-storage";
import { readRange } from "./read-range";

const folder = mkdtempSync(join(tmpdir(), "trunkline-storage-"));
const files = localStorage(folder);
const tenantId = unsafeTenantId("01980000-0000-7000-8000-000000000001");
const otherTenant = unsafeTenantId("01980000-0000-7000-8000-000000000002");
const key = { tenantId, name: "media/01980000/0.jpg" };
const bytes = Buffer.from("0123456789");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function text(range?: { start: number; end: number }): Promise<string | null> {
  const file = await files.get(key, range);
  return file && new Response(file.body).text();
}

describe("local storage", () => {
  it("keeps, reads in part, replaces and deletes a file", async () => {
    await files.put(key, bytes);
    expect(await text()).toBe("0123456789");
    expect(await text({ start: 2, end: 4 })).toBe("234");
    expect(await files.stat(key)).toMatchObject({ size: 10 });
    await files.put(key, Buffer.from("new"));
    expect(await text()).toBe("new");
    await files.delete(key);
    await files.delete(key);
    expect(await text()).toBeNull();
    expect(await files.stat(key)).toBeNull();
  });

  it("leaves one whole file behind concurrent writes, and no drafts", async () => {
    const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(50_000));
    await Promise.all(contents.map((content) => files.put(key, Buffer.from(content))));
    expect(contents).toContain(await text());
    expect(readdirSync(join(folder, tenantId, "media/01980000"))).toEqual(["0.jpg"]);
  });

  it("keeps tenants apart", async () => {
    await files.put(key, bytes);
    expect(await files.get({ ...key, tenantId: otherTenant })).toBeNull();
    await files.deleteTenant(otherTenant);
    expect(await files.stat(key)).not.toBeNull();
    await files.deleteTenant(tenantId);
    expect(await files.stat(key)).toBeNull();
  });

  it.each([
    "",
    "/",
    "..",
    "../x",
    "a/../b",
    "a//b",
    "/etc/passwd",
    "a\\b",
    "a\0",
    "A",
    ".hidden",
    "a/./b",
    "x".repeat(200),
    "ä",
  ])("refuses the name %j", (name) => {
    expect(() => files.stat({ tenantId, name })).toThrow("name of a file");
  });

  it("refuses a tenant that is no id", () => {
    expect(() => files.deleteTenant(unsafeTenantId("../.."))).toThrow();
  });
});

describe("a range header", () => {
  it.each([
    [null, null],
    ["bytes=0-3", { start: 0, end: 3 }],
    ["bytes=4-", { start: 4, end: 9 }],
    ["bytes=-3", { start: 7, end: 9 }],
    ["bytes=-99", { start: 0, end: 9 }],
    ["bytes=0-999", { start: 0, end: 9 }],
    ["bytes=10-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=5-2", null],
    ["bytes=0-1,3-4", null],
    ["lines=0-3", null],
    ["bytes=-", null],
    ["bytes=a-b", null],
  ])("%s", (header, range) => {
    expect(readRange(header, 10)).toEqual(range);
  });

  it("of an empty file cannot be satisfied", () => {
    expect(readRange("bytes=0-", 0)).toBe("unsatisfiable");
  });
});

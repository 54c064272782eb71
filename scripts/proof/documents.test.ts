import { existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { settingNames } from "@/lib/env/settings";

const documents = globSync([
  ...["*.md", "docs/**/*.md", "lib/*.md", "components/*.md", "simulator/*.md"],
]).sort();
const texts = documents.map((path) => ({ path, text: readFileSync(path, "utf8") }));

test("links of the documents lead somewhere", () => {
  const dead = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, target]) => join(dirname(path), target ?? ""))
      .filter((target) => !existsSync(target))
      .map((target) => `${path} → ${target}`),
  );
  expect(dead).toEqual([]);
});

test("documents named in code are there", () => {
  const sources = globSync("{app,bench,components,e2e,lib,scripts,simulator,tests}/**/*.{ts,tsx}", {
    exclude: (path) => path.includes("generated"),
  });
  const missing = sources.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\bdocs\/[\w./-]+\.md\b/g)]
      .filter(([name]) => !existsSync(name))
      .map(([name]) => `${path}: ${name}`),
  );
  expect(missing.filter((line) => !line.endsWith("docs/performance.md"))).toEqual([]);
});

test("every `npm run` that a document names is a script", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const named = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/npm run(?:\s+--silent)?\s+([a-z][\w:]*)/g)].map(([, name]) => ({ path, name })),
  );
  expect(named.filter(({ name }) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
});

test("the README's table has exactly the settings there are", () => {
  const rows = readFileSync("README.md", "utf8").match(/^## Settings$[\s\S]*?(?=^## )/m)?.[0] ?? "";
  const firstColumn = rows.split("\n").flatMap((row) => row.match(/^\|([^|]*)\|/)?.[1] ?? []);
  const listed = firstColumn.flatMap((cell) => [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect(listed.sort()).toEqual([...settingNames].sort());
});

test("each decision is numbered, dated, says what checks it, and stands on the page of decisions", () => {
  const page = readFileSync("docs/decisions/README.md", "utf8").replace(/ +\|/g, " |");
  const records = readdirSync("docs/decisions").filter((name) => name !== "README.md");
  for (const [index, name] of records.sort().entries()) {
    expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, "0")}-[a-z0-9-]+\\.md$`));
    const text = readFileSync(join("docs/decisions", name), "utf8");
    expect(text, name).toMatch(/^# .+\n\n\d{4}-\d{2}-\d{2}\n/);
    expect(text, name).toMatch(/^(\*\*)?Checked by/m);
    const title = text.slice(2, text.indexOf("\n"));
    expect(page).toContain(`| [${name.slice(0, 4)}](${name}) | ${title} |`);
  }
});

test("pictures are small", () => {
  const large = globSync("docs/images/*").filter((path) => statSync(path).size > 300_000);
  expect(large).toEqual([]);
});

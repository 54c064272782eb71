import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

// npm leaves out packages of other platforms that its registry did not have, and then refuses its own file in `npm ci`.
test("the lockfile names the packages of every platform, so that npm ci accepts it", () => {
  const { packages } = Lockfile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

import { cpus, totalmem } from "node:os";
import { bars } from "./bars";
import type { Bar } from "./harness/bar";
import { compete, type Verdict } from "./harness/compete";
import { openWorld } from "./harness/world";

/** `npm run bench` measures every bar, `npm run bench -- 8 10` those whose names begin so. Exit code 1: one was missed. */
const wanted = process.argv.slice(2);
const chosen = bars.filter(
  ({ name }) => wanted.length === 0 || wanted.some((want) => name.split(" ")[0] === want || name === want),
);
const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
console.log(`${chosen.length} bars on ${machine}\n`);
console.log(
  "| bar | what | floor | subject | result (lowest to highest) | reach | verdict |\n|---|---|---|---|---|---|---|",
);

const { world, close } = await openWorld();
let missed = 0;
try {
  for (const bar of chosen) missed += await measure(bar);
} finally {
  await close();
}
process.exit(missed > 0 ? 1 : 0);

/** Prints a line per promise; how many were missed. A bar that breaks is missed, and the others go on. */
async function measure(bar: Bar): Promise<number> {
  try {
    const verdicts = await compete(bar, world);
    for (const verdict of verdicts)
      console.log(`| ${bar.name} | ${bar.title}; floor: ${bar.floorTitle} ${line(verdict)}`);
    return verdicts.filter(({ verdict }) => verdict === "missed").length;
  } catch (error) {
    console.log(`| ${bar.name} | ${bar.title} | | | could not be measured | | missed |`);
    console.error(error);
    return 1;
  }
}

function line({ promise, verdict, ...figures }: Verdict): string {
  const unit = promise.as === "ratio" ? "x" : ` ${promise.unit}`;
  const sign = promise.be === "at most" ? "≤" : "≥";
  const cells = [
    `${promise.figure} ${short(figures.floorMedian)} ${promise.unit}`,
    `${promise.figure} ${short(figures.subjectMedian)} ${promise.unit}`,
    `**${short(figures.median)}${unit}** (${short(figures.lowest)} to ${short(figures.highest)})`,
    `${sign} ${promise.reach}${unit}`,
    verdict,
  ];
  return `| ${cells.join(" | ")} |`;
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}

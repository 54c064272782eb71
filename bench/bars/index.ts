import type { Bar } from "../harness/bar";
import { deskBars, searchBars } from "./desk";
import { intakeBars } from "./intake";
import { jobBars } from "./jobs";
import { relayBars } from "./relay";
import { scaleBars } from "./scale";
import { streamBars } from "./stream";

/** Every bar that is measured, in the order of docs/performance.md. */
export const bars: readonly Bar[] = [
  ...[...intakeBars, ...relayBars, ...deskBars, ...streamBars, ...jobBars, ...searchBars, ...scaleBars],
];

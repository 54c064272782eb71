import type { Bar } from "./bar";
import { jobBars } from "./jobs";
import { scaleBars } from "./scale";
import { streamBars } from "./stream";

/** Every bar that is measured, in the order of docs/performance.md. */
export const bars: readonly Bar[] = [...streamBars, ...jobBars, ...scaleBars];

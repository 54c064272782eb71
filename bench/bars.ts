import type { Bar } from "./bar";
import { intakeBars } from "./intake";
import { jobBars } from "./jobs";
import { scaleBars } from "./scale";
import { streamBars } from "./stream";

/** Every bar that is measured, in the order of docs/performance.md. */
export const bars: readonly Bar[] = [...intakeBars, ...streamBars, ...jobBars, ...scaleBars];

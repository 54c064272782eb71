import type { Bar } from "../harness/bar";
import { callerBars } from "./callers";
import { deskBars, searchBars } from "./desk";
import { intakeBars } from "./intake";
import { jobBars } from "./jobs";
import { pageBars } from "./pages";
import { queryBars } from "./queries";
import { relayBars } from "./relay";
import { ruleBars } from "./rules";
import { scaleBars } from "./scale";
import { startBars } from "./start";
import { streamBars } from "./stream";
import { turnBars } from "./turns";

/** Every bar that is measured, in the order of docs/performance.md. */
export const bars: readonly Bar[] = [
  ...[...intakeBars, ...relayBars, ...turnBars],
  ...[...deskBars, ...queryBars, ...streamBars, ...jobBars, ...ruleBars],
  ...[...searchBars, ...pageBars, ...startBars, ...scaleBars],
  ...callerBars,
];

import type { World } from "../../world/world";
import { type InteractiveLine, interactiveLine } from "./interactive-line";

/** The line of somebody real: at the handset page, or in a browser. */
export function realLine(world: World): InteractiveLine {
  return interactiveLine({
    seconds: () => performance.now() / 1000,
    after: (milliseconds, work) => world.clock.after(milliseconds, work),
  });
}

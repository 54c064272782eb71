import type { World } from "../world/world";

/** Waits in real time, as long as the simulator lives. */
export function sleepIn(world: World): (milliseconds: number) => Promise<void> {
  return (milliseconds) => new Promise((resolve) => world.schedule(milliseconds, resolve));
}

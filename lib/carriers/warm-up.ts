import { allCarriers } from "./registry";

/** Loads every carrier's client ahead of the first text or call: a worker does it once, right after it began. */
export async function warmUpCarriers(): Promise<void> {
  await Promise.all(allCarriers().map((one) => one.warmUp?.()));
}

import { whileAlone } from "@/lib/process";
import { buildProduct } from "./build-product";
import { isFresh } from "./freshness";

const LOCK = { file: "node_modules/.cache/trunkline-build.lock", busy: "building", patienceMs: 600_000 };

/** Builds, unless another process of this checkout is building the same: then waits for it. */
export function buildOnce(): Promise<void> {
  return whileAlone(LOCK, async () => {
    if (isFresh()) return;
    console.log("Building (only after a change; it takes about half a minute) …");
    await buildProduct("pipe");
  });
}

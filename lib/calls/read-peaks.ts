import type { Ctx } from "@/lib/kernel/context";
import { openRecording } from "./open-recording";
import type { PeaksView } from "./schema";
import { readWaveFormat } from "./wave/wave-format";
import { WavePeaks } from "./wave/wave-peaks";

const steps = 400;

/**
 * How loud a recording is along its length, so that a player can draw it before anything is downloaded. Empty for
 * other files than WAV. Throws `not_found`, for another tenant's too.
 */
export async function readPeaks(ctx: Ctx, input: { id: string }): Promise<PeaksView> {
  const { body, size } = await openRecording(ctx, { id: input.id, rangeHeader: null });
  let found: WavePeaks | null = null;
  for await (const bytes of body) {
    if (!found) {
      const format = readWaveFormat(bytes, size);
      if (!format) return { peaks: [] }; // leaving the loop cancels the stream
      found = new WavePeaks(format, steps);
    }
    found.read(bytes);
  }
  return { peaks: evened(found?.peaks ?? []) };
}

/** The loudest place fills the height: calls are recorded quietly, and a flat line tells nothing. */
function evened(peaks: readonly number[]): number[] {
  const loudest = Math.max(...peaks, 0.001);
  return peaks.map((peak) => Math.round((peak / loudest) * 100) / 100);
}

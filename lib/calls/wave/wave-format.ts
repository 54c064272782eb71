/** How a WAV file holds its samples. */
export type WaveFormat = {
  coding: "pcm8" | "pcm16" | "mulaw";
  channels: number;
  /** Where the samples begin, in bytes. */
  start: number;
  /** How many bytes of them there are. */
  length: number;
};

const longestHead = 4096;

/**
 * Reads the head of a WAV file: PCM of 8 or 16 bits, or µ-law, as carriers record. Null for anything else.
 * @param head the first 4 kB of the file or more
 */
export function readWaveFormat(head: Uint8Array, fileSize: number): WaveFormat | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (textAt(view, 0) !== "RIFF" || textAt(view, 8) !== "WAVE") return null;
  let format: Pick<WaveFormat, "coding" | "channels"> | null = null;
  for (let at = 12; at + 24 <= Math.min(head.byteLength, longestHead); ) {
    const length = view.getUint32(at + 4, true);
    if (textAt(view, at) === "fmt ") format = readFormatChunk(view, at + 8);
    if (textAt(view, at) === "data" && format)
      return { ...format, start: at + 8, length: Math.min(length, fileSize - at - 8) };
    at += 8 + length + (length % 2);
  }
  return null;
}

function readFormatChunk(view: DataView, at: number): Pick<WaveFormat, "coding" | "channels"> | null {
  const [format, channels, bits] = [
    view.getUint16(at, true),
    view.getUint16(at + 2, true),
    view.getUint16(at + 14, true),
  ];
  const coding =
    format === 7
      ? "mulaw"
      : format === 1 && bits === 16
        ? "pcm16"
        : format === 1 && bits === 8
          ? "pcm8"
          : null;
  return coding && channels > 0 ? { coding, channels } : null;
}

function textAt(view: DataView, at: number): string {
  if (at + 4 > view.byteLength) return "";
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

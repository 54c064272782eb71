import type { WaveFormat } from "./wave-format";

const bytesOf = { pcm8: 1, pcm16: 2, mulaw: 1 };
/** Of a long stretch only so many samples are looked at; a waveform on a screen shows no more. */
const samplesPerStep = 400;

/**
 * Measures how loud every step of a file is while it streams by: the root of the mean square, since the loudest sample
 * of a long step tells nothing.
 */
export class WavePeaks {
  readonly #squares: number[];
  readonly #counts: number[];
  readonly #format: WaveFormat;
  readonly #stride: number;
  #next: number;
  #seen = 0;

  constructor(format: WaveFormat, steps: number) {
    const frame = bytesOf[format.coding] * format.channels;
    const frames = Math.floor(format.length / frame);
    this.#format = format;
    this.#stride = frame * Math.max(1, Math.floor(frames / (steps * samplesPerStep)));
    this.#next = format.start;
    this.#squares = Array.from({ length: Math.min(steps, frames) }, () => 0);
    this.#counts = this.#squares.map(() => 0);
  }

  /** Loudness of each step so far, 0 to 1. */
  get peaks(): number[] {
    return this.#squares.map((sum, step) => Math.sqrt(sum / Math.max(1, this.#counts[step] ?? 0)));
  }

  /** Takes the next bytes of the file. A sample that lies across two pieces is left out. */
  read(bytes: Uint8Array): void {
    const { coding, start, length } = this.#format;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const size = bytesOf[coding];
    const end = Math.min(this.#seen + bytes.byteLength, start + length);
    for (; this.#next < end; this.#next += this.#stride) {
      const at = this.#next - this.#seen;
      if (at < 0 || at + size > bytes.byteLength) continue;
      const step = Math.floor(((this.#next - start) / length) * this.#squares.length);
      this.#squares[step] = (this.#squares[step] ?? 0) + sampleAt(view, at, coding) ** 2;
      this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    }
    this.#seen += bytes.byteLength;
  }
}

/** A sample between -1 and 1. */
function sampleAt(view: DataView, at: number, coding: WaveFormat["coding"]): number {
  if (coding === "pcm16") return view.getInt16(at, true) / 32_768;
  if (coding === "pcm8") return (view.getUint8(at) - 128) / 128;
  return fromMulaw(view.getUint8(at));
}

/** ITU-T G.711 µ-law: sign, exponent of three bits, mantissa of four; stored inverted. */
function fromMulaw(byte: number): number {
  const bits = ~byte & 0xff;
  const size = ((((bits & 0x0f) << 3) + 0x84) << ((bits & 0x70) >> 4)) - 0x84;
  return (bits & 0x80 ? -size : size) / 32_768;
}

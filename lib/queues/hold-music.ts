const rate = 8_000;
const longestSeconds = 120;

// A calm turn of four chords, two seconds each: C, A minor, F, G.
const chords = [
  [261.63, 329.63, 392.0],
  [220.0, 261.63, 329.63],
  [174.61, 220.0, 261.63],
  [196.0, 246.94, 293.66],
] as const;
const chordSeconds = 2;

const made = new Map<number, Uint8Array<ArrayBuffer>>();

/** Our own hold music as a WAV file of µ-law at 8 kHz, as phones carry it; nobody's rights are touched. */
export function holdMusic(seconds: number): Uint8Array<ArrayBuffer> {
  const length = Math.min(longestSeconds, Math.max(1, Math.round(seconds)));
  const known = made.get(length);
  if (known) return known;
  const file = waveFile(length * rate, (at) => sampleAt(at / rate, length));
  if (made.size < 16) made.set(length, file);
  return file;
}

/** Three soft notes, one after the other, that fade like a struck string; between -1 and 1. */
function sampleAt(time: number, length: number): number {
  const inChord = time % chordSeconds;
  const notes = chords[Math.floor(time / chordSeconds) % chords.length] ?? chords[0];
  const sound = notes.reduce((sum, pitch, index) => {
    const since = inChord - index * 0.25;
    return since < 0 ? sum : sum + Math.sin(2 * Math.PI * pitch * time) * Math.exp(-1.6 * since);
  }, 0);
  const edge = Math.min(1, time / 0.5, (length - time) / 0.8);
  return 0.22 * sound * Math.max(0, edge);
}

function waveFile(samples: number, sample: (at: number) => number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  const words = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at);
  words(0, "RIFF");
  view.setUint32(4, 36 + samples, true);
  words(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 7, true); // µ-law
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  words(36, "data");
  view.setUint32(40, samples, true);
  for (let at = 0; at < samples; at += 1) bytes[44 + at] = toMulaw(sample(at));
  return bytes;
}

/** ITU-T G.711: sign, exponent, mantissa, inverted. */
function toMulaw(sample: number): number {
  const clipped = Math.min(32_635, Math.abs(sample) * 32_767) + 0x84;
  const exponent = Math.max(0, Math.floor(Math.log2(clipped)) - 7);
  const mantissa = (Math.floor(clipped) >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

/** Recordings of phone calls: 8 kHz, 16 bit. */
const RATE = 8000;

/** A stretch of a recording in which someone speaks, in seconds. */
export type Voiced = { from: number; to: number; who: "caller" | "product" };

/** A valid WAV file of this length: a hum that rises and falls like syllables wherever someone speaks. */
export function makeWave(seconds: number, voiced: Voiced[], channels: 1 | 2 = 1): Buffer {
  const frames = Math.max(1, Math.round(seconds * RATE));
  const wave = Buffer.alloc(44 + frames * 2 * channels);
  writeHeader(wave, channels);
  for (const stretch of voiced) hum(wave, stretch, frames, channels);
  return wave;
}

function writeHeader(wave: Buffer, channels: number): void {
  wave.write("RIFF", 0, "latin1");
  wave.writeUInt32LE(wave.length - 8, 4);
  wave.write("WAVEfmt ", 8, "latin1");
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(channels, 22);
  wave.writeUInt32LE(RATE, 24);
  wave.writeUInt32LE(RATE * 2 * channels, 28);
  wave.writeUInt16LE(2 * channels, 32);
  wave.writeUInt16LE(16, 34);
  wave.write("data", 36, "latin1");
  wave.writeUInt32LE(wave.length - 44, 40);
}

function hum(wave: Buffer, { from, to, who }: Voiced, frames: number, channels: number): void {
  const pitch = who === "caller" ? 190 : 140;
  const channel = channels === 2 && who === "product" ? 1 : 0;
  const end = Math.min(frames, Math.round(to * RATE));
  for (let frame = Math.max(0, Math.round(from * RATE)); frame < end; frame += 1) {
    const time = frame / RATE;
    const syllable = Math.abs(Math.sin(time * 11)) * (0.6 + 0.4 * Math.sin(time * 2.3));
    const tone = Math.sin(2 * Math.PI * pitch * time) + 0.4 * Math.sin(2 * Math.PI * pitch * 2.01 * time);
    wave.writeInt16LE(Math.round(6000 * syllable * tone), 44 + (frame * channels + channel) * 2);
  }
}

/** A valid MP3 file of silence: whole frames of MPEG-1 layer III, 128 kbit/s, 44.1 kHz. */
export function makeSilentMp3(seconds: number): Buffer {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc4]);
  const frames = Math.max(1, Math.round((seconds * 44_100) / 1152));
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

import { randomOf } from "./random-of";
import type { SpokenTurn } from "./schedule-turns";

const rate = 8000;
const headLength = 44;
const silence = 0xff;
const sines = Float32Array.from({ length: 1024 }, (_, index) => Math.sin((index / 1024) * 2 * Math.PI));
const loudness = 0.09;
const syllablesPerSecond = 4.5;

/** Fundamental and two formants of a voice, in hertz. */
type Voice = readonly [pitch: number, low: number, high: number];
const voices: Record<SpokenTurn["speaker"], Voice> = {
  assistant: [208, 620, 1850],
  caller: [128, 480, 1400],
  agent: [182, 560, 1700],
};

/** Quiet murmuring in the rhythm of what is said, as a µ-law WAV of 8 kHz: something to listen to and to look at. */
export function makeRecording(turns: readonly SpokenTurn[], seconds: number): Uint8Array {
  const samples = Math.round(seconds * rate);
  const file = new Uint8Array(headLength + samples).fill(silence);
  writeHead(new DataView(file.buffer), samples);
  for (const turn of turns) murmur(file, turn, samples);
  return file;
}

function murmur(file: Uint8Array, { speaker, text, from, until }: SpokenTurn, samples: number): void {
  const syllables = Math.max(2, Math.round((until - from) * syllablesPerSecond));
  const length = (until - from) / syllables;
  const random = randomOf(text);
  let word = 1;
  for (let index = 0; index < syllables; index += 1) {
    const isPause = random() < 0.12;
    if (index % 4 === 0) word = 0.2 + 0.8 * random();
    const stress = word * (0.4 + 0.6 * random());
    const lilt = 1 - 0.18 * (index / syllables) + 0.12 * (random() - 0.5);
    const begin = Math.round((from + index * length) * rate);
    const end = Math.min(samples, begin + Math.round(length * (0.6 + 0.3 * random()) * rate));
    if (!isPause) hum(file, { begin, end, voice: voices[speaker], lilt, stress });
  }
}

type Syllable = { begin: number; end: number; voice: Voice; lilt: number; stress: number };

function hum(file: Uint8Array, { begin, end, voice: [pitch, low, high], lilt, stress }: Syllable): void {
  for (let at = begin; at < end; at += 1) {
    const swell = sine(((at - begin) / (end - begin)) * (rate / 2), 1);
    const tone = 0.6 * sine(at, pitch * lilt) + 0.28 * sine(at, low * lilt) + 0.12 * sine(at, high * lilt);
    file[headLength + at] = toMulaw(tone * swell * stress * loudness);
  }
}

function sine(at: number, hertz: number): number {
  return sines[Math.floor((at * hertz * 1024) / rate) & 1023] ?? 0;
}

/** ITU-T G.711 µ-law of a sample between -1 and 1. */
function toMulaw(sample: number): number {
  const size = Math.min(32_635, Math.round(Math.abs(sample) * 32_768)) + 0x84;
  const exponent = Math.max(0, 24 - Math.clz32(size));
  const mantissa = (size >> (exponent + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (exponent << 4) | mantissa) & 0xff;
}

function writeHead(view: DataView, samples: number): void {
  const text = (at: number, letters: string) =>
    [...letters].forEach((letter, index) => {
      view.setUint8(at + index, letter.charCodeAt(0));
    });
  text(0, "RIFF");
  view.setUint32(4, samples + headLength - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 7, true); // µ-law
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, samples, true);
}

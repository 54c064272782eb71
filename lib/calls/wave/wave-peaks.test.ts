import { expect, test } from "vitest";
import { readWaveFormat } from "./wave-format";
import { WavePeaks } from "./wave-peaks";

test.each([
  { format: 1, bits: 16, coding: "pcm16" },
  { format: 1, bits: 8, coding: "pcm8" },
  { format: 7, bits: 8, coding: "mulaw" },
])("finds where a $coding recording is loud, in whatever pieces it comes", ({ format, bits, coding }) => {
  const file = waveFile(format, bits);
  const found = readWaveFormat(file, file.byteLength);
  expect(found).toEqual({ coding, channels: 1, start: 44, length: file.byteLength - 44 });
  for (const piece of [file.byteLength, 1000, 46]) {
    const peaks = new WavePeaks(found ?? expect.fail(), 4);
    for (let at = 0; at < file.byteLength; at += piece) peaks.read(file.subarray(at, at + piece));
    expect(peaks.peaks.map((peak) => Math.round(peak * 10) / 10)).toEqual([0, 0.5, 0, 0]);
  }
});

test.each([
  ["an MP3", Uint8Array.from([0xff, 0xfb, 0x90, 0x64])],
  ["nothing", new Uint8Array(0)],
  ["24 bits", waveFile(1, 24)],
  ["a head that was cut off", waveFile(1, 16).subarray(0, 30)],
])("does not draw %s", (_, file) => {
  expect(readWaveFormat(file, file.byteLength)).toBeNull();
});

/** A thousand samples of silence, with a half-loud second quarter. */
function waveFile(format: number, bits: number): Uint8Array {
  const size = bits / 8;
  const view = new DataView(new ArrayBuffer(44 + 1000 * size));
  for (const [at, text] of [
    [0, "RIFF"],
    [8, "WAVEfmt "],
    [36, "data"],
  ] as const) {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  }
  view.setUint32(16, 16, true);
  view.setUint16(20, format, true);
  view.setUint16(22, 1, true);
  view.setUint16(34, bits, true);
  view.setUint32(40, 1000 * size, true);
  for (let index = 0; index < 1000; index += 1) {
    const isLoud = index >= 250 && index < 500;
    if (bits === 16) view.setInt16(44 + index * 2, isLoud ? 16_384 : 0, true);
    else if (format === 7) view.setUint8(44 + index, isLoud ? 0x8f : 0xff);
    else if (bits === 8) view.setUint8(44 + index, isLoud ? 192 : 128);
  }
  return new Uint8Array(view.buffer);
}

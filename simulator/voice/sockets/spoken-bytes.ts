/**
 * A stand-in for a voice on a media stream. Nothing here can speak or listen, so the words themselves travel as the
 * first bytes of the sound: a mark, their length, UTF-8. A stand-in for a speech model reads and writes the same.
 */
const MARK = Buffer.from([0x7f, 0x54, 0x4c, 0x7f]);

/** µ-law's silence. */
const SILENCE = 0xff;

/** Bytes of one frame: 20 ms of µ-law at 8 kHz. */
export const FRAME_BYTES = 160;

/** Sound that carries a text, lasting as long as saying it would. */
export function encodeSpoken(text: string, seconds: number): Buffer {
  const words = Buffer.from(text, "utf8");
  const head = Buffer.alloc(6);
  MARK.copy(head);
  head.writeUInt16BE(words.length, 4);
  const length = Math.max(head.length + words.length, Math.round(seconds * 8000));
  const sound = Buffer.alloc(Math.ceil(length / FRAME_BYTES) * FRAME_BYTES);
  for (let index = 0; index < sound.length; index += 1) sound[index] = 0x30 + ((index * 7) % 0x50);
  head.copy(sound);
  words.copy(sound, head.length);
  return sound;
}

/** The texts that stand in a piece of sound, in order. */
export function decodeSpoken(sound: Buffer): string[] {
  const texts: string[] = [];
  for (let at = sound.indexOf(MARK); at >= 0; at = sound.indexOf(MARK, at + MARK.length)) {
    if (at + 6 > sound.length) break;
    const length = sound.readUInt16BE(at + 4);
    if (at + 6 + length <= sound.length) texts.push(sound.subarray(at + 6, at + 6 + length).toString("utf8"));
  }
  return texts;
}

/** One frame in which nobody speaks. */
export function silentFrame(): Buffer {
  return Buffer.alloc(FRAME_BYTES, SILENCE);
}

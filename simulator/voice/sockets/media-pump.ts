import { FRAME_BYTES, silentFrame } from "./spoken-bytes";

export type MediaPump = {
  /** Lets the caller say something; resolves when the last frame of it was sent. */
  say(sound: Buffer): Promise<void>;
  /** Numbers of the frames so far, for frames of other kinds. */
  nextCount(): number;
  stop(): void;
};

type Send = (sound: { payload: Buffer; count: number; chunk: number; milliseconds: number }) => void;

const FRAME_MS = 20;

/** Sends a frame of sound every 20 ms of the call, silence when nobody speaks, as a phone line does. */
export function startMediaPump(speed: number, send: Send): MediaPump {
  const waiting: { frames: Buffer[]; done: () => void }[] = [];
  let count = 1;
  let chunk = 0;
  const sendOne = () => {
    const current = waiting[0];
    const payload = current?.frames.shift() ?? silentFrame();
    count += 1;
    chunk += 1;
    send({ payload, count, chunk, milliseconds: chunk * FRAME_MS });
    if (current?.frames.length === 0) waiting.shift()?.done();
  };
  const timer = setInterval(() => {
    for (let frame = 0; frame < speed; frame += 1) sendOne();
  }, FRAME_MS);
  return {
    say: (sound) => new Promise((done) => waiting.push({ frames: cut(sound), done })),
    nextCount: () => {
      count += 1;
      return count;
    },
    stop() {
      clearInterval(timer);
      for (const { done } of waiting) done();
    },
  };
}

function cut(sound: Buffer): Buffer[] {
  const frames = Math.max(1, Math.ceil(sound.length / FRAME_BYTES));
  return Array.from({ length: frames }, (_, index) =>
    sound.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES),
  );
}

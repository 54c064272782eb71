/** µ-law at 8 kHz: eight bytes are a millisecond. */
const bytesPerMillisecond = 8;

/** How much of an answer the caller has heard by now; the line's own sound is the clock, twenty milliseconds a frame. */
export type Playback = {
  /** Sound of the caller came in: so much time has passed on the line. */
  pass(payload: string): void;
  /** Sound of the model goes out. */
  play(payload: string, itemId: string): void;
  /** What is being heard now; null when everything was played. */
  current(): { itemId: string; heardMilliseconds: number; leftMilliseconds: number } | null;
  /** Everything that waits to be played was thrown away. */
  clear(): void;
};

/** Follows the playing of one stream. */
export function followPlayback(): Playback {
  let now = 0;
  let playing: { itemId: string; startedAt: number; until: number } | null = null;
  return {
    pass(payload) {
      now += millisecondsOf(payload);
    },
    play(payload, itemId) {
      const isSame = playing?.itemId === itemId && playing.until > now;
      if (!playing || !isSame) {
        const startedAt = Math.max(now, playing?.until ?? 0);
        playing = { itemId, startedAt, until: startedAt };
      }
      playing.until += millisecondsOf(payload);
    },
    current() {
      if (!playing || playing.until <= now) return null;
      const heardMilliseconds = Math.max(0, Math.round(now - playing.startedAt));
      return { itemId: playing.itemId, heardMilliseconds, leftMilliseconds: Math.round(playing.until - now) };
    },
    clear() {
      playing = null;
    },
  };
}

function millisecondsOf(base64: string): number {
  return Buffer.byteLength(base64, "base64") / bytesPerMillisecond;
}

/** What a carrier says over a relay socket: it does the speech, we do the text. */
export type RelayFrame =
  | { kind: "setup"; callSid: string }
  | { kind: "said"; text: string; isFinal: boolean }
  | { kind: "digit"; digit: string }
  /** The caller spoke over us; `heard` is what came through before. */
  | { kind: "interrupted"; heard: string }
  | { kind: "failed"; why: string };

/** The relay's frames in the carrier's spelling. */
export interface RelayCodec {
  /** One frame from the carrier; null for what we do not know, which is ignored. */
  read(data: string): RelayFrame | null;
  /** A piece of speech; `isLast` ends the turn. Spaces between pieces are ours to keep. */
  text(piece: string, isLast: boolean): string;
  /** Ends the session; `handoff` comes back with the carrier's next webhook. */
  end(handoff: string): string;
}

/** What a carrier says over a socket of raw sound: µ-law, 8 kHz, mono, base64. */
export type MediaFrame =
  | { kind: "start"; callSid: string; streamId: string }
  | { kind: "sound"; payload: string }
  | { kind: "digit"; digit: string }
  /** Playback reached a mark, or it was cleared. */
  | { kind: "played"; mark: string }
  | { kind: "stop" };

/** The sound socket's frames in the carrier's spelling. */
export interface MediaCodec {
  read(data: string): MediaFrame | null;
  sound(streamId: string, payload: string): string;
  /** Empties what is queued for playing: the caller began to speak. */
  clear(streamId: string): string;
  mark(streamId: string, name: string): string;
  /** Ends the stream from our side; null where closing the socket does it. */
  stop(streamId: string): string | null;
}

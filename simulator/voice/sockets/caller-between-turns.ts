import { type Interruption, type LiveCall, pass, tell } from "../call";
import type { Socket } from "./open-socket";

/** A caller who says nothing is listened to for this long, in the call's own seconds. */
const LISTENING_SECONDS = 600;

/**
 * The caller between the product's turns on a socket. The product may begin to speak first; what a script has decided to
 * do next is then kept for the next pause.
 */
export class CallerBetweenTurns {
  readonly #call: LiveCall;
  readonly #socket: Socket;
  #reaction: Promise<Interruption | null> | null = null;

  constructor(call: LiveCall, socket: Socket) {
    this.#call = call;
    this.#socket = socket;
  }

  /** What the caller does, or `frame` once the product has sent something. */
  async next(): Promise<Interruption | null | "frame"> {
    tell(this.#call, {
      type: "listening",
      keys: true,
      speech: true,
      seconds: LISTENING_SECONDS,
      numDigits: null,
    });
    this.#reaction ??= pass(this.#call, LISTENING_SECONDS, "listening");
    const frame = this.#socket.peek();
    const first = await Promise.race([frame, this.#reaction]);
    if (first === "frame") {
      if (this.#call.line.stop?.()) this.#reaction = null;
      return "frame";
    }
    this.#reaction = null;
    return first;
  }
}

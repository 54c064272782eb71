import { WebSocket } from "ws";

/** A frame that arrived; `text` is what stood in it when it was not JSON. */
export type Frame = { json: unknown; text: string };

/** Our end of a WebSocket to the product. */
export type Socket = {
  send(frame: object): void;
  /** The next frame, `closed` when there will be none, `late` when none came in time. */
  next(milliseconds: number): Promise<Frame | "closed" | "late">;
  /** Resolves once a frame (or the end) is there to be taken; takes nothing. */
  peek(): Promise<"frame">;
  /** Forgets frames that have arrived but were not taken. */
  drop(): Frame[];
  close(code?: number, reason?: string): void;
};

/** How long a handshake may take. */
const HANDSHAKE_MS = 5_000;

/** Connects. Resolves with a sentence when the product refuses or cannot be reached. */
export function openSocket(url: string, headers: Record<string, string>): Promise<Socket | string> {
  return new Promise((resolve) => {
    if (!/^wss?:\/\//.test(url) || !URL.canParse(url)) {
      resolve(`"${url}" is not a WebSocket URL`);
      return;
    }
    const socket = new WebSocket(url, { headers, handshakeTimeout: HANDSHAKE_MS });
    const arrived = collect(socket);
    socket.once("open", () => resolve(wrap(socket, arrived)));
    socket.once("error", (error) => resolve(error.message || "the connection was refused"));
  });
}

type Arrived = { frames: Frame[]; isClosed: boolean; wake: () => void };

function collect(socket: WebSocket): Arrived {
  const arrived: Arrived = { frames: [], isClosed: false, wake: () => {} };
  socket.on("message", (data) => {
    const text = data.toString();
    arrived.frames.push({ json: parse(text), text });
    arrived.wake();
  });
  socket.on("close", () => {
    arrived.isClosed = true;
    arrived.wake();
  });
  socket.on("error", () => {});
  return arrived;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wrap(socket: WebSocket, arrived: Arrived): Socket {
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    },
    next: (milliseconds) => next(arrived, milliseconds),
    peek: () => peek(arrived),
    drop: () => arrived.frames.splice(0),
    close: (code = 1000, reason = "") => socket.close(code, reason),
  };
}

function next(arrived: Arrived, milliseconds: number): Promise<Frame | "closed" | "late"> {
  return new Promise((resolve) => {
    const take = () => {
      const frame = arrived.frames.shift();
      if (!frame && !arrived.isClosed) return false;
      arrived.wake = () => {};
      clearTimeout(timer);
      resolve(frame ?? "closed");
      return true;
    };
    const timer = setTimeout(
      () => {
        arrived.wake = () => {};
        resolve("late");
      },
      Math.min(milliseconds, 2 ** 31 - 1),
    );
    arrived.wake = take;
    take();
  });
}

function peek(arrived: Arrived): Promise<"frame"> {
  if (arrived.frames.length > 0 || arrived.isClosed) return Promise.resolve("frame");
  return new Promise((resolve) => {
    arrived.wake = () => resolve("frame");
  });
}

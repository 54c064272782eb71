import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { sharedNow } from "./measure";

/** Open streams, as sockets that are cheap for us, so that the server is what is measured. */
export type Screens = { close(): Promise<void> };

/** Called with the time at which an event's bytes arrived. */
type OnEvent = (id: string, at: number) => void;

const atOnce = 100;
const idPattern = /"id": ?"([^"]+)"/g;

/** Opens streams one hundred at a time; returns when each has got its first bytes. */
export async function openScreens(
  port: number,
  paths: readonly string[],
  onEvent?: OnEvent,
): Promise<Screens> {
  const sockets: Socket[] = [];
  for (let index = 0; index < paths.length; index += atOnce) {
    const group = paths.slice(index, index + atOnce).map((path) => openScreen(port, path, onEvent));
    sockets.push(...(await Promise.all(group)));
  }
  return {
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all(sockets.map((socket) => socket.closed || once(socket, "close")));
    },
  };
}

async function openScreen(port: number, path: string, onEvent: OnEvent | undefined): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => {});
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  const [first] = await once(socket, "data");
  if (!String(first).startsWith("HTTP/1.1 200")) throw new Error(`${path} was refused: ${first}`);
  if (!onEvent) return socket.resume();
  socket.on("data", (chunk: Buffer) => {
    const at = sharedNow();
    for (const [, id] of chunk.toString("latin1").matchAll(idPattern)) if (id) onEvent(id, at);
  });
  return socket;
}

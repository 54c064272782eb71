import type { Server } from "node:http";
import { WebSocketServer } from "ws";
import type { World } from "../../world/world";
import { serveBrowser } from "./endpoint";

/**
 * Answers the browser SDK's signalling at `/signal`, as `voice-js.*.twilio.com` does. The protocol is not documented; what is
 * known of it was read from the SDK and tried.
 */
export function serveSignalling(server: Server, world: World): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 262_144 });
  server.on("upgrade", (request, socket, head) => {
    if (new URL(request.url ?? "/", "http://simulator").pathname !== "/signal")
      return void socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (browser) => serveBrowser(world, browser));
  });
  return {
    close() {
      for (const browser of sockets.clients) browser.terminate();
      sockets.close();
    },
  };
}

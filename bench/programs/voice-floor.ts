import { Agent, createServer, type IncomingMessage, request } from "node:http";
import { WebSocketServer } from "ws";
import { announceReady } from "./announce-ready";

/**
 * The least that talks: a socket whose prompts go to the model and whose frames are the model's words as they come, an
 * echo for anything else, and `POST` of a turn answered when the model has ended. No tenant, no history, no database.
 */
const modelUrl = new URL(process.argv[2] ?? "");
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

async function* askModel(text: string): AsyncGenerator<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(modelUrl, { agent, method: "POST" }, resolve).on("error", reject);
    sent.end(JSON.stringify({ stream: true, messages: [{ role: "user", content: text }] }));
  });
  for await (const chunk of response.setEncoding("utf8")) {
    for (const line of String(chunk).split("\n\n")) {
      if (!line.startsWith("data: {")) continue;
      const token = JSON.parse(line.slice(6)).choices[0].delta.content;
      if (token) yield token;
    }
  }
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const server = createServer(async (incoming, response) => {
  let body = "";
  for await (const chunk of incoming.setEncoding("utf8")) body += chunk;
  let said = "";
  for await (const token of askModel(new URLSearchParams(body).get("SpeechResult") ?? "")) said += token;
  response.end(`<Response><Say>${said}</Say></Response>`);
});
server.on("upgrade", (incoming, socket, head) =>
  sockets.handleUpgrade(incoming, socket, head, (webSocket) => {
    webSocket.on("message", async (data) => {
      const frame = JSON.parse(String(data));
      if (frame.type !== "prompt") return webSocket.send(String(data));
      for await (const token of askModel(frame.voicePrompt))
        webSocket.send(JSON.stringify({ type: "text", token, last: false }));
      webSocket.send(JSON.stringify({ type: "text", token: "", last: true }));
    });
  }),
);
announceReady(server);

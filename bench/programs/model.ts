import { createServer, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { sharedNow } from "../harness/measure";
import { announceReady } from "./announce-ready";

/**
 * A model behind the Chat Completions API that says the same every time, at a pace that the bench sets, and tells the
 * bench when it was asked, when its first and last words left, and when nobody listened any more.
 */
type Pace = { delayMs: number; gapMs: number; words: number };
let pace: Pace = { delayMs: 0, gapMs: 5, words: 8 };

process.on("message", (message: { pace?: Pace }) => {
  if (message.pace) pace = message.pace;
});

const server = createServer(async (request, response) => {
  const asked = sharedNow();
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  // The bench numbers its questions: "… question 17?"
  const id = [...text.matchAll(/question (\d+)/g)].at(-1)?.[1];
  if (text.includes("You sum up phone calls")) return answer(response, [summary], { ...pace, gapMs: 0 });
  const words = Array.from({ length: pace.words }, (_, index) => sentence[index % sentence.length] ?? "");
  const told = await answer(response, words, pace);
  if (id) process.send?.({ id: Number(id), asked, ...told });
});

const sentence = "Our garden stays open until nine every evening of the summer"
  .split(" ")
  .map((word) => `${word} `);
const summary = JSON.stringify({
  summary: "The caller asked for the opening hours.",
  sentiment: { label: "neutral", score: 0 },
  promises: [],
});

async function answer(response: ServerResponse, pieces: readonly string[], { delayMs, gapMs }: Pace) {
  let aborted: number | undefined;
  response.on("close", () => {
    if (!response.writableEnded) aborted = sharedNow();
  });
  if (delayMs > 0) await sleep(delayMs);
  response.writeHead(200, { "content-type": "text/event-stream" });
  const first = sharedNow();
  for (const piece of pieces) {
    response.write(frame({ delta: { content: piece }, finish_reason: null }));
    if (gapMs > 0) await sleep(gapMs);
    if (aborted !== undefined) return { first, aborted };
  }
  const last = sharedNow();
  response.end(`${frame({ delta: {}, finish_reason: "stop" })}data: [DONE]\n\n`);
  return { first, last };
}

function frame(choice: object): string {
  return `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", choices: [{ index: 0, ...choice }] })}\n\n`;
}

announceReady(server);

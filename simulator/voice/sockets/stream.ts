import type { StreamStep } from "../../instructions";
import { complain, endedBy, type LiveCall, type Next, notify, type StreamInfo } from "../call";
import { connectToProduct } from "./connect";
import { type MediaPump, startMediaPump } from "./media-pump";
import type { Socket } from "./open-socket";
import { talkByStream } from "./stream-talk";

/** A script hurries, but a speech model on the other side must keep up. */
const FASTEST = 8;

/** Opens a media stream: one that holds the call until it ends, or one that runs beside the next verbs. */
export async function performStream(call: LiveCall, step: StreamStep): Promise<Next> {
  const info = { streamId: call.carrier.streamFrames.newStreamId(call.voice.world), call, step };
  const socket = await connectToProduct(call, step.url);
  if (typeof socket === "string") {
    complain(call, "31920", `The stream could not be opened: ${socket}`);
    await report(info, "error");
    return { kind: "next" };
  }
  for (const frame of call.carrier.streamFrames.hello(info)) socket.send(frame);
  await report(info, "started");
  const pump = startMediaPump(paceOf(call), (sound) =>
    socket.send(call.carrier.streamFrames.media(info, sound)),
  );
  const stop = () => close(info, socket, pump);
  if (step.holdsCall) return hold(info, socket, pump, stop);
  call.streams.set(step.name ?? info.streamId, stop);
  return { kind: "next" };
}

/** `<Stop><Stream>`: the named one, or all of them. */
export async function stopStream(call: LiveCall, name: string | undefined): Promise<Next> {
  for (const [key, stop] of [...call.streams]) if (name === undefined || key === name) await stop();
  return { kind: "next" };
}

function paceOf({ options }: LiveCall): number {
  return options.isInteractive ? 1 : Math.max(1, Math.min(FASTEST, Math.round(options.speed)));
}

async function hold(
  info: StreamInfo,
  socket: Socket,
  pump: MediaPump,
  stop: () => Promise<void>,
): Promise<Next> {
  const { call, step } = info;
  const { isLive } = call;
  call.isLive = true;
  const ending = await talkByStream(info, socket, pump);
  call.isLive = isLive;
  await stop();
  if (ending === "changed") return { kind: "changed" };
  if (ending === "closed" && step.action)
    return { kind: "fetch", target: step.action, event: { kind: "stream" } };
  if (ending === "closed") return { kind: "next" };
  await notify(call, step.action, { kind: "stream" });
  return endedBy("caller", "hung up");
}

async function close(info: StreamInfo, socket: Socket, pump: MediaPump): Promise<void> {
  const { call, step } = info;
  call.streams.delete(step.name ?? info.streamId);
  pump.stop();
  const bye = call.carrier.streamFrames.bye(info, pump.nextCount());
  if (bye) socket.send(bye);
  socket.close();
  await report(info, "stopped");
}

async function report(
  { call, step, streamId }: StreamInfo,
  state: "started" | "stopped" | "error",
): Promise<void> {
  await notify(call, step.status, {
    kind: "stream-status",
    streamId,
    name: step.name ?? "",
    state,
    url: step.url,
  });
}

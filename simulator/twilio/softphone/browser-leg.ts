import type { LiveCall } from "../../voice/call";
import type { InteractiveLine } from "../../voice/line";
import { openSoundLeg } from "../../voice/sound/sound-leg";
import { plugSound, unplugSound } from "../../voice/sound/switchboard";
import { isOver } from "../../world/new-call";
import type { Payload } from "./frames";

/** Says something to the browser. */
export type Send = (type: string, payload: object) => void;

/** One call as one browser has it. */
export type BrowserLeg = {
  call: LiveCall;
  /** With it the call may go on over another socket. */
  token: string;
  /** The browser said something about this call. */
  hear(type: string, payload: Payload): Promise<void>;
  /** The browser's socket is another one now. */
  moveTo(send: Send): void;
  isOn(send: Send): boolean;
  /** The browser is gone for good. */
  lose(): void;
};

/** How a call and a browser find each other. `over`: the browser has nothing to do with the call any more. */
export type Link = { token: string; line: InteractiveLine; send: Send; over: () => void };

/** Rings a leg in a browser: our offer first, then the browser's answer, by which it is taken. */
export function ringBrowser(
  call: LiveCall,
  parameters: Record<string, string>,
  { token, line, over, ...link }: Link,
): BrowserLeg & { stop(): void } {
  let { send } = link;
  const callsid = call.record.sid;
  const sound = openSoundLeg();
  let isTaken = false;
  const end = () => {
    over();
    if (!isTaken) void sound.close();
  };
  void sound.offer().then((sdp) => {
    const { from, to, accountSid } = call.record;
    const given = { From: from, To: to, AccountSid: accountSid, CallSid: callsid };
    const Params = new URLSearchParams(parameters).toString();
    send("invite", { callsid, sdp, parameters: { ...given, ...(Params && { Params }) }, reconnect: token });
  });
  return {
    call,
    token,
    moveTo: (next) => {
      send = next;
    },
    isOn: (other) => send === other,
    lose: () => (isTaken ? line.input({ hangUp: true }) : end()),
    /** Whoever rang on is told that it is over; the one who took it is not. */
    stop() {
      if (isTaken) return;
      send("cancel", { callsid });
      end();
    },
    async hear(type, { sdp = "", dtmf = "" }) {
      if (type === "answer" && !isOver(call.record)) {
        isTaken = true;
        await sound.accept(sdp);
        plugSound(call, sound);
        followEnd(call, () => send, end);
        line.input({ answer: true });
        send("answer", { callsid, sdp: "", reconnect: token });
      } else if (type === "reject") line.input({ answer: false });
      else if (type === "hangup") line.input(isTaken ? { hangUp: true } : { answer: false });
      else if (type === "dtmf") line.input({ press: dtmf });
    },
  };
}

/** A call that a browser placed: it rings until the other side answers, which may be at once. */
export async function followPlaced(
  call: LiveCall,
  offer: string,
  { token, line, over, ...link }: Link,
): Promise<BrowserLeg> {
  let { send } = link;
  const callsid = call.record.sid;
  const sound = openSoundLeg();
  const sdp = await sound.answer(offer);
  plugSound(call, sound);
  let isAnswered = false;
  call.listeners.add((news) => {
    if (news.type !== "state" || news.status !== "in-progress" || isAnswered) return;
    isAnswered = true;
    send("answer", { callsid, sdp, reconnect: token });
  });
  followEnd(call, () => send, over);
  send("ringing", { callsid, sdp });
  return {
    call,
    token,
    moveTo: (next) => {
      send = next;
    },
    isOn: (other) => send === other,
    lose: () => line.input({ hangUp: true }),
    async hear(type, { dtmf = "" }) {
      if (type === "hangup") line.input({ hangUp: true });
      else if (type === "dtmf") line.input({ press: dtmf });
    },
  };
}

function followEnd(call: LiveCall, send: () => Send, over: () => void): void {
  call.listeners.add((news) => {
    if (news.type !== "over") return;
    send()("hangup", { callsid: call.record.sid });
    unplugSound(call);
    over();
  });
}

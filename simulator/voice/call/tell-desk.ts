import type { LiveCall } from "./live-call";

/** Lets the desk see that something happened on a call of this phone. */
export function tellDesk(call: LiveCall, phone: string): void {
  const { sid, carrier, direction, from, to } = call.record;
  const tell = (type: string) => {
    const business = direction === "inbound" ? to : from;
    const { status } = call.record;
    call.voice.world.news.tell({
      phone,
      kind: "call",
      data: { type, callId: sid, carrier, phone, business, status },
    });
  };
  call.listeners.add(({ type }) => {
    if (type === "request" || type === "state" || type === "over") tell(type);
  });
  tell(direction === "inbound" ? "placed" : "ringing");
}

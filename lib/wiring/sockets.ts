import { takeUpgrade } from "@/lib/voice-sockets";

/** Every WebSocket that carriers open to us. */
export const socketRoutes = [
  { path: "/api/twilio/{slug}/socket/{ticket}", upgrade: takeUpgrade("twilio") },
  { path: "/api/vobiz/{slug}/socket/{ticket}", upgrade: takeUpgrade("vobiz") },
];

import type { Device } from "@twilio/voice-sdk";
import type { SoftphoneToken } from "@/lib/softphone/schema";

const ring = "/sounds/ring.wav";
const tick = "/sounds/tick.wav";
const keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "s", "h"];
/** All sounds are our own: the page loads nothing from elsewhere. */
const sounds = {
  ...{ incoming: ring, outgoing: tick, disconnect: tick },
  ...Object.fromEntries(keys.map((key) => [`dtmf${key}`, tick])),
};

/** How long before its end a token is replaced. */
const refreshMs = 120_000;

/** Options that the SDK knows and its types do not: where it speaks its signalling, and whether it reports statistics. */
type PrivateOptions = { chunderw?: string; publishEvents?: boolean };

/** Loads the carrier's SDK and makes a device with it; it does not connect yet. */
export async function openDevice({ token, signalling }: SoftphoneToken): Promise<Device> {
  const { Device: SdkDevice } = await loadSdk(signalling !== null);
  const standIn: PrivateOptions = signalling ? { chunderw: signalling, publishEvents: false } : {};
  const options: Device.Options & PrivateOptions = {
    logLevel: "silent",
    tokenRefreshMs: refreshMs,
    enableImprovedSignalingErrorPrecision: true,
    sounds,
    ...standIn,
  };
  return new SdkDevice(token, options);
}

/**
 * The SDK always speaks wss and takes the browser's WebSocket when it is loaded. The simulator on this machine has no
 * certificate, so the SDK is given one that leaves the s away.
 */
async function loadSdk(isPlain: boolean): Promise<typeof import("@twilio/voice-sdk")> {
  if (!isPlain) return import("@twilio/voice-sdk");
  const real = globalThis.WebSocket;
  globalThis.WebSocket = class extends real {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(String(url).replace(/^wss:/, "ws:"), protocols);
    }
  };
  try {
    return await import("@twilio/voice-sdk");
  } finally {
    globalThis.WebSocket = real;
  }
}

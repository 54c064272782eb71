import type { WebSocket } from "ws";
import type { Client } from "../../voice/call";
import type { InteractiveLine } from "../../voice/line";
import { voiceOf } from "../../voice/voice-of";
import { randomHex } from "../../world/random";
import type { World } from "../../world/world";
import { type BrowserLeg, followPlaced, type Link, ringBrowser } from "./browser-leg";
import { type Payload, readFrame, writeFrame } from "./frames";
import { placeFromBrowser } from "./place-from-browser";
import { type Grants, readToken } from "./read-token";

/** How long a browser that lost its socket in the middle of a call has to come back. */
const LOST_MS = 10_000;

/** Calls of browsers by the token with which they may go on over another socket. */
const legsByToken = new WeakMap<World, Map<string, BrowserLeg>>();

/** Speaks with one browser over its signalling socket until that closes. */
export function serveBrowser(world: World, socket: WebSocket): void {
  const endpoint = new Endpoint(world, socket);
  socket.on("message", (data) => {
    const text = data.toString();
    if (text.trim() === "") socket.send("\n");
    else
      endpoint
        .hear(text)
        .catch((error: unknown) => console.error("simulator: a browser's frame broke", error));
  });
  socket.on("close", () => endpoint.leave());
}

class Endpoint {
  readonly #world: World;
  readonly #socket: WebSocket;
  /** Calls that this socket carries, by the ids that the browser knows them by. */
  readonly #legs = new Map<string, BrowserLeg>();
  readonly #returning: Map<string, BrowserLeg>;
  #grants: Grants | null = null;
  #client: Client | null = null;
  #callOffExpiry: () => void = () => {};

  constructor(world: World, socket: WebSocket) {
    this.#world = world;
    this.#socket = socket;
    this.#returning = legsByToken.get(world) ?? new Map();
    legsByToken.set(world, this.#returning);
  }

  async hear(text: string): Promise<void> {
    const frame = readFrame(text);
    if (!frame) return;
    const { type, payload } = frame;
    if (type === "listen") return this.#listen(payload);
    if (!this.#grants) return this.#send("error", { error: { code: 31204, message: "No access token" } });
    if (type === "register") return this.#register(this.#grants);
    if (type === "invite" && payload.reconnect) return this.#reconnect(payload);
    if (type === "invite") return this.#place(this.#grants, payload);
    await this.#legs.get(payload.callsid ?? "")?.hear(type, payload);
  }

  /** Calls that ring here ring on elsewhere; one that is up may come back over a new socket. */
  leave(): void {
    this.#callOffExpiry();
    this.#unregister();
    this.#world.schedule(LOST_MS, () => {
      for (const leg of this.#legs.values()) if (leg.isOn(this.#send)) leg.lose();
    });
  }

  #listen({ token }: Payload): void {
    const verdict = readToken(this.#world, token);
    if (!verdict.ok) {
      const { code, message } = verdict;
      this.#send("error", { error: { code, message } });
      return;
    }
    const { grants } = verdict;
    this.#grants = grants;
    const ttl = Math.floor((grants.expiresAt.getTime() - this.#world.clock.now().getTime()) / 1000);
    this.#callOffExpiry();
    this.#callOffExpiry = this.#world.clock.after(ttl * 1000, () => this.#expire());
    const place = { edge: "ashburn", region: "us1", home: "us1", gateway: "simulator" };
    this.#send("connected", { ...place, token: { identity: grants.identity, ttl } });
  }

  #expire(): void {
    this.#unregister();
    this.#grants = null;
    this.#send("error", { error: { code: 31205, message: "Access token has expired" } });
  }

  #register(grants: Grants): void {
    if (!grants.mayRing) {
      this.#send("error", { error: { code: 31204, message: "No incoming calls" } });
      return;
    }
    this.#unregister();
    const { accountSid, identity } = grants;
    this.#client = {
      accountSid,
      identity,
      ring: (call, line, parameters) => {
        const { sid } = call.record;
        const leg = ringBrowser(call, parameters, this.#link(line, sid));
        this.#keep(leg, sid);
        return leg;
      },
    };
    voiceOf(this.#world).clients.add(this.#client);
    this.#world.ledger.write("softphone.registered", { carrier: "twilio", accountSid, identity });
    this.#send("ready", {});
  }

  #unregister(): void {
    if (this.#client) voiceOf(this.#world).clients.delete(this.#client);
    this.#client = null;
  }

  async #place(grants: Grants, { callsid = "", sdp = "", twilio }: Payload): Promise<void> {
    const placed = placeFromBrowser(this.#world, grants, twilio?.params ?? "");
    if (!placed)
      return this.#send("hangup", { callsid, error: { code: 31404, message: "No such application" } });
    const { sid } = placed.call.record;
    const leg = await followPlaced(placed.call, sdp, this.#link(placed.line, sid, callsid));
    this.#keep(leg, sid, callsid);
    placed.start();
  }

  #reconnect({ callsid = "", reconnect = "" }: Payload): void {
    const leg = this.#returning.get(reconnect);
    if (!leg) {
      this.#send("hangup", { callsid, error: { code: 31209, message: "Reconnection refused" } });
      return;
    }
    leg.moveTo(this.#send);
    this.#keep(leg, callsid);
    this.#send("answer", { callsid, reconnect });
  }

  #link(line: InteractiveLine, ...ids: string[]): Link {
    const token = randomHex(this.#world.random, 16);
    const over = () => {
      for (const id of ids) this.#legs.delete(id);
      this.#returning.delete(token);
    };
    return { token, line, send: this.#send, over };
  }

  #keep(leg: BrowserLeg, ...ids: string[]): void {
    for (const id of ids) this.#legs.set(id, leg);
    this.#returning.set(leg.token, leg);
  }

  readonly #send = (type: string, payload: object): void => {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(writeFrame(type, payload));
  };
}

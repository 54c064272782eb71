import type { Call, Device } from "@twilio/voice-sdk";
import { callApi } from "@/components/api/call-api";
import { PhoneCard, RegisteredDevice, SoftphoneToken } from "@/lib/softphone/schema";
import { openDevice } from "./open-device";
import { type PhoneCall, type PhoneState, restingPhone } from "./phone-state";
import { errorWords, warningWords } from "./phone-words";
import { keepWish, tellPresence } from "./tab-presence";

type Listener = () => void;

const retryMs = 5_000;
const expired = [20101, 20104];

/** The softphone of this tab: the carrier's SDK, and what the screen shows of it. */
export class Phone {
  #state: PhoneState = restingPhone;
  readonly #listeners = new Set<Listener>();
  #device: Device | null = null;
  #opening: Promise<Device | null> | null = null;
  #call: Call | null = null;
  /** Our id of the call that rang here last, until this tab takes it. */
  #rungBy: string | null = null;
  #stopTelling: () => void = () => {};
  #retry: ReturnType<typeof setTimeout> | undefined;

  readonly read = (): PhoneState => this.#state;

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The SDK's own device, for choosing microphone and loudspeaker; null before the first call or going online. */
  get device(): Device | null {
    return this.#device;
  }

  /** Takes calls from now on. */
  async goOnline(): Promise<void> {
    keepWish("online");
    this.#set({ presence: "connecting", problem: null });
    const device = await this.#ready();
    if (!device) return;
    await device.register().catch(() => {});
  }

  /** Stays connected but does not ring. */
  async goAway(): Promise<void> {
    keepWish("away");
    if (!(await this.#ready())) return;
    await this.#unregister();
    this.#tell("away");
    this.#set({ presence: "away" });
  }

  async goOffline(): Promise<void> {
    keepWish("offline");
    clearTimeout(this.#retry);
    await this.#unregister();
    this.#stopTelling();
    this.#set({ presence: "offline", problem: null });
  }

  /** Places a call that the server has already agreed to. */
  async dial(card: PhoneCard, callerId: string): Promise<void> {
    const device = await this.#ready();
    if (!device || this.#call) return;
    this.#begin({ direction: "outbound", phase: "dialing", address: card.address, card });
    try {
      this.#follow(await device.connect({ params: { To: card.address, callerId } }));
    } catch (error) {
      this.#change({ phase: "over", ending: errorWords(error as { code?: number }) });
    }
  }

  accept(): void {
    this.#call?.accept();
  }

  decline(): void {
    this.#call?.reject();
  }

  hangUp(): void {
    this.#call?.disconnect();
  }

  toggleMute(): void {
    const isMuted = !this.#call?.isMuted();
    this.#call?.mute(isMuted);
    this.#change({ isMuted });
  }

  press(key: string): void {
    this.#call?.sendDigits(key);
  }

  /** What was written down after a call is done. */
  putAway(): void {
    if (this.#state.call?.phase === "over") this.#set({ call: null });
  }

  /** Whether a call that somebody has taken rang here and was not taken here; asked once. */
  wasTakenElsewhere(callId: string | undefined): boolean {
    if (!callId || this.#rungBy !== callId) return false;
    this.#rungBy = null;
    return true;
  }

  /** The page goes away. The SDK would decline what rings; ignored, it rings on and rings again once the page is back. */
  leave(): void {
    if (this.#state.call?.phase === "ringing") this.#call?.ignore();
  }

  /** The device, made with a fresh token when there is none yet; asked for twice at once, it is made once. */
  #ready(): Promise<Device | null> {
    if (this.#device) return Promise.resolve(this.#device);
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(): Promise<Device | null> {
    const answer = await callApi("POST", "/api/v1/softphone/device", { answer: RegisteredDevice });
    if (!answer.ok) {
      this.#fail(answer.problem.detail, answer.problem.status === 0);
      return null;
    }
    const device = await openDevice(answer.data);
    this.#device = device;
    this.#set({ numbers: answer.data.numbers });
    this.#listen(device);
    return device;
  }

  #listen(device: Device): void {
    device.on("registered", () => {
      this.#tell("online");
      this.#set({ presence: "online", problem: null });
    });
    device.on("unregistered", () => {
      if (this.#state.presence === "online") this.#set({ presence: "connecting" });
    });
    device.on("incoming", (call) => void this.#ring(call));
    device.on("tokenWillExpire", () => void this.#refresh());
    device.on("error", ({ code }) => {
      if (expired.includes(code)) void this.#refresh();
      else if (this.#state.presence === "connecting") this.#fail(errorWords({ code }), true);
    });
    device.audio?.on("deviceChange", (lost: MediaDeviceInfo[]) => {
      const names = lost.map(({ label }) => label || "A sound device").join(", ");
      if (names) this.#set({ lostDevice: names });
    });
  }

  /** Replaces the token before it expires, also in the middle of a call. */
  async #refresh(): Promise<void> {
    const answer = await callApi("GET", "/twilio/token", { answer: SoftphoneToken });
    if (!answer.ok) {
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.#refresh(), retryMs);
      return;
    }
    this.#device?.updateToken(answer.data.token);
    if (this.#state.presence === "connecting") await this.#device?.register().catch(() => {});
  }

  async #ring(call: Call): Promise<void> {
    const callId = call.customParameters.get("call") ?? null;
    this.#begin({ direction: "inbound", phase: "ringing", address: call.parameters.From ?? "", callId });
    this.#follow(call);
    this.#rungBy = callId;
    if (!callId) return;
    const answer = await callApi("PUT", `/api/v1/softphone/rings/${callId}`, { answer: PhoneCard });
    if (answer.ok && this.#state.call?.callId === callId)
      this.#change({ card: answer.data, address: answer.data.address });
  }

  #follow(call: Call): void {
    this.#call = call;
    call.on("accept", () => {
      this.#rungBy = null;
      this.#change({ phase: "talking", since: new Date().toISOString() });
      if (this.#state.call?.direction === "outbound") void this.#name(call);
    });
    call.on("mute", (isMuted) => this.#change({ isMuted }));
    call.on("warning", (name) => this.#change({ warning: warningWords(name) }));
    call.on("warning-cleared", () => this.#change({ warning: null }));
    call.on("reconnecting", () => this.#change({ phase: "reconnecting" }));
    call.on("reconnected", () => this.#change({ phase: "talking", warning: null }));
    call.on("error", (error) => this.#change({ ending: errorWords(error) }));
    call.on("disconnect", () => this.#end());
    for (const event of ["cancel", "reject"] as const)
      call.on(event, () => {
        this.#call = null;
        this.#set({ call: null });
      });
  }

  /** Finds out which call of ours the carrier's is. */
  async #name(call: Call): Promise<void> {
    const sid = call.parameters.CallSid;
    if (!sid) return;
    const found = await callApi("GET", `/api/v1/softphone/calls/${sid}`, { answer: PhoneCard });
    if (found.ok && this.#call === call) this.#change({ card: found.data, callId: found.data.callId });
  }

  #end(): void {
    this.#call = null;
    const { call } = this.#state;
    if (call?.since || call?.ending) this.#change({ phase: "over" });
    else if (call?.direction === "outbound") this.#change({ phase: "over", ending: "Nobody answered." });
    else this.#set({ call: null });
  }

  #begin(call: Pick<PhoneCall, "direction" | "phase" | "address"> & Partial<PhoneCall>): void {
    const nothing = { callId: null, card: null, since: null, isMuted: false, warning: null, ending: null };
    this.#set({ call: { ...nothing, ...call } });
  }

  #change(change: Partial<PhoneCall>): void {
    if (this.#state.call) this.#set({ call: { ...this.#state.call, ...change } });
  }

  #tell(state: "online" | "away"): void {
    this.#stopTelling();
    this.#stopTelling = tellPresence(state);
  }

  async #unregister(): Promise<void> {
    if (this.#device?.state === "registered") await this.#device.unregister().catch(() => {});
  }

  #fail(problem: string, mayPass: boolean): void {
    this.#set({ presence: mayPass ? "connecting" : "offline", problem });
    if (!mayPass) return;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.goOnline(), retryMs);
  }

  #set(change: Partial<PhoneState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** What a person chose about being told; kept in this browser. */
const choiceKey = "inbox-notifications";

export type NotificationState = "on" | "off" | "unasked" | "impossible";

/** Whether this browser shows notifications about new messages. */
export function notificationState(): NotificationState {
  if (!("Notification" in window)) return "impossible";
  if (Notification.permission === "denied" || localStorage.getItem(choiceKey) === "off") return "off";
  return Notification.permission === "granted" ? "on" : "unasked";
}

/** Asks the browser; only ever called after somebody pressed a button that says so. */
export async function allowNotifications(): Promise<void> {
  localStorage.removeItem(choiceKey);
  await Notification.requestPermission();
}

/** Not now: the offer does not come again in this browser. */
export function declineNotifications() {
  localStorage.setItem(choiceKey, "off");
}

/** Shows a message outside the page; a click comes back to its conversation. */
export function notify(title: string, body: string, conversationId: string, onOpen: () => void) {
  if (notificationState() !== "on") return;
  const shown = new Notification(title, { body, tag: conversationId, icon: "/icon.svg", silent: true });
  shown.onclick = () => {
    window.focus();
    shown.close();
    onOpen();
  };
}

const soundKey = "inbox-sound";

/** Whether new messages are heard in this browser. */
export function isSoundOn(): boolean {
  return localStorage.getItem(soundKey) !== "off";
}

export function switchSound() {
  localStorage.setItem(soundKey, isSoundOn() ? "off" : "on");
}

let sound: AudioContext | undefined;

/** Two soft notes. Silent until the page was touched once: browsers allow no sound before that. */
export function chime() {
  if (!isSoundOn() || !navigator.userActivation?.hasBeenActive) return;
  sound ??= new AudioContext();
  const start = sound.currentTime;
  for (const [index, pitch] of [784, 1047].entries()) note(sound, pitch, start + index * 0.11);
}

function note(audio: AudioContext, pitch: number, at: number) {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.type = "sine";
  tone.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.08, at + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.35);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + 0.4);
}

import { callApi } from "@/components/api/call-api";

const beatMs = 20_000;
const wishKey = "softphone-state";

/** Whether this person wants calls in this browser; kept over reloads. */
export function readWish(): "online" | "away" | "offline" {
  const kept = localStorage.getItem(wishKey);
  return kept === "online" || kept === "away" ? kept : "offline";
}

export function keepWish(wish: "online" | "away" | "offline"): void {
  localStorage.setItem(wishKey, wish);
}

/** Tells the server again and again that this tab is there; the answer stops it and says that the tab is gone. */
export function tellPresence(state: "online" | "away"): () => void {
  const tabId = tabIdOf();
  const tell = () => void callApi("PUT", "/api/v1/softphone/presence", { body: { tabId, state } });
  const leave = () => {
    const body = JSON.stringify({ tabId, state: "gone" });
    const headers = { "Content-Type": "application/json" };
    // A page that is being closed may still send this; its answer finds nobody.
    void fetch("/api/v1/softphone/presence", { method: "PUT", body, headers, keepalive: true }).catch(
      () => {},
    );
  };
  tell();
  const timer = setInterval(tell, beatMs);
  addEventListener("pagehide", leave);
  return () => {
    clearInterval(timer);
    removeEventListener("pagehide", leave);
    leave();
  };
}

let tabId: string | undefined;

function tabIdOf(): string {
  tabId ??= `tab-${crypto.randomUUID().slice(0, 13)}`;
  return tabId;
}

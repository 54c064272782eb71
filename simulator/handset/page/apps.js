import { callApp } from "./call-app.js";
import { messagesApp } from "./messages-app.js";

/**
 * What the phone can do, in the order of its tabs. An app is
 * `{ id, label, icon, mount(screen, handset, open) }`: it fills its own screen, hears `handset.on(…)` and may `open()` itself
 * (a phone that rings does).
 */
export const apps = [messagesApp, callApp];

import type { toast as sonner } from "sonner";

type Show = (toast: typeof sonner) => void;

let waiting: Show[] = [];
let isReady = false;

/** Shows a toast now, or as soon as the surface for toasts has arrived; it is not part of the first load. */
export function whenToastsAreReady(show: Show) {
  if (isReady) void import("sonner").then(({ toast }) => show(toast));
  else waiting.push(show);
}

/** Called by the surface once it listens: shows what waited. */
export function toastsAreReady() {
  isReady = true;
  for (const show of waiting) whenToastsAreReady(show);
  waiting = [];
}

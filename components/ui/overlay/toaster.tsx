"use client";
import { type ComponentType, useEffect, useState } from "react";

const settledMs = 1_500;
const againMs = 5_000;

/**
 * Stands once, at the root of the page; call `toast` to show one. Fetches its surface once the page has settled and not
 * with the first toast, because that may be about a network that is gone.
 */
export function Toaster() {
  const [Surface, setSurface] = useState<ComponentType>();
  useEffect(() => {
    let timer = setTimeout(load, settledMs);
    function load(): void {
      import("./toast-surface").then(
        ({ ToastSurface }) => setSurface(() => ToastSurface),
        () => {
          timer = setTimeout(load, againMs); // the network is gone just now
        },
      );
    }
    return () => clearTimeout(timer);
  }, []);
  return Surface ? <Surface /> : null;
}

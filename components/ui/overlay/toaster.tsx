"use client";
import { type ComponentType, useEffect, useState } from "react";

/**
 * Stands once, at the root of the page; call `toast` to show one. Fetches its surface once the page has settled and not
 * with the first toast, because that may be about a network that is gone.
 */
export function Toaster() {
  const [Surface, setSurface] = useState<ComponentType>();
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { ToastSurface } = await import("./toast-surface");
      setSurface(() => ToastSurface);
    }, 1500);
    return () => clearTimeout(timer);
  }, []);
  return Surface ? <Surface /> : null;
}

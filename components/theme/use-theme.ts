"use client";
import { useCallback, useSyncExternalStore } from "react";
import { readTheme, type Theme, themeCookie } from "@/components/theme/theme";

const year = 60 * 60 * 24 * 365;

/** The chosen theme and a setter that applies it at once and keeps it in a cookie for a year. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(watchTheme, shownTheme, () => "system" as const);
  const setTheme = useCallback((next: Theme) => {
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers people still use
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${year}; samesite=lax`;
  }, []);
  return [theme, setTheme];
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function shownTheme(): Theme {
  return readTheme(document.documentElement.dataset.theme);
}

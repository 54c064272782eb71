"use client";
import { useEffect } from "react";

/** Lets the tab's title alternate with what rings, so that it is seen in another tab too. */
export function useCallTitle(words: string): void {
  useEffect(() => {
    const before = document.title;
    let isShown = false;
    const turn = () => {
      isShown = !isShown;
      document.title = isShown ? `☎ ${words}` : before;
    };
    turn();
    const timer = setInterval(turn, 1_500);
    return () => {
      clearInterval(timer);
      document.title = before;
    };
  }, [words]);
}

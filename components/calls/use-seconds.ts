"use client";
import { useEffect, useState } from "react";

/** Seconds since a moment, moving on every second while the call goes on; null before the browser has taken over. */
export function useSeconds(since: string, isRunning: boolean): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    if (!isRunning) return;
    const move = () => setSeconds(Math.max(0, Math.floor((Date.now() - Date.parse(since)) / 1000)));
    move();
    const timer = setInterval(move, 1000);
    return () => clearInterval(timer);
  }, [since, isRunning]);
  return seconds;
}

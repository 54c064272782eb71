"use client";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useState } from "react";
import { fillRepliesQuery } from "@/components/inbox/data/queries";
import type { SavedReplyView } from "@/lib/inbox/schema";

/** What is typed in an empty message right after a slash looks for a saved reply. */
const asked = /^\/([^\n]{0,40})$/;

/** The saved replies that fit what is typed, and walking through them by key. */
export function useReplyPicker(conversationId: string, body: string, write: (body: string) => void) {
  const [isOpened, setIsOpened] = useState(false);
  const [dismissed, setDismissed] = useState<string>();
  const [walked, setWalked] = useState(0);
  const words = asked.exec(body)?.[1];
  const isOpen = isOpened || (words !== undefined && dismissed !== body);
  const { data, isPending } = useQuery({ ...fillRepliesQuery(conversationId), enabled: isOpen });
  const matches = (data?.data ?? []).filter((reply) => fits(reply, words ?? "")).slice(0, 8);
  const active = Math.min(walked, Math.max(0, matches.length - 1));

  function close() {
    setIsOpened(false);
    setDismissed(body);
    setWalked(0);
  }

  function pick(reply: SavedReplyView) {
    write(words === undefined && body.trim() ? `${body.trimEnd()} ${reply.body}` : reply.body);
    close();
  }

  /** Whether the key was meant for the list. */
  function onKey(event: KeyboardEvent): boolean {
    if (!isOpen) return false;
    const chosen = matches[active];
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" && chosen) setWalked((active + 1) % matches.length);
    else if (event.key === "ArrowUp" && chosen) setWalked((active - 1 + matches.length) % matches.length);
    else if ((event.key === "Enter" || event.key === "Tab") && chosen && !event.metaKey && !event.ctrlKey)
      pick(chosen);
    else return false;
    event.preventDefault();
    return true;
  }

  return { isOpen, isPending, matches, active, pick, onKey, close, open: () => setIsOpened(true) };
}

export type ReplyPickerModel = ReturnType<typeof useReplyPicker>;

function fits({ name, body }: SavedReplyView, words: string): boolean {
  const text = `${name} ${body}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

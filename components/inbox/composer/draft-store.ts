"use client";
import { useSyncExternalStore } from "react";
import type { Refused } from "@/components/query/request";

export type ComposerChannel = "sms" | "whatsapp" | "note";

/** A file on its way into a message. */
export type Attachment = {
  key: string;
  name: string;
  contentType: string;
  bytes: number;
  /** Shows a picture before the server has it. */
  previewUrl: string | null;
  state: "uploading" | "ready" | "failed";
  /** 0 to 1. */
  progress: number;
  mediaId?: string;
  problem?: string;
};

/** What somebody is about to say in one conversation. */
export type DraftState = {
  channel: ComposerChannel | null;
  body: string;
  from: string | null;
  attachments: readonly Attachment[];
  /** Why the gate did not let the last attempt through. */
  refusal: Refused | null;
};

const nothing: DraftState = { channel: null, body: "", from: null, attachments: [], refusal: null };
const drafts = new Map<string, DraftState>();
const watchers = new Set<() => void>();

/** The draft of a conversation; it outlives switching threads. */
export function useDraftState(conversationId: string): DraftState {
  return useSyncExternalStore(
    watch,
    () => draftOf(conversationId),
    () => nothing,
  );
}

export function draftOf(conversationId: string): DraftState {
  return drafts.get(conversationId) ?? nothing;
}

/** Whether this page knows of a draft already, so that the server's older one is not laid over it. */
export function hasDraft(conversationId: string): boolean {
  return drafts.has(conversationId);
}

export function updateDraft(conversationId: string, change: Partial<DraftState>) {
  drafts.set(conversationId, { ...draftOf(conversationId), ...change });
  for (const watcher of watchers) watcher();
}

export function updateAttachment(conversationId: string, key: string, change: Partial<Attachment>) {
  const attachments = draftOf(conversationId).attachments.map((each) =>
    each.key === key ? { ...each, ...change } : each,
  );
  updateDraft(conversationId, { attachments });
}

function watch(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

"use client";
import { useEffect, useRef } from "react";
import { request } from "@/components/query/request";
import type { ConversationView } from "@/lib/inbox/schema";
import { type ComposerChannel, draftOf, hasDraft, updateDraft, useDraftState } from "./draft-store";

const saveAfterMs = 600;

/** Keeps what is typed on the server, per person and conversation: it survives a reload and waits in the next browser. */
export function useKeptDraft(id: string, view: ConversationView | undefined) {
  const { body, channel } = useDraftState(id);
  const savedBody = useRef<string>(undefined);
  const kept = view?.draft;

  useEffect(() => {
    if (!view || savedBody.current !== undefined) return;
    savedBody.current = kept?.body ?? "";
    if (kept && !hasDraft(id)) updateDraft(id, { body: kept.body, channel: channelOf(kept.channel) });
  }, [id, view, kept]);

  useEffect(() => {
    if (savedBody.current === undefined || savedBody.current === body) return;
    const timer = setTimeout(() => {
      savedBody.current = body;
      save(id, false);
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [id, body]);

  useEffect(() => {
    const flush = () => {
      if (savedBody.current === undefined || savedBody.current === draftOf(id).body) return;
      savedBody.current = draftOf(id).body;
      save(id, true);
    };
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [id]);

  return { body, channel };
}

function save(id: string, keepalive: boolean) {
  const { body, channel } = draftOf(id);
  const draft = { channel: channel ?? "sms", body };
  request("PUT", `/api/v1/conversations/${id}/draft`, { body: draft, keepalive }).catch(() => undefined);
}

function channelOf(text: string): ComposerChannel | null {
  return text === "sms" || text === "whatsapp" || text === "note" ? text : null;
}

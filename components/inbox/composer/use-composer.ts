"use client";
import { useCallback } from "react";
import { useSend } from "@/components/inbox/data/use-send";
import { useTellTyping } from "@/components/inbox/data/use-typing";
import { useDesk } from "@/components/inbox/inbox-context";
import { useNow } from "@/components/ui/display/use-now";
import { toast } from "@/components/ui/overlay/toast";
import { obstacleOn } from "@/lib/inbox/rules";
import type { ConversationView } from "@/lib/inbox/schema";
import type { MediaView } from "@/lib/messages/schema";
import { type Attachment, type ComposerChannel, draftOf, updateDraft, useDraftState } from "./draft-store";
import { useKeptDraft } from "./use-kept-draft";

/** Everything the composer of one conversation knows and does. */
export function useComposer(id: string, view: ConversationView | undefined) {
  const desk = useDesk();
  const draft = useDraftState(id);
  useKeptDraft(id, view);
  const { send } = useSend();
  const typing = useTellTyping(id);
  const now = new Date(useNow() ?? Date.now());
  const channel: ComposerChannel = draft.channel ?? view?.replyChannel ?? "sms";
  const obstacle = view && channel !== "note" ? obstacleOn(channel, view, desk.senders, now) : null;
  const senders = desk.senders.filter((sender) => channel !== "note" && sender.kinds.includes(channel));
  const from = draft.from ?? senders.find(({ numberId }) => numberId === view?.lastNumberId)?.e164 ?? null;
  const isUploading = draft.attachments.some(({ state }) => state === "uploading");
  const hasWords = draft.body.trim() !== "" || draft.attachments.some(({ mediaId }) => mediaId);

  const write = useCallback(
    (body: string) => {
      updateDraft(id, { body, refusal: null });
      if (body) typing.typed();
      else typing.stop();
    },
    [id, typing.typed, typing.stop],
  );

  const submit = useCallback(
    async (by: ComposerChannel = channel, timing: Timing = {}) => {
      const before = draftOf(id);
      const media = by === "note" ? [] : before.attachments.flatMap(asMedia);
      if (before.body.trim() === "" && media.length === 0) return;
      typing.stop();
      updateDraft(id, { body: "", attachments: [], refusal: null, channel: by });
      const result = await send({
        conversationId: id,
        channel: by,
        body: before.body.trim(),
        media,
        ...(by === "note" ? {} : timing),
        ...(from && by === channel && by !== "note" && senders.length > 1 ? { from } : {}),
      });
      if (result.kind === "sent" && timing.sendAt) toast.success("Scheduled. It waits in the thread.");
      if (result.kind !== "refused") return;
      // What was typed meanwhile stays; the refused text goes back only into an empty composer.
      const meanwhile = draftOf(id);
      updateDraft(id, {
        refusal: result.refusal,
        ...(meanwhile.body === "" ? { body: before.body, attachments: before.attachments } : {}),
      });
    },
    [id, channel, from, senders.length, send, typing.stop],
  );

  return {
    ...{ draft, channel, obstacle, senders, from, now },
    canSend: hasWords && !isUploading && obstacle === null && view !== undefined,
    write,
    submit,
    choose: (next: ComposerChannel) => updateDraft(id, { channel: next, refusal: null }),
    chooseFrom: (next: string) => updateDraft(id, { from: next }),
  };
}

/** When it leaves, where that is not at once; and whether quiet hours do not matter this time. */
type Timing = { sendAt?: Date; evenIfQuiet?: boolean };

export type ComposerModel = ReturnType<typeof useComposer>;

function asMedia({ mediaId, contentType, name, bytes, previewUrl }: Attachment): MediaView[] {
  if (!mediaId) return [];
  const url = previewUrl ?? `/api/v1/media/${mediaId}`;
  return [{ id: mediaId, contentType, fileName: name, bytes, state: "stored", reason: null, url }];
}

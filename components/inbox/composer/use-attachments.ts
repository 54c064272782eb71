"use client";
import { useCallback } from "react";
import { toast } from "@/components/ui/overlay/toast";
import { draftOf, updateAttachment, updateDraft } from "./draft-store";

const most = 10;
const largest = 5 * 1024 * 1024;

const running = new Map<string, XMLHttpRequest>();

/** Adds files to a draft and uploads them at once; takes them out again. */
export function useAttachments(conversationId: string) {
  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) addFile(conversationId, file);
    },
    [conversationId],
  );

  const remove = useCallback(
    (key: string) => {
      running.get(key)?.abort();
      const { attachments } = draftOf(conversationId);
      const gone = attachments.find((each) => each.key === key);
      if (gone?.previewUrl) URL.revokeObjectURL(gone.previewUrl);
      updateDraft(conversationId, { attachments: attachments.filter((each) => each.key !== key) });
    },
    [conversationId],
  );

  return { add, remove };
}

function addFile(conversationId: string, file: File) {
  const { attachments } = draftOf(conversationId);
  if (attachments.length >= most) return toast.error(`At most ${most} files go with one message`);
  if (file.size > largest)
    return toast.error(`${file.name} is too large`, {
      description: "A file in a message may be at most 5 MB.",
    });
  const key = crypto.randomUUID();
  const previewUrl = file.type.startsWith("image/") ? URL.createObjectURL(file) : null;
  const { name, type: contentType, size: bytes } = file;
  updateDraft(conversationId, {
    attachments: [
      ...attachments,
      { key, name, contentType, bytes, previewUrl, state: "uploading", progress: 0 },
    ],
  });
  upload(conversationId, key, file);
}

/** By XMLHttpRequest, because fetch does not tell how far an upload is. */
function upload(conversationId: string, key: string, file: File) {
  const sending = new XMLHttpRequest();
  running.set(key, sending);
  sending.open("POST", "/api/v1/media");
  sending.setRequestHeader("Content-Type", file.type || "application/octet-stream");
  sending.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
  sending.responseType = "json";
  sending.upload.onprogress = ({ loaded, total }) =>
    updateAttachment(conversationId, key, { progress: total ? loaded / total : 0 });
  sending.onload = () => {
    running.delete(key);
    const { response } = sending;
    if (sending.status === 201)
      updateAttachment(conversationId, key, { state: "ready", progress: 1, mediaId: response?.id });
    else fail(response?.detail ?? "The file could not be uploaded.");
  };
  sending.onerror = () => fail("The server could not be reached.");
  sending.send(file);

  function fail(problem: string) {
    running.delete(key);
    updateAttachment(conversationId, key, { state: "failed", problem });
  }
}

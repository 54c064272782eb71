"use client";
import { useState } from "react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Textarea } from "@/components/ui/form/textarea";

/** Writes a note into the caller's conversation, during the call or after it. */
export function NoteField({ conversationId }: { conversationId: string }) {
  const [text, setText] = useState("");
  const { save, isSaving } = useSave();
  const store = async () => {
    const path = `/api/v1/conversations/${conversationId}/notes`;
    await save(() => callApi("POST", path, { body: { body: text } }), "Noted in the conversation.");
    setText("");
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="Note, seen by your team only">
        <Textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div>
        <Button size="sm" isLoading={isSaving} disabled={text.trim() === ""} onClick={store}>
          Save note
        </Button>
      </div>
    </div>
  );
}

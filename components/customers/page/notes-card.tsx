"use client";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { notesQuery } from "@/components/customers/data/queries";
import { SideSection } from "@/components/customers/page/side-section";
import { useAbout } from "@/components/customers/page/use-about";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Textarea } from "@/components/ui/form/textarea";

/** What colleagues should know, whatever the conversation. */
export function NotesCard({ id }: { id: string }) {
  const { data: notes = [] } = useQuery(notesQuery(id));
  const { save, isWorking } = useAbout(id);
  const [text, setText] = useState("");

  async function write(event: FormEvent) {
    event.preventDefault();
    if (text.trim() && (await save("POST", "/notes", { body: text.trim() }))) setText("");
  }

  return (
    <SideSection title="Notes">
      <form onSubmit={write}>
        <Textarea
          aria-label="New note"
          rows={2}
          placeholder="Only your team sees notes"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {text.trim() && (
          <div className="mt-2 flex justify-end">
            <Button size="sm" type="submit" isLoading={isWorking}>
              Save note
            </Button>
          </div>
        )}
      </form>
      <ul className="mt-2 space-y-2">
        {notes.map((note) => (
          <li
            key={note.id}
            className="flex items-start gap-2 rounded-card border border-note-line bg-note py-2 pr-1 pl-3 text-small"
          >
            <p className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap">
              {note.body}
              <span className="block text-meta text-note-ink">
                {note.author.name ?? "API"} · <RelativeTime at={note.createdAt} form="long" />
              </span>
            </p>
            <IconButton
              label="Remove this note"
              size="sm"
              icon={<X aria-hidden />}
              onClick={() => void save("DELETE", `/notes/${note.id}`)}
            />
          </li>
        ))}
      </ul>
    </SideSection>
  );
}

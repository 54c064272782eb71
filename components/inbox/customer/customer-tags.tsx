"use client";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Tag } from "@/components/ui/display/tag";

type CustomerTagsProps = { tags: string[]; onChange: (tags: string[]) => unknown };

const longest = 40;

/** Words that stand for a customer; added by typing, removed by their cross. */
export function CustomerTags({ tags, onChange }: CustomerTagsProps) {
  const [isAdding, setIsAdding] = useState(false);

  function add(text: string) {
    setIsAdding(false);
    const tag = text.trim().slice(0, longest);
    if (tag && !tags.some((known) => known.toLowerCase() === tag.toLowerCase())) onChange([...tags, tag]);
  }

  return (
    <section aria-label="Tags" className="mt-5 border-t border-line pt-4">
      <h3 className="mb-2 text-small font-medium text-muted">Tags</h3>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <Tag key={tag} onRemove={() => onChange(tags.filter((other) => other !== tag))}>
            {tag}
          </Tag>
        ))}
        {isAdding ? (
          <input
            ref={(field) => field?.focus()}
            aria-label="New tag"
            maxLength={longest}
            onBlur={(event) => add(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter") add(event.currentTarget.value);
              if (event.key === "Escape") setIsAdding(false);
            }}
            className="h-6 w-28 rounded-tag border border-accent bg-panel px-1.5 text-meta outline-none focus-visible:outline-none"
          />
        ) : (
          <button
            type="button"
            onClick={() => setIsAdding(true)}
            aria-label="Add a tag"
            className="relative inline-grid h-5 w-6 place-items-center rounded-tag border border-line-strong text-muted after:absolute after:-inset-1.5 hover:bg-selection hover:text-text pointer-coarse:after:-inset-3"
          >
            <Plus className="size-3.5" aria-hidden />
          </button>
        )}
      </div>
    </section>
  );
}

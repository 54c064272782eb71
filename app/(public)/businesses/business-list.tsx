"use client";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { switchBusiness } from "@/components/account/session-actions";
import { Avatar } from "@/components/ui/display/avatar";

type BusinessListProps = { tenants: { id: string; name: string; role: string }[] };

/** The businesses a person belongs to; a click works in one. */
export function BusinessList({ tenants }: BusinessListProps) {
  const [chosen, setChosen] = useState<string>();
  return (
    <ul className="overflow-hidden rounded-card border border-line">
      {tenants.map(({ id, name, role }) => (
        <li key={id} className="border-t border-line first:border-t-0">
          <button
            type="button"
            disabled={chosen !== undefined}
            onClick={() => {
              setChosen(id);
              void switchBusiness(id).finally(() => setChosen(undefined));
            }}
            className="flex min-h-14 w-full items-center gap-3 px-3.5 text-left transition-colors duration-100 hover:bg-hover focus-visible:-outline-offset-2 disabled:opacity-60"
          >
            <Avatar name={name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-meta text-muted capitalize">{role}</span>
            </span>
            <ChevronRight className="size-4 text-muted" aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

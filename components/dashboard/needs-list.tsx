"use client";
import { useQuery } from "@tanstack/react-query";
import { CheckCheck, CircleAlert, Mail, PhoneMissed } from "lucide-react";
import Link from "next/link";
import { needsQuery } from "@/components/dashboard/data/queries";
import { RelativeTime } from "@/components/ui/display/relative-time";
import type { Need } from "@/lib/dashboard/schema";

const faces = {
  missed: { word: "Missed call", icon: PhoneMissed, look: "bg-bad-soft text-bad" },
  failed: { word: "Not delivered", icon: CircleAlert, look: "bg-bad-soft text-bad" },
  unread: { word: "Unread", icon: Mail, look: "bg-accent-soft text-accent" },
};

/** What waits for somebody: missed calls nobody followed up, texts that did not arrive, what is not read yet. */
export function NeedsList() {
  const { data: needs } = useQuery(needsQuery);
  if (!needs) return null;
  return (
    <section aria-labelledby="needs" className="flex flex-col rounded-float border border-line bg-panel">
      <h2 id="needs" className="flex items-baseline gap-2 px-4 pt-4 pb-2 text-title md:px-5">
        Needs you
        {needs.total > 0 && <span className="tabular text-small font-normal text-muted">{needs.total}</span>}
      </h2>
      {needs.data.length === 0 ? (
        <AllDone />
      ) : (
        <ul className="scroll-quiet max-h-[340px] flex-1 overflow-y-auto pb-1.5">
          {needs.data.map((need) => (
            <NeedLine key={need.conversationId} need={need} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NeedLine({ need: { kind, conversationId, customerName, words, at } }: { need: Need }) {
  const { word, icon: Icon, look } = faces[kind];
  return (
    <li className="px-1.5">
      <Link
        href={`/inbox/${conversationId}`}
        className="flex items-start gap-3 rounded-card px-2.5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2 md:px-3.5"
      >
        <span className={`grid size-8 shrink-0 place-items-center rounded-control ${look}`}>
          <Icon className="size-[18px]" strokeWidth={1.9} aria-hidden />
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-semibold">{customerName}</span>
            <span className="text-meta text-muted">
              <RelativeTime at={at} />
            </span>
          </span>
          <span className="line-clamp-2 text-small text-muted">
            <span className={kind === "unread" ? "font-medium text-accent" : "font-medium text-bad"}>
              {word}.
            </span>{" "}
            {words}
          </span>
        </span>
      </Link>
    </li>
  );
}

function AllDone() {
  return (
    <div className="grid flex-1 place-items-center px-6 py-10 text-center">
      <div>
        <span className="mx-auto mb-3 grid size-11 place-items-center rounded-full bg-good-soft text-good">
          <CheckCheck className="size-5" aria-hidden />
        </span>
        <p className="font-semibold">Nothing waits for you</p>
        <p className="mt-0.5 text-small text-muted">Missed calls, failed and unread messages appear here.</p>
      </div>
    </div>
  );
}

"use client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { countsQuery } from "@/components/inbox/data/queries";
import { useConversation } from "@/components/inbox/data/use-conversation";
import { useLiveInbox } from "@/components/inbox/data/use-live-inbox";
import { useDesk } from "@/components/inbox/inbox-context";
import { chime, notify } from "@/components/inbox/news/attention";
import { goTo, useInboxRoute } from "@/components/inbox/use-inbox-route";
import { phoneFace } from "@/components/ui/display/phone-face";

/** Keeps the inbox live and tells about new messages: to the eye, the ear and the screen reader. Draws nothing. */
export function News() {
  const { memberId } = useDesk();
  const { place, hrefOf } = useInboxRoute();
  const [said, setSaid] = useState("");

  useLiveInbox(memberId, (event, row) => {
    if (event.kind !== "message.received") return;
    const isWatched = row.id === place.conversationId && document.visibilityState === "visible";
    const name = phoneFace(row.customerName);
    setSaid(`New message from ${name}: ${row.preview}`);
    if (isWatched) return;
    chime();
    if (document.visibilityState === "hidden")
      notify(name, row.preview, row.id, () => goTo(hrefOf({ conversationId: row.id, at: undefined })));
  });

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      {place.conversationId ? <ThreadTitle id={place.conversationId} /> : <PageTitle name="Inbox" />}
    </>
  );
}

function ThreadTitle({ id }: { id: string }) {
  const { row } = useConversation(id);
  return <PageTitle name={row ? phoneFace(row.customerName) : "Inbox"} />;
}

/** The window's title: how many are unread, and where one is. */
function PageTitle({ name }: { name: string }) {
  const { data } = useQuery(countsQuery);
  const unread = data?.unread ?? 0;
  useEffect(() => {
    document.title = `${unread > 0 ? `(${unread}) ` : ""}${name} · Trunkline`;
  }, [unread, name]);
  return null;
}

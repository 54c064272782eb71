import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import { foldCookie, isFolded } from "@/components/inbox/customer-fold";
import { Inbox } from "@/components/inbox/frame/inbox";
import { placeFrom } from "@/components/inbox/place";
import { readDesk } from "@/lib/inbox";
import { loadInbox } from "./load-inbox";

export const metadata: Metadata = { title: "Inbox" };

type InboxPageProps = {
  params: Promise<{ conversation?: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Drawn whole on the server; from then on the browser keeps it up to date and changes places by itself. */
export default async function InboxPage({ params, searchParams }: InboxPageProps) {
  const { ctx } = await requireViewer();
  await positionOfPage(); // before any data, so that the live stream goes on where the data ends
  const { conversation = [] } = await params;
  if (conversation.length > 1) notFound();
  const place = placeFrom(`/inbox/${conversation[0] ?? ""}`, singleValues(await searchParams));
  const [desk, queries] = await Promise.all([readDesk(ctx), loadInbox(ctx, place)]);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <Inbox desk={desk} isCustomerHidden={isFolded((await cookies()).get(foldCookie)?.value)} />
    </HydrationBoundary>
  );
}

function singleValues(search: Record<string, string | string[] | undefined>): URLSearchParams {
  const entries = Object.entries(search).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return new URLSearchParams(entries);
}

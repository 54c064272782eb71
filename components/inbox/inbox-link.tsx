"use client";
import type { ComponentProps, MouseEvent } from "react";
import { goTo } from "@/components/inbox/use-inbox-route";

type InboxLinkProps = ComponentProps<"a"> & { href: string };

/** A link to another place in the inbox: a real address, but the change happens here and at once. */
export function InboxLink({ href, onClick, ...rest }: InboxLinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || !isPlain) return;
    event.preventDefault();
    goTo(href);
  }
  return <a {...rest} href={href} onClick={follow} />;
}

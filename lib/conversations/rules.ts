import { storableText } from "@/lib/kernel/text";

/** Where a conversation stands. Closed ones are left by reopening or by a customer's reply. */
export const conversationStatuses = ["open", "pending", "snoozed", "closed"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

/** How many tags a conversation carries at most. */
export const mostTags = 20;

const longestPreview = 160;
const hours24 = 24 * 60 * 60 * 1000;

/** When free text on WhatsApp ends: 24 hours after the customer's last WhatsApp message; null when it never began. */
export function whatsappWindowEnd(lastInboundAt: Date | null): Date | null {
  return lastInboundAt && new Date(lastInboundAt.getTime() + hours24);
}

/** One line for the list: the text itself, or what it carries instead. */
export function previewOf(body: string, mediaTypes: readonly string[]): string {
  const line = storableText(body.replace(/\s+/g, " ").trim(), longestPreview);
  const media = mediaTypes[0];
  if (!media) return line;
  const word = mediaWord(media);
  return (line ? `${word}: ${line}` : word).slice(0, longestPreview);
}

function mediaWord(contentType: string): string {
  const words = { "image/": "Photo", "audio/": "Voice message", "video/": "Video" };
  return Object.entries(words).find(([prefix]) => contentType.startsWith(prefix))?.[1] ?? "File";
}

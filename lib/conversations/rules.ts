/** Where a conversation stands. Closed ones are left by reopening or by a customer's reply. */
export const conversationStatuses = ["open", "pending", "snoozed", "closed"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

const hours24 = 24 * 60 * 60 * 1000;

/** When free text on WhatsApp ends: 24 hours after the customer's last WhatsApp message; null when it never began. */
export function whatsappWindowEnd(lastInboundAt: Date | null): Date | null {
  return lastInboundAt && new Date(lastInboundAt.getTime() + hours24);
}

/** One line for the list: the text itself, or what it carries instead. */
export function previewOf(body: string, mediaTypes: readonly string[]): string {
  const line = body.replace(/\s+/g, " ").trim();
  const media = mediaTypes[0];
  if (!media) return line.slice(0, 160);
  const word = media.startsWith("image/")
    ? "Photo"
    : media.startsWith("audio/")
      ? "Voice message"
      : media.startsWith("video/")
        ? "Video"
        : "File";
  return (line ? `${word}: ${line}` : word).slice(0, 160);
}

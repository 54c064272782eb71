import { cx } from "@/components/ui/cx";
import type { ConversationView } from "@/lib/inbox/schema";

const minuteMs = 60_000;

/** How long free text on WhatsApp is still allowed. */
export function WindowCountdown({ view, now }: { view: ConversationView; now: Date }) {
  if (!view.whatsappWindowEndsAt) return null;
  const minutes = Math.floor((Date.parse(view.whatsappWindowEndsAt) - now.getTime()) / minuteMs);
  const words = minutes >= 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${minutes} min`;
  return (
    <p
      className={cx("tabular truncate", minutes < 120 && "font-medium text-warn")}
      title="WhatsApp allows free text for 24 hours after the customer's last message"
      suppressHydrationWarning
    >
      Window open for {words}
    </p>
  );
}

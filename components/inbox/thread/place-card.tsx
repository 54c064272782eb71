import { MapPin } from "lucide-react";
import type { MessageView } from "@/lib/messages/schema";

/** A place that was shared, with the way to a map. */
export function PlaceCard({ location }: { location: NonNullable<MessageView["location"]> }) {
  const { latitude, longitude, label, address } = location;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a
      href={map}
      target="_blank"
      rel="noopener noreferrer"
      className="mt-0.5 flex w-72 max-w-full items-center gap-3 rounded-card border border-line bg-panel px-3 py-2.5 hover:bg-hover"
    >
      <MapPin className="size-5 shrink-0 text-accent" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{label || address || "Shared place"}</span>
        <span className="tabular block truncate text-meta text-muted">
          {label && address ? address : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}
        </span>
      </span>
    </a>
  );
}

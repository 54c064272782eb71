import { Phone } from "lucide-react";
import { buttonClass } from "@/components/ui/action/button-class";

/** Calls with whatever the reader's device calls with. */
export function CallLink({ number }: { number: string | null }) {
  if (!number) return null;
  return (
    <a href={`tel:${number}`} className={buttonClass()}>
      <Phone aria-hidden />
      <span>Call</span>
    </a>
  );
}

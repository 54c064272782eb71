import { FlaskConical } from "lucide-react";
import { RemoveDemoButton } from "./remove-demo-button";

/** Says on every page of a demo business that nothing in it reaches a real phone; who may, removes it here. */
export function DemoLabel({ mayRemove }: { mayRemove: boolean }) {
  return (
    <section
      aria-label="Demo business"
      className="flex min-h-8 items-center justify-center gap-2 border-b border-line bg-accent-soft px-4 py-1 text-center text-meta text-accent-ink"
    >
      <FlaskConical className="size-3.5 shrink-0" aria-hidden />
      <p>
        <span className="font-semibold">Demo business:</span> nothing reaches a real phone.
      </p>
      {mayRemove && <RemoveDemoButton />}
    </section>
  );
}

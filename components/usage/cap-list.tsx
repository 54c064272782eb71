import { cx } from "@/components/ui/cx";
import { capWords } from "@/components/usage/usage-words";
import type { UsageCap } from "@/lib/usage/schema";

/** How far each of today's limits is used up; `isBare` under a head of its own. What comes in does not count: nobody can refuse it. */
export function CapList({ caps, isBare }: { caps: UsageCap[]; isBare?: boolean }) {
  const list = (
    <dl className={cx("grid gap-x-8 gap-y-5 sm:grid-cols-2", !isBare && "lg:grid-cols-4")}>
      {caps.map((cap) => (
        <Cap key={`${cap.what} ${cap.currency}`} cap={cap} />
      ))}
    </dl>
  );
  if (isBare) return list;
  return (
    <section aria-labelledby="usage-caps" className="mt-8">
      <h2 id="usage-caps" className="text-title">
        Today's limits
      </h2>
      <p className="mt-0.5 mb-4 max-w-[58ch] text-muted">
        What goes out is reserved before it is sent and stops here; what comes in is never refused.
      </p>
      {list}
    </section>
  );
}

function Cap({ cap }: { cap: UsageCap }) {
  const { name, detail } = capWords(cap);
  const share = cap.cap > 0 ? Math.min(1, cap.used / cap.cap) : 1;
  const isNear = share >= 0.8;
  return (
    <div>
      <dt className="text-small">{name}</dt>
      <dd>
        <span className="tabular text-meta text-muted">
          {detail}
          {isNear && (
            <span className="ml-1.5 font-medium text-bad">{share >= 1 ? "used up" : "nearly used up"}</span>
          )}
        </span>
        <span aria-hidden className="mt-1.5 block h-2 overflow-hidden rounded-full bg-selection">
          <span
            className={cx("block h-full rounded-full", isNear ? "bg-bad" : "bg-accent")}
            style={{ width: `${share * 100}%` }}
          />
        </span>
      </dd>
    </div>
  );
}

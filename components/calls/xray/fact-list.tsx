import { phoneFace } from "@/components/ui/display/phone-face";

/** Data in words: names as people write them, values under each other, nothing in brackets. */
export function FactList({ facts }: { facts: Record<string, unknown> }) {
  const shown = Object.entries(facts).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return (
    <dl className="grid grid-cols-[minmax(84px,max-content)_1fr] gap-x-4 gap-y-1.5 text-small max-md:grid-cols-1 max-md:gap-y-0.5">
      {shown.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted max-md:mt-1">{nameWords(name)}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: unknown }) {
  if (Array.isArray(value)) {
    if (value.length === 0) return <span className="text-muted">none</span>;
    return (
      <ul className="space-y-0.5">
        {value.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: data keeps its order
          <li key={index}>
            <Value value={each} />
          </li>
        ))}
      </ul>
    );
  }
  if (typeof value === "object" && value !== null) return <FactList facts={{ ...value }} />;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return phoneFace(String(value));
}

/** "carrierCallId" and "call_sid" are "Carrier call id" and "Call sid". */
function nameWords(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

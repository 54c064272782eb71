import type { FieldRow } from "@/lib/openapi/schema";

/** Fields with their types, as a folded table; nothing when there are none. */
export function FieldTable({ title, fields }: { title: string; fields: readonly FieldRow[] }) {
  if (fields.length === 0) return null;
  return (
    <details className="mt-4" open={fields.length <= 8}>
      <summary className="cursor-pointer text-meta text-muted">{title}</summary>
      <dl className="mt-2 divide-y divide-line rounded-card border border-line">
        {fields.map((field) => (
          <div key={field.name} className="grid gap-x-4 px-3 py-2 text-meta sm:grid-cols-[220px_1fr]">
            <dt className="min-w-0 break-words">
              <code>{field.name}</code>
              {field.isRequired && <span className="ml-2 text-muted">required</span>}
            </dt>
            <dd className="min-w-0 break-words text-muted">
              {[field.type, field.description, field.fallback && `default ${field.fallback}`]
                .filter(Boolean)
                .join(" · ")}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

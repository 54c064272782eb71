import { CodeBlock } from "@/components/ui/display/code-block";
import { Tag } from "@/components/ui/display/tag";
import type { ReferenceEntry } from "@/lib/openapi/schema";
import { FieldTable } from "./field-table";

/** One call of the API: what it is for, who may, what it takes, an example, what comes back. */
export function OperationEntry({ entry }: { entry: ReferenceEntry }) {
  return (
    <article
      id={entry.id}
      aria-labelledby={`${entry.id}-name`}
      className="scroll-mt-20 border-line border-t py-7 first:border-t-0"
    >
      <h3 id={`${entry.id}-name`} className="flex flex-wrap items-center gap-2 font-semibold">
        <Tag tone={entry.method === "GET" ? "plain" : "accent"}>{entry.method}</Tag>
        <code className="break-all text-small">{entry.path}</code>
      </h3>
      <p className="mt-2">{entry.summary}</p>
      {entry.description && <p className="mt-1 text-muted">{entry.description}</p>}
      <p className="mt-1 text-meta text-muted">{whoMay(entry)}</p>
      {entry.parts.map((part) => (
        <FieldTable key={part.title} title={part.title} fields={part.fields} />
      ))}
      <div className="mt-4">
        <CodeBlock label="Shell" code={entry.curl} />
      </div>
      {entry.answer && (
        <div className="mt-3">
          <CodeBlock label={`Answer ${entry.status}`} code={entry.answer} />
        </div>
      )}
      <FieldTable title="What the answer holds" fields={entry.answerFields} />
      <ErrorList errors={entry.errors} />
    </article>
  );
}

function whoMay({ scope, isPublic }: ReferenceEntry): string {
  if (isPublic) return "Anybody may call this.";
  return scope ? `A key needs the scope ${scope}.` : "For people who are signed in; keys may not.";
}

function ErrorList({ errors }: Pick<ReferenceEntry, "errors">) {
  if (errors.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-meta text-muted">Errors</summary>
      <ul className="mt-2 space-y-1 text-meta">
        {errors.map(({ status, when, codes }) => (
          <li key={status}>
            <strong>{status}</strong> {when} <span className="text-muted">{codes.join(", ")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

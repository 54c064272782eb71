"use client";
import { Checkbox } from "@/components/ui/form/checkbox";
import { FieldError } from "@/components/ui/form/field";
import type { ApiScope } from "@/lib/auth/schema";
import { type Resource, resources } from "./scope-words";

type ScopesFieldProps = { value: ApiScope[]; onChange: (scopes: ApiScope[]) => void; error?: string };

/** What a key may read and write, one line per thing. Writing includes reading. */
export function ScopesField({ value, onChange, error }: ScopesFieldProps) {
  function set({ read, write }: Resource, access: "none" | "read" | "write") {
    const others = value.filter((scope) => scope !== read && scope !== write);
    const wanted = access === "none" ? [] : access === "read" ? [read] : [read, write];
    onChange([...others, ...wanted.filter((scope) => scope !== null)]);
  }

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-small font-medium">Scopes</legend>
      <table className="w-full border-separate border-spacing-0 overflow-hidden rounded-card border border-line">
        <thead>
          <tr className="text-left text-meta text-muted">
            <th scope="col" className="h-8 border-b border-line px-3.5 font-medium">
              May
            </th>
            <th scope="col" className="w-16 border-b border-line font-medium">
              Read
            </th>
            <th scope="col" className="w-16 border-b border-line font-medium">
              Write
            </th>
          </tr>
        </thead>
        <tbody className="[&>tr:last-child>*]:border-b-0">
          {resources.map((resource) => (
            <ScopeRow key={resource.name} resource={resource} value={value} set={set} />
          ))}
        </tbody>
      </table>
      {error && (
        <div className="mt-1.5">
          <FieldError>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

type ScopeRowProps = {
  resource: Resource;
  value: ApiScope[];
  set: (resource: Resource, access: "none" | "read" | "write") => void;
};

function ScopeRow({ resource, value, set }: ScopeRowProps) {
  const { name, read, write } = resource;
  const canWrite = write !== null && value.includes(write);
  const canRead = canWrite || (read !== null && value.includes(read));
  return (
    <tr>
      <th scope="row" className="border-b border-line px-3.5 text-left font-normal capitalize">
        {name}
      </th>
      <td className="border-b border-line">
        {read && (
          <Checkbox
            isLabelHidden
            label={`Read ${name}`}
            checked={canRead}
            onCheckedChange={(checked) => set(resource, checked ? "read" : "none")}
          />
        )}
      </td>
      <td className="border-b border-line">
        {write && (
          <Checkbox
            isLabelHidden
            label={`Write ${name}`}
            checked={canWrite}
            onCheckedChange={(checked) => set(resource, checked ? "write" : "read")}
          />
        )}
      </td>
    </tr>
  );
}

import { Search } from "lucide-react";
import { Button } from "@/components/ui/action/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";

type AuditFilterFormProps = { search: string; from?: string | undefined; to?: string | undefined };

/** Narrows the trail by words and days; the address keeps the filter. */
export function AuditFilterForm({ search, from, to }: AuditFilterFormProps) {
  return (
    <form className="mb-4 grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_auto_auto_auto]">
      <div className="max-sm:col-span-2">
        <Field label="Find">
          <Input
            type="search"
            name="search"
            icon={<Search />}
            placeholder="What or who"
            defaultValue={search}
          />
        </Field>
      </div>
      <Field label="From">
        <Input type="date" name="from" defaultValue={from} />
      </Field>
      <Field label="To">
        <Input type="date" name="to" defaultValue={to} />
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}

"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { fieldsQuery } from "@/components/customers/data/queries";
import { SideSection } from "@/components/customers/page/side-section";
import { EditableText } from "@/components/inbox/customer/editable-text";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { Dialog } from "@/components/ui/overlay/dialog";
import type { ChangeCustomer, CustomerView } from "@/lib/customers/schema";

type FieldListProps = {
  customer: CustomerView;
  mayManage: boolean;
  onChange: (changes: ChangeCustomer) => unknown;
};

/** The business's own fields; anybody fills them, who manages settings adds them. */
export function FieldList({ customer, mayManage, onChange }: FieldListProps) {
  const { data: fields = [] } = useQuery(fieldsQuery);
  const [isAdding, setIsAdding] = useState(false);
  if (fields.length === 0 && !mayManage) return null;
  return (
    <SideSection
      title="Your fields"
      action={
        mayManage && (
          <IconButton
            label="Add a field"
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => setIsAdding(true)}
          />
        )
      }
    >
      {fields.length === 0 && (
        <p className="text-small text-muted">Keep what matters to you: a birthday, a plan, a pet's name.</p>
      )}
      <dl className="grid grid-cols-[120px_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-small">
        {fields.map(({ key, label, kind }) => (
          <div key={key} className="contents">
            <dt className="truncate text-muted">{label}</dt>
            <dd className="min-w-0">
              <EditableText
                label={label}
                isLeft
                value={customer.fields[key] ?? ""}
                placeholder={placeholders[kind]}
                onSave={(value) => onChange({ fields: { [key]: value } })}
              />
            </dd>
          </div>
        ))}
      </dl>
      {isAdding && <NewField onClose={() => setIsAdding(false)} />}
    </SideSection>
  );
}

const placeholders = { text: "Add", number: "Add a number", date: "2026-11-20", yes_no: "yes or no" };

const kinds = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "date", label: "Date" },
  { value: "yes_no", label: "Yes or no" },
];

function NewField({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const formId = useId();
  const [label, setLabel] = useState("");
  const [kind, setKind] = useState("text");
  const [problem, setProblem] = useState<string>();

  async function save(event: FormEvent) {
    event.preventDefault();
    try {
      await request("POST", "/api/v1/customer-fields", { body: { label: label.trim(), kind } });
      await queries.invalidateQueries(fieldsQuery);
      onClose();
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : "Something went wrong. Try again.");
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a field"
      description="It appears with every customer, and imports can fill it."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" disabled={!label.trim()}>
            Add field
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save} className="space-y-4">
        <Field label="Name of the field" error={problem}>
          <Input
            placeholder="Date of birth"
            value={label}
            onChange={(event) => setLabel(event.target.value)}
          />
        </Field>
        <Field label="What it holds">
          <Select options={kinds} value={kind} onValueChange={setKind} />
        </Field>
      </form>
    </Dialog>
  );
}

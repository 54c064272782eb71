"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Choice } from "@/components/account/countries";
import { fieldsQuery } from "@/components/customers/data/queries";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { Checkbox } from "@/components/ui/form/checkbox";
import { Combobox } from "@/components/ui/form/combobox";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/form/input";
import { Select } from "@/components/ui/form/select";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";
import type { ImportPreview } from "@/lib/imports/schema";

type MapColumnsProps = {
  preview: ImportPreview;
  country: string;
  countries: Choice[];
  onCancel: () => void;
  onStarted: () => void;
};

/** The first rows as they were read, with what each column is; then it may begin. */
export function MapColumns({
  preview,
  country: homeCountry,
  countries,
  onCancel,
  onStarted,
}: MapColumnsProps) {
  const { data: fields = [] } = useQuery(fieldsQuery);
  const [mapping, setMapping] = useState(preview.mapping);
  const [hasHeader, setHasHeader] = useState(preview.hasHeader);
  const [country, setCountry] = useState(homeCountry);
  const [tag, setTag] = useState("");
  const [isStarting, setIsStarting] = useState(false);
  const hasNumber = mapping.includes("phone") || mapping.includes("whatsapp");
  const columns = mapping.map((target, index) => ({ key: `column ${index}`, target, index }));
  const rows = preview.rows.slice(hasHeader ? 1 : 0, 9).map((row, place) => ({ key: `row ${place}`, row }));
  const targets = [...targetWords, ...fields.map(({ key, label }) => ({ value: `field:${key}`, label }))];

  async function start() {
    setIsStarting(true);
    try {
      const tags = tag.trim() ? [tag.trim()] : [];
      await request("PUT", `/api/v1/customer-imports/${preview.import.id}/start`, {
        body: { mapping, hasHeader, country, tags },
      });
      onStarted();
    } catch (error) {
      setIsStarting(false);
      toast.error("Not started", { description: error instanceof Refused ? error.message : undefined });
    }
  }

  return (
    <section aria-label="What the columns are" className="space-y-4">
      <h2 className="text-title">{preview.import.fileName}</h2>
      {!hasNumber && (
        <Banner tone="warn" title="Which column holds the phone number?">
          Choose “Phone” above it. Nobody is known without a number.
        </Banner>
      )}
      <div className="scroll-quiet overflow-x-auto rounded-card border border-line bg-panel">
        <table className="w-full text-left text-small">
          <caption className="sr-only">The first rows of the file</caption>
          <thead>
            <tr>
              {columns.map(({ key, target, index }) => (
                <th key={key} scope="col" className="min-w-44 border-b border-line p-2 align-top font-medium">
                  <span className="mb-1 block truncate px-1 text-meta text-muted">
                    {(hasHeader && preview.rows[0]?.[index]) || `Column ${index + 1}`}
                  </span>
                  <Select
                    label={`Column ${index + 1} is`}
                    options={targets}
                    value={target}
                    onValueChange={(value) => setMapping(mapping.with(index, value))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key: line, row }) => (
              <tr key={line}>
                {columns.map(({ key, target, index }) => (
                  <td
                    key={key}
                    className={
                      target === "ignore"
                        ? "max-w-60 truncate px-3 py-1.5 text-muted line-through decoration-line-strong"
                        : "max-w-60 truncate px-3 py-1.5"
                    }
                  >
                    {row[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Numbers without a country code are from">
          <Combobox label="Country" options={countries} value={country} onValueChange={setCountry} />
        </Field>
        <Field label="Put a tag on everybody" isOptional>
          <Input
            placeholder="Spring list"
            maxLength={40}
            value={tag}
            onChange={(event) => setTag(event.target.value)}
          />
        </Field>
      </div>
      <Checkbox checked={hasHeader} onCheckedChange={setHasHeader} label="The first row is a head" />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Choose another file</Button>
        <Button variant="primary" disabled={!hasNumber} isLoading={isStarting} onClick={() => void start()}>
          Import
        </Button>
      </div>
    </section>
  );
}

const targetWords = [
  { value: "ignore", label: "Leave out" },
  { value: "name", label: "Name" },
  { value: "first_name", label: "First name" },
  { value: "last_name", label: "Last name" },
  { value: "phone", label: "Phone" },
  { value: "whatsapp", label: "WhatsApp" },
  { value: "email", label: "E-mail" },
  { value: "tags", label: "Tags" },
  { value: "city", label: "City" },
  { value: "region", label: "Region" },
  { value: "country", label: "Country (two letters)" },
  { value: "language", label: "Language" },
  { value: "timezone", label: "Time zone" },
  { value: "consent", label: "Consent (no stops texts)" },
];

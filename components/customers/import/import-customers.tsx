"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Choice } from "@/components/account/countries";
import { importsQuery } from "@/components/customers/data/import-queries";
import { ChooseFile } from "@/components/customers/import/choose-file";
import { ImportList } from "@/components/customers/import/import-list";
import { MapColumns } from "@/components/customers/import/map-columns";
import { useLiveStream } from "@/components/live/use-live-stream";
import type { ImportPreview } from "@/lib/imports/schema";

/** Brings a list of customers from a file: choose it, say what the columns are, watch it go in. */
export function ImportCustomers({ country, countries }: { country: string; countries: Choice[] }) {
  const queries = useQueryClient();
  const { data: imports = [] } = useQuery(importsQuery);
  const [preview, setPreview] = useState<ImportPreview>();
  useLiveStream(({ kind }) => {
    if (kind.startsWith("customers.import")) void queries.invalidateQueries(importsQuery);
  });
  return (
    <div className="space-y-6">
      {preview ? (
        <MapColumns
          preview={preview}
          country={country}
          countries={countries}
          onCancel={() => setPreview(undefined)}
          onStarted={() => {
            setPreview(undefined);
            void queries.invalidateQueries(importsQuery);
          }}
        />
      ) : (
        <ChooseFile onRead={setPreview} />
      )}
      <ImportList imports={imports} />
    </div>
  );
}

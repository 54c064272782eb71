import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { OperationEntry } from "@/components/api-reference/operation-entry";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { env } from "@/lib/env";
import { apiReference } from "@/lib/openapi";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiPage() {
  await requireViewerWho("keys.manage");
  const { groups } = apiReference(env.publicUrl);
  return (
    <>
      <PageHead title="API reference" />
      <SectionColumn>
        <Section
          title="REST API v1"
          description="JSON over HTTP with a key in the Authorization header. Times are ISO 8601, lists come in pages with a cursor, errors are problem+json with a code and a request id."
        >
          <nav aria-label="Parts of the API">
            <ul className="flex flex-wrap gap-x-4 gap-y-2">
              {groups.map(({ id, tag }) => (
                <li key={id}>
                  <a className="text-accent underline underline-offset-2" href={`#${id}`}>
                    {tag}
                  </a>
                </li>
              ))}
              <li>
                <a className="text-accent underline underline-offset-2" href="/api/v1/openapi.json">
                  OpenAPI document
                </a>
              </li>
            </ul>
          </nav>
        </Section>
        {groups.map(({ id, tag, lead, entries }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20">
            <h2 id={`${id}-title`} className="font-semibold text-title">
              {tag}
            </h2>
            <p className="mt-1 text-muted">{lead}</p>
            {entries.map((entry) => (
              <OperationEntry key={entry.id} entry={entry} />
            ))}
          </section>
        ))}
      </SectionColumn>
    </>
  );
}

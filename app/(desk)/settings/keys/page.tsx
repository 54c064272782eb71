import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { CodeBlock } from "@/components/ui/display/code-block";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { env } from "@/lib/env";
import { listKeys } from "@/lib/keys";
import { CreateKeyButton } from "./create-key-button";
import { KeysTable } from "./keys-table";

export const metadata: Metadata = { title: "API keys" };

export default async function KeysPage() {
  const { ctx } = await requireViewerWho("keys.manage");
  const keys = await listKeys(ctx);
  return (
    <>
      <PageHead title="API keys" actions={<CreateKeyButton />} />
      <SectionColumn>
        <Section
          title="Keys"
          description="A key lets a program work in this business, within its scopes and nothing else."
        >
          <KeysTable keys={keys} />
        </Section>
        <Section
          title="Send a text"
          description="Any program that speaks HTTP can. A key goes into the Authorization header."
        >
          <CodeBlock label="Shell" code={exampleRequest(env.publicUrl)} />
        </Section>
      </SectionColumn>
    </>
  );
}

function exampleRequest(origin: string): string {
  return [
    `curl ${origin}/api/v1/messages \\`,
    `  -H "Authorization: Bearer $KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -H "Idempotency-Key: order-1042-ready" \\`,
    `  -d '{"to": "+14155552671", "body": "Your order is ready."}'`,
  ].join("\n");
}

import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { ConnectionCards } from "@/components/connections/connection-cards";
import { ButtonLink } from "@/components/ui/action/button-link";
import { PageHead } from "@/components/ui/page/page-head";
import { Section, SectionColumn } from "@/components/ui/page/section";
import { mayDo } from "@/lib/auth";
import { allCarriers } from "@/lib/carriers";
import { listConnections } from "@/lib/connections";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage() {
  const { ctx } = await requireViewerWho("connections.read");
  const connections = await listConnections(ctx);
  const fields = Object.fromEntries(
    allCarriers().map(({ description }) => [
      description.name,
      description.credentialFields.filter((field) => field.required && field.secret),
    ]),
  );
  return (
    <>
      <PageHead title="Connections" />
      <SectionColumn>
        <Section
          title="Accounts"
          description="A call or text goes through a person's own account, else the business's, else the installation's."
        >
          <ConnectionCards
            connections={connections}
            secretFields={fields}
            mayManage={mayDo(ctx.actor, "connections.manage")}
          />
        </Section>
        <Section
          title="Connect an account of your own"
          description="Two minutes, and you never open the carrier's console: webhooks, application and keys are made for you."
        >
          <div className="flex flex-wrap gap-2">
            {allCarriers().map(({ description: { name, label } }) => (
              <ButtonLink key={name} href={`/${name}/setup`}>
                {`Connect ${label}`}
              </ButtonLink>
            ))}
          </div>
        </Section>
      </SectionColumn>
    </>
  );
}

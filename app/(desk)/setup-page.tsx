import { requireViewerWho } from "@/app/viewer";
import { SetupWizard } from "@/components/connections/setup-wizard";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import { type CarrierName, carrier } from "@/lib/carriers";
import { env } from "@/lib/env";
import { isId } from "@/lib/kernel/ids";
import { readSetup } from "@/lib/setup";

type SetupPageProps = { carrierName: CarrierName; connectionId: string | undefined };

/** The wizard of one carrier; with a connection it goes on where that one stands. */
export async function SetupPage({ carrierName, connectionId }: SetupPageProps) {
  const { ctx, tenant } = await requireViewerWho("connections.manage");
  const { label, credentialFields, capabilities } = carrier(carrierName).description;
  const known =
    connectionId && isId(connectionId) ? await readSetup(ctx, connectionId).catch(() => null) : null;
  return (
    <>
      <PageHead title={`Connect ${label}`} back={{ href: "/settings/connections", label: "Connections" }} />
      <SectionColumn>
        <SetupWizard
          carrier={{
            name: carrierName,
            label,
            fields: credentialFields.filter((field) => field.required),
            hasTexts: capabilities.sms,
          }}
          start={known}
          isSimulated={
            tenant.isDemo || (env.simulatorMode && env.carriers[carrierName]?.apiBaseUrl === env.simulatorUrl)
          }
        />
      </SectionColumn>
    </>
  );
}

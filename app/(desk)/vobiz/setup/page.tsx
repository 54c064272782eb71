import type { Metadata } from "next";
import { SetupPage } from "../../setup-page";

export const metadata: Metadata = { title: "Connect Vobiz" };

export default async function VobizSetupPage({
  searchParams,
}: {
  searchParams: Promise<{ connection?: string }>;
}) {
  return <SetupPage carrierName="vobiz" connectionId={(await searchParams).connection} />;
}

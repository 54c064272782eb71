import type { Metadata } from "next";
import { SetupPage } from "../../setup-page";

export const metadata: Metadata = { title: "Connect Twilio" };

export default async function TwilioSetupPage({
  searchParams,
}: {
  searchParams: Promise<{ connection?: string }>;
}) {
  return <SetupPage carrierName="twilio" connectionId={(await searchParams).connection} />;
}

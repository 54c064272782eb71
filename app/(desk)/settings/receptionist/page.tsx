import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewerWho } from "@/app/viewer";
import { languageChoices } from "@/components/account/countries";
import { ReceptionistDesk } from "@/components/receptionist/receptionist-desk";
import { env } from "@/lib/env";
import { isId } from "@/lib/kernel/ids";
import { readDesk } from "@/lib/receptionist";
import type { ReceptionistDesk as Desk } from "@/lib/receptionist/schema";

export const metadata: Metadata = { title: "Receptionist" };

type Props = { searchParams: Promise<{ number?: string | string[] }> };

export default async function ReceptionistPage({ searchParams }: Props) {
  const { ctx } = await requireViewerWho("receptionist.manage");
  const { number } = await searchParams;
  const numberId = typeof number === "string" ? number : null;
  if (numberId !== null && !isId(numberId)) notFound();
  const desk = await readDesk(ctx, { numberId });
  return (
    <ReceptionistDesk
      desk={desk}
      numberId={numberId}
      languageChoices={languageChoices()}
      handsetUrl={env.simulatorMode ? handsetUrl(desk, numberId) : null}
    />
  );
}

/** The handset page with this number already picked. */
function handsetUrl({ numbers }: Desk, numberId: string | null): string {
  const called = numbers.find((one) => one.id === numberId) ?? numbers[0];
  return called ? `${env.simulatorUrl}/?business=${encodeURIComponent(called.e164)}` : env.simulatorUrl;
}

import { Hash } from "lucide-react";
import type { Metadata } from "next";
import { requireViewerWho } from "@/app/viewer";
import { NumberCard } from "@/components/numbers/number-card";
import { ButtonLink } from "@/components/ui/action/button-link";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { SectionColumn } from "@/components/ui/page/section";
import { listMembers } from "@/lib/members";
import { listNumbers } from "@/lib/numbers";
import { readCallRoutings } from "@/lib/setup";

export const metadata: Metadata = { title: "Numbers" };

export default async function NumbersPage() {
  const { ctx } = await requireViewerWho("numbers.manage");
  const [numbers, members, calls] = await Promise.all([
    listNumbers(ctx),
    listMembers(ctx),
    readCallRoutings(ctx),
  ]);
  const people = members.map(({ id, name }) => ({ id, name }));
  const buy = (
    <ButtonLink href="/numbers/buy" variant="primary">
      Get a number
    </ButtonLink>
  );
  return (
    <>
      <PageHead title="Numbers" actions={numbers.length > 0 && buy} />
      <SectionColumn>
        {numbers.length === 0 ? (
          <EmptyState icon={<Hash aria-hidden />} title="No number yet" action={buy}>
            Buy one, or connect the account that has one, and people can call and text you.
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-4">
            {numbers.map((number) => (
              <NumberCard
                key={number.id}
                number={number}
                people={people}
                routing={calls.routings[number.id]}
                targets={calls.targets}
                flows={calls.flows}
              />
            ))}
          </div>
        )}
      </SectionColumn>
    </>
  );
}

import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { positionOfPage } from "@/app/live-position";
import { requireViewer } from "@/app/viewer";
import {
  consentQuery,
  customerEntriesQuery,
  fieldsQuery,
  notesQuery,
} from "@/components/customers/data/queries";
import { CustomerPage } from "@/components/customers/page/customer-view";
import { customerQuery } from "@/components/inbox/data/queries";
import { queryClient } from "@/components/query/query-client";
import { mayDo } from "@/lib/auth";
import { listConsent } from "@/lib/consent";
import { getCustomer, listFields, listNotes } from "@/lib/customers";
import { listCustomerEntries, readDesk } from "@/lib/inbox";
import type { Ctx } from "@/lib/kernel/context";
import { isAppError } from "@/lib/kernel/errors";
import { findSurvivor } from "@/lib/persons";

export const metadata: Metadata = { title: "Customer" };

const firstEntries = 40;

/** One customer, drawn whole on the server and kept live by the browser. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { ctx } = await requireViewer();
  await positionOfPage();
  const { id } = await params;
  const queries = queryClient();
  const [customer, notes, consent, fields, entries, desk] = await load(ctx, id);
  queries.setQueryData(customerQuery(id).queryKey, customer);
  queries.setQueryData(notesQuery(id).queryKey, notes);
  queries.setQueryData(consentQuery(id).queryKey, consent);
  queries.setQueryData(fieldsQuery.queryKey, fields);
  queries.setQueryData(customerEntriesQuery(id).queryKey, { pages: [entries], pageParams: [null] });
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <CustomerPage
        id={id}
        desk={desk}
        may={{
          manage: mayDo(ctx.actor, "settings.manage"),
          export: mayDo(ctx.actor, "customers.export"),
          erase: mayDo(ctx.actor, "customers.erase"),
        }}
      />
    </HydrationBoundary>
  );
}

async function load(ctx: Ctx, id: string) {
  try {
    return await Promise.all([
      getCustomer(ctx, id),
      listNotes(ctx, id),
      listConsent(ctx, id),
      listFields(ctx),
      listCustomerEntries(ctx, { customerId: id, limit: firstEntries }),
      readDesk(ctx),
    ]);
  } catch (error) {
    if (!isAppError(error) || error.code !== "not_found") throw error;
    const survivor = await findSurvivor(ctx, id);
    if (survivor) redirect(`/customers/${survivor}`);
    notFound();
  }
}

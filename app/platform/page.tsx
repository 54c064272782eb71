import { redirect } from "next/navigation";
import { requireSuperAdmin } from "@/app/viewer";

/** The first page of a super admin. */
export default async function PlatformPage() {
  await requireSuperAdmin();
  redirect("/platform/tenants");
}
